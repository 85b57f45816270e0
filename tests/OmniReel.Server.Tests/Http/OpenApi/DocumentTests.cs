using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Errors;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Http;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Callbacks;
using OmniReel.Server.Http.Submits;
using OmniReel.Server.Http.Console;
using OmniReel.Server.Http.Lab;
using OmniReel.Server.Http.OpenApi;
using OmniReel.Server.Http.OpenApi.Operations;
using OmniReel.Server.Http.Rules;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Http.OpenApi;

/// <summary>The OpenAPI document is whole: nothing is served that it does not describe, and nothing described that is not served.</summary>
public sealed partial class DocumentTests
{
    private static readonly DocumentedApi s_api = DocumentedApi.Served;

    [Fact]
    public void The_document_is_the_golden_one()
    {
        var file = Path.Combine(Checkout.Root, "tests/OmniReel.Server.Tests/Golden/openapi.json");
        var now = Encoding.UTF8.GetString(OpenApiEndpoints.Json());
        if (Environment.GetEnvironmentVariable("OMNIREEL_UPDATE_GOLDEN") == "1") File.WriteAllText(file, now);
        now.Split('\n').ShouldBe(File.ReadAllText(file).Split('\n'), "the document has changed: OMNIREEL_UPDATE_GOLDEN=1 ./test The_document_is_the_golden_one, then read the difference");
    }

    [Fact]
    public async Task What_is_mapped_is_what_is_described()
    {
        await using var server = await LiveServer.StartAsync(options => options with { Lab = true });
        var mapped = Mapped(server);
        var described = s_api.All.Select(one => $"{one.Verb} {one.Path}").Distinct().ToList();

        mapped.Count.ShouldBeGreaterThan(30);
        mapped.Except(described).ShouldBeEmpty("these are mapped, and the document does not describe them: add them in src/OmniReel.Server/Http/OpenApi/Operations (see DescribedPaths.cs there)");
        described.Except(mapped).ShouldBeEmpty("these are described in src/OmniReel.Server/Http/OpenApi/Operations, and nobody maps them");
    }

    [Fact]
    public async Task What_is_there_with_the_lab_only_stands_under_its_tag_and_nothing_else_does()
    {
        await using var server = await LiveServer.StartAsync();
        var mapped = Mapped(server);
        var ofLab = s_api.Root.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Where(verb => verb.Value.GetProperty("tags")[0].ValueEquals(Tags.Lab)).Select(verb => $"{verb.Name.ToUpperInvariant()} {path.Name}")).ToList();

        ofLab.Count.ShouldBeGreaterThan(6);
        s_api.All.Select(one => $"{one.Verb} {one.Path}").Distinct().Except(mapped).ShouldBe(ofLab, ignoreOrder: true);
        s_api.Root.GetProperty("tags").EnumerateArray().Single(tag => tag.GetProperty("name").ValueEquals(Tags.Lab)).GetProperty("description").GetString()!.ShouldContain("--lab");
    }

    [Fact]
    public void Every_line_of_the_words_is_used() => ApiDocument.Build().UnusedWords.ShouldBeEmpty("Http/OpenApi/Schemas/fields.txt describes fields that no answer has");

    [Fact]
    public void Every_rule_stands_at_a_field_and_every_one_named_is_a_rule()
    {
        var named = Descendants(s_api.Root.GetProperty("components")).Concat(Descendants(s_api.Root.GetProperty("paths")))
            .Where(part => part.Name == "x-omnireel-rules").SelectMany(part => part.Value.EnumerateArray().Select(rule => rule.GetString()!)).ToHashSet();
        named.ShouldBe(RuleCatalogue.All.Select(rule => rule.Id), ignoreOrder: true);
        s_api.Root.GetProperty("x-omnireel-rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ShouldBe(RuleCatalogue.All.Select(rule => rule.Id));
    }

    [Fact]
    public void Every_error_has_an_example()
    {
        var known = KnownErrors.All.Select(error => error.Error).ToHashSet();
        var all = new[] { typeof(ApiErrors), typeof(CallbackErrors), typeof(SubmitErrors), typeof(SessionErrors), typeof(LabErrors) }
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)).Select(field => field.GetValue(null)).OfType<ApiError>().ToList();
        all.Count.ShouldBeGreaterThan(30);
        all.Where(error => !known.Contains(error)).Select(error => error.English).ShouldBeEmpty("add them to KnownErrors.cs, and to the Refusals of the operations that answer them");
        KnownErrors.All.Select(error => error.Name).ShouldBeUnique();

        var examples = s_api.Root.GetProperty("components").GetProperty("examples");
        var refusal = s_api.Schema("Refusal");
        foreach (var (name, error) in KnownErrors.All)
            s_api.Check.Faults(refusal, examples.GetProperty(name).GetProperty("value")).ShouldBeEmpty(name);
        s_api.Root.GetProperty("x-omnireel-errors").GetArrayLength().ShouldBe(ErrorCodes.All.Count);
    }

    [Fact]
    public void Every_field_parameter_and_answer_says_what_it_is_in_both_languages()
    {
        var dumb = Described(s_api.Root, "$").Where(part => part.Part.GetProperty("description").GetString()!.Length == 0
            || !part.Part.TryGetProperty("x-description-zh", out var chinese) || !Chinese().IsMatch(chinese.GetString()!)).Select(part => part.At).ToList();
        dumb.ShouldBeEmpty();

        var schemas = s_api.Root.GetProperty("components").GetProperty("schemas").EnumerateObject().ToList();
        schemas.Count.ShouldBeGreaterThan(40);
        foreach (var schema in schemas.Where(schema => schema.Value.TryGetProperty("properties", out _)))
        {
            foreach (var field in schema.Value.GetProperty("properties").EnumerateObject())
                field.Value.TryGetProperty("description", out _).ShouldBeTrue($"{schema.Name}.{field.Name}");
        }
    }

    [Fact]
    public void Every_example_fits_its_schema()
    {
        var count = 0;
        foreach (var media in Media(s_api.Root.GetProperty("paths")).Concat(Media(s_api.Root.GetProperty("components").GetProperty("responses"))))
        {
            foreach (var example in media.GetProperty("examples").EnumerateObject())
            {
                s_api.Check.Faults(media.GetProperty("schema"), s_api.Check.Resolve(example.Value).GetProperty("value")).ShouldBeEmpty(example.Name);
                count++;
            }
        }

        count.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Example_bodies_are_taken()
    {
        foreach (var example in SampleBodies.Films) Film(example, ApiProfile.Relay).ShouldBeEmpty(example.Name);
        foreach (var example in SampleBodies.VendorFilms) Film(example, ApiProfile.Vendor).ShouldBeEmpty(example.Name);
        foreach (var (examples, form) in new[] { (SampleBodies.Elements, ElementForm.Advanced), (SampleBodies.SimpleElements, ElementForm.Simple) })
        {
            foreach (var example in examples)
                ElementReader.Read(Encoding.UTF8.GetBytes(example.Value.ToJsonString()), form, Language.English).Violations.ShouldBeEmpty(example.Name);
        }

        static IEnumerable<string> Film(Example example, ApiProfile profile)
        {
            var read = RequestReader.Read(Encoding.UTF8.GetBytes(example.Value.ToJsonString()), profile, new AnyElement(), Language.English);
            return read.Violations.Select(broken => broken.Message).Concat(read.IsAccepted && read.Request.IgnoredFields.Count == 0 ? [] : ["not taken whole"]);
        }
    }

    [Fact]
    public async Task Callbacks_have_the_body_that_is_described()
    {
        await using var server = await LiveServer.StartAsync();
        var notices = server.Service<ITaskNotices>();
        foreach (var end in new[] { false, true })
        {
            var id = await server.CreateAsync();
            if (end) await server.FinishAsync();
            var task = await server.Store.FindAsync("default", id, TestContext.Current.CancellationToken);
            using var body = JsonDocument.Parse(notices.Of(task!).Body);
            s_api.Check.Faults(s_api.Schema("CallbackBody"), body.RootElement).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task It_is_served_to_anybody_in_both_forms_and_says_the_same()
    {
        await using var server = await LiveServer.StartAsync();
        server.Client.DefaultRequestHeaders.Authorization = null;
        var json = await server.GetAsync("/openapi.json");
        json.Status.ShouldBe(200);
        json.Header("Content-Type").ShouldBe("application/json; charset=utf-8");
        (await server.GetAsync("/openapi.json", ("If-None-Match", json.Header("ETag")!))).Status.ShouldBe(304);

        var yaml = await server.GetAsync("/openapi.yaml");
        yaml.Header("Content-Type").ShouldBe("application/yaml; charset=utf-8");
        using var read = JsonDocument.Parse(YamlFile.ToJson(yaml.Text));
        JsonElement.DeepEquals(read.RootElement, json.Json).ShouldBeTrue();
        Console.WriteLine($"OpenAPI: {json.Text.Length >> 10} KiB, {s_api.All.Select(one => one.Path).Distinct().Count()} paths, {s_api.All.Count()} answers described");
    }

    private static List<string> Mapped(LiveServer server) =>
    [
        .. server.Service<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => (Path: endpoint.RoutePattern.RawText!, Verbs: endpoint.Metadata.GetRequiredMetadata<Verbs>()))
            .Where(route => !DescribedPaths.IsPage(route.Path) && !DescribedPaths.IsForUpstreams(route.Path))
            .SelectMany(route => Verbs(route.Verbs).Select(verb => $"{verb} {route.Path}")),
    ];

    private static IEnumerable<string> Verbs(Verbs verbs) => new[] { (verbs.Get, "GET"), (verbs.Post, "POST") }.Where(verb => verb.Item1 is not null).Select(verb => verb.Item2);

    private static IEnumerable<JsonProperty> Descendants(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().SelectMany(child => Descendants(child.Value).Prepend(child)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Descendants),
        _ => [],
    };

    /// <summary>Every object that has a description of its own; examples are values, and have none.</summary>
    private static IEnumerable<(string At, JsonElement Part)> Described(JsonElement part, string at)
    {
        if (part.ValueKind == JsonValueKind.Array) return part.EnumerateArray().SelectMany((child, i) => Described(child, $"{at}[{i}]"));
        if (part.ValueKind != JsonValueKind.Object) return [];
        var children = part.EnumerateObject().Where(child => child.Name != "examples").SelectMany(child => Described(child.Value, $"{at}.{child.Name}"));
        return part.TryGetProperty("description", out var said) && said.ValueKind == JsonValueKind.String ? children.Prepend((at, part)) : children;
    }

    private static IEnumerable<JsonElement> Media(JsonElement part) =>
        Descendants(part).Where(child => child.Name == "content").SelectMany(content => content.Value.EnumerateObject().Select(media => media.Value)).Where(media => media.TryGetProperty("examples", out _));

    private sealed class AnyElement : IElementCatalog
    {
        public ElementKind? Find(string elementId) => ElementKind.MultiImage;
    }

    [GeneratedRegex(@"[\u4e00-\u9fff]|^`")]
    private static partial Regex Chinese();
}
