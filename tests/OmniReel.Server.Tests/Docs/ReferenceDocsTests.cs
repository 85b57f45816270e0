using System.Text;
using System.Text.Json;
using OmniReel.Contract.Errors;
using OmniReel.Server.Http.OpenApi.Operations;
using OmniReel.Server.Tests.Http.OpenApi;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Docs;

/// <summary>The pages of the API's fields and errors are written from the code, and are up to date.</summary>
public sealed class ReferenceDocsTests
{
    private static readonly DocumentedApi s_api = DocumentedApi.Served;

    [Fact]
    public void The_page_of_the_api_is_the_document() => Check("api.md", ApiPage());

    [Fact]
    public void The_page_of_the_errors_is_the_table() => Check("errors.md", ErrorsPage());

    private static void Check(string page, string now)
    {
        var file = Path.Combine(Checkout.Root, "docs/reference", page);
        if (Environment.GetEnvironmentVariable("OMNIREEL_UPDATE_GOLDEN") is "1") File.WriteAllText(file, now);
        File.ReadAllText(file).ShouldBe(now);
    }

    private static string ApiPage()
    {
        var text = new StringBuilder(
            """
            # API

            What a server serves; the same, with examples and for programs, at `/openapi.json` and `/openapi.yaml`, and to read and try at `/docs`.
            This page is written from the code: `OMNIREEL_UPDATE_GOLDEN=1 ./test The_page_of_the_api`.

            ## Paths


            """);
        foreach (var tag in s_api.Root.GetProperty("tags").EnumerateArray())
        {
            var name = tag.GetProperty("name").GetString()!;
            text.Append($"### {name}\n\n{Both(tag)}\n\n| | |\n|---|---|\n");
            foreach (var path in s_api.Root.GetProperty("paths").EnumerateObject())
            {
                foreach (var verb in path.Value.EnumerateObject().Where(verb => verb.Value.GetProperty("tags")[0].GetString() == name))
                    text.Append($"| `{verb.Name.ToUpperInvariant()} {path.Name}` | {verb.Value.GetProperty("summary").GetString()}<br>{verb.Value.GetProperty("x-summary-zh").GetString()} |\n");
            }

            text.Append('\n');
        }

        text.Append("## Headers and parameters\n\n| | Where | |\n|---|---|---|\n");
        foreach (var parameter in s_api.Root.GetProperty("components").GetProperty("parameters").EnumerateObject().Select(one => one.Value))
            text.Append($"| `{parameter.GetProperty("name").GetString()}` | {parameter.GetProperty("in").GetString()} | {Both(parameter)} |\n");
        foreach (var header in s_api.Root.GetProperty("components").GetProperty("headers").EnumerateObject())
            text.Append($"| `{header.Name}` | answer | {Both(header.Value)} |\n");

        text.Append("\n## Fields\n\n");
        foreach (var schema in s_api.Root.GetProperty("components").GetProperty("schemas").EnumerateObject().Where(schema => !schema.Name.EndsWith("Answer", StringComparison.Ordinal)))
            Fields(text, schema.Name, schema.Value);
        return text.ToString().TrimEnd() + "\n";
    }

    private static void Fields(StringBuilder text, string name, JsonElement schema)
    {
        text.Append($"### {name}\n\n{Both(schema)}\n\n| Field | | |\n|---|---|---|\n");
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(one => one.GetString()).ToList() : [];
        foreach (var field in schema.GetProperty("properties").EnumerateObject())
        {
            var rules = field.Value.TryGetProperty("x-omnireel-rules", out var ids) ? $"<br>[Rules](rules.md): {string.Join(", ", ids.EnumerateArray().Select(id => $"`{id.GetString()}`"))}" : "";
            text.Append($"| `{field.Name}`{(required.Contains(field.Name) ? "" : "?")} | {Shape(field.Value)} | {Both(field.Value)}{rules} |\n");
        }

        text.Append('\n');
    }

    private static string Shape(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference)) return reference.GetString()!.Split('/')[^1];
        if (schema.TryGetProperty("anyOf", out var any)) return string.Join(" or ", any.EnumerateArray().Select(Shape));
        if (schema.TryGetProperty("items", out var items)) return $"list of {Shape(items)}";
        if (schema.TryGetProperty("enum", out var words)) return string.Join(", ", words.EnumerateArray().Select(word => $"`{word}`"));
        if (schema.TryGetProperty("const", out var only)) return $"`{only}`";
        var type = schema.GetProperty("type");
        var most = schema.TryGetProperty("maxLength", out var length) ? $", at most {length} characters" : "";
        return (type.ValueKind == JsonValueKind.Array ? string.Join(" or ", type.EnumerateArray().Select(one => one.GetString())) : type.GetString()) + most;
    }

    private static string ErrorsPage()
    {
        var text = new StringBuilder(
            """
            # Errors

            Every answer is `{code, message, request_id, data}`; `code` is 0 for success. Where fields are at fault, `data.errors` names each with its
            [rule](rules.md). This page is written from the code: `OMNIREEL_UPDATE_GOLDEN=1 ./test The_page_of_the_errors`.

            ## Codes

            | Code | HTTP | | Waiting helps |
            |---|---|---|---|

            """);
        foreach (var entry in ErrorCodes.All)
            text.Append($"| {(int)entry.Code} | {entry.HttpStatus} | {entry.Meaning}<br>{entry.MeaningZh} | {(entry.WaitingHelps ? "yes" : "")} |\n");

        text.Append("\n## Messages\n\nAs this server says them; names of fields and files are examples.\n\n| Code | HTTP | | `Retry-After` |\n|---|---|---|---|\n");
        foreach (var (_, error) in KnownErrors.All.OrderBy(known => known.Error.Code).ThenBy(known => known.Error.Status))
            text.Append($"| {(int)error.Code} | {error.Status} | {error.English}<br>{error.Chinese} | {error.RetryAfter} |\n");
        return text.ToString();
    }

    private static string Both(JsonElement part) => $"{part.GetProperty("description").GetString()}<br>{part.GetProperty("x-description-zh").GetString()}";
}
