using System.Text.Json;
using OmniReel.Contract.Requests;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Http.OpenApi;

/// <summary>Our document has everything that the document has which this API came from (<c>Golden/omni-video.openapi.yaml</c>): a client made from that one works here.</summary>
public sealed class SupersetTests
{
    /// <summary>Its enumerations stand in its prose: each word must stand there, and be one of ours.</summary>
    private static readonly (string Field, string[] Words)[] s_enums =
    [
        ("model_name", ["kling-video-o1", "kling-v3-omni"]),
        ("image_list.type", ["first_frame", "end_frame"]),
        ("video_list.refer_type", ["feature", "base"]),
        ("video_list.keep_original_sound", ["yes", "no"]),
        ("mode", ["std", "pro"]),
        ("aspect_ratio", ["16:9", "9:16", "1:1"]),
        ("duration", ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"]),
        ("shot_type", ["customize"]),
        ("sound", ["on", "off"]),
    ];

    private static readonly DocumentedApi s_ours = DocumentedApi.Served;

    private static readonly JsonElement s_theirs = JsonDocument.Parse(YamlFile.ToJson(File.ReadAllText(
        Path.Combine(Checkout.Root, "tests/OmniReel.Server.Tests/Golden/omni-video.openapi.yaml")))).RootElement;

    [Fact]
    public void Every_path_verb_and_answer_is_there()
    {
        foreach (var path in s_theirs.GetProperty("paths").EnumerateObject())
        {
            foreach (var verb in path.Value.EnumerateObject())
            {
                var ours = s_ours.Root.GetProperty("paths").GetProperty(path.Name).GetProperty(verb.Name);
                foreach (var status in verb.Value.GetProperty("responses").EnumerateObject())
                    ours.GetProperty("responses").TryGetProperty(status.Name, out _).ShouldBeTrue(status.Name);
                foreach (var type in verb.Value.GetProperty("requestBody").GetProperty("content").EnumerateObject())
                    ours.GetProperty("requestBody").GetProperty("content").TryGetProperty(type.Name, out _).ShouldBeTrue(type.Name);
                // Authorization and Content-Type are no parameters in OpenAPI 3: they are the security scheme and the content's type.
                verb.Value.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()).Except(["Authorization", "Content-Type"]).ShouldBeEmpty();
                ours.TryGetProperty("security", out _).ShouldBeFalse("the key is asked for, as at the root");
            }
        }

        s_ours.Root.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString().ShouldBe("bearer");
    }

    [Fact]
    public void Every_field_is_there_with_its_type()
    {
        var fields = Fields(Theirs, "").ToList();
        fields.Count.ShouldBe(25);
        foreach (var (name, schema) in fields)
        {
            var type = schema.GetProperty("type").GetString()!;
            Types(Ours(name)).ShouldContain(type == "number" ? "integer" : type, name);
        }
    }

    [Fact]
    public void Every_word_of_its_enumerations_is_one_of_ours()
    {
        var theirs = Fields(Theirs, "").ToDictionary(field => field.Name, field => field.Schema);
        foreach (var (name, words) in s_enums)
        {
            var prose = theirs[name.Split('.')[0]].GetProperty("description").GetString()!;
            foreach (var word in words) prose.ShouldContain(word, Case.Sensitive, name);
            words.ShouldBeSubsetOf(Words(Ours(name)), name);
        }
    }

    [Fact]
    public void What_it_requires_we_require_but_multi_shot_which_its_own_example_leaves_out()
    {
        Required(Theirs).ShouldBe(["model_name", "mode", "duration", "multi_shot"]);
        Required(s_ours.Schema("OmniVideoRequest")).ShouldBe(["model_name", "mode", "duration"]);
        s_ours.Schema("OmniVideoRequest").GetProperty("properties").GetProperty("multi_shot").GetProperty("default").GetBoolean().ShouldBeFalse();
        // At the vendor's path nothing is.
        s_ours.Schema("OmniVideoVendorRequest").TryGetProperty("required", out _).ShouldBeFalse();
    }

    [Fact]
    public void Bodies_that_are_taken_fit_the_schemas()
    {
        using var cases = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Checkout.Root, "tests/OmniReel.Contract.Tests/Golden/cases.json")));
        var count = 0;
        var lenient = new JsonSchemaCheck(s_ours.Root, isStrict: false);
        foreach (var one in cases.RootElement.EnumerateArray().Where(one => one.GetProperty("expect").GetString() == "accept"))
        {
            // Stands for the id of an element that the caller made.
            var body = JsonDocument.Parse(one.GetProperty("body").GetRawText().Replace("@own", "321922438904313", StringComparison.Ordinal)).RootElement;
            if (body.ValueKind != JsonValueKind.Object) continue;
            var isRelays = one.GetProperty("profile").GetString() == "relay";
            // Absent in another way, which the schema's description says; and fields without effect, which are not looked at.
            var faults = lenient.Faults(s_ours.Schema(isRelays ? "OmniVideoRequest" : "OmniVideoVendorRequest"), Sent(body))
                .Where(fault => !(IsEdit(body) && fault.StartsWith("$.duration", StringComparison.Ordinal)));
            faults.ShouldBeEmpty(one.GetProperty("id").GetString());
            count++;
        }

        count.ShouldBeGreaterThan(35);
    }

    private static JsonElement Theirs => s_theirs.GetProperty("paths").GetProperty("/kling/v1/videos/omni-video").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");

    private static IEnumerable<(string Name, JsonElement Schema)> Fields(JsonElement schema, string prefix)
    {
        foreach (var field in schema.GetProperty("properties").EnumerateObject())
        {
            yield return (prefix + field.Name, field.Value);
            var inner = field.Value.TryGetProperty("items", out var items) ? items : field.Value;
            if (!inner.TryGetProperty("properties", out _)) continue;
            foreach (var deeper in Fields(inner, $"{prefix}{field.Name}.")) yield return deeper;
        }
    }

    /// <summary>Our schema of a field, <c>list.part</c> for a part of a list's items.</summary>
    private static JsonElement Ours(string name)
    {
        var at = s_ours.Schema("OmniVideoRequest");
        foreach (var step in name.Split('.'))
        {
            at = s_ours.Check.Resolve(at.TryGetProperty("items", out var items) ? items : at);
            at = at.GetProperty("properties").GetProperty(step);
        }

        return s_ours.Check.Resolve(at);
    }

    private static IEnumerable<string> Types(JsonElement schema) =>
        schema.TryGetProperty("anyOf", out var any) ? any.EnumerateArray().SelectMany(Types) : [schema.GetProperty("type").GetString()!];

    private static IEnumerable<string> Words(JsonElement schema) =>
        schema.TryGetProperty("anyOf", out var any) ? any.EnumerateArray().SelectMany(Words)
        : schema.TryGetProperty("enum", out var words) ? words.EnumerateArray().Select(word => word.GetString()!) : [];

    private static IEnumerable<string?> Required(JsonElement schema) => schema.GetProperty("required").EnumerateArray().Select(name => name.GetString());

    private static bool IsEdit(JsonElement body) => body.TryGetProperty("video_list", out var videos) && videos.ValueKind == JsonValueKind.Array
        && videos.EnumerateArray().Any(video => !video.TryGetProperty("refer_type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() is "base" or "");

    /// <summary>The body without what counts as absent, and without the shots of a film that has one.</summary>
    private static JsonElement Sent(JsonElement body)
    {
        var isMulti = body.TryGetProperty("multi_shot", out var multi) && multi.ValueKind == JsonValueKind.True;
        var isCustomize = isMulti && body.TryGetProperty("shot_type", out var shots) && shots.ValueEquals(WireWords.ShotTypes[0]);
        var kept = body.EnumerateObject()
            .Where(field => field.Value.ValueKind switch
            {
                JsonValueKind.Null => false,
                JsonValueKind.String => field.Value.GetString()!.Trim().Length > 0,
                JsonValueKind.Array => field.Value.GetArrayLength() > 0,
                _ => true,
            })
            .Where(field => isMulti || field.Name is not ("shot_type" or "multi_prompt"))
            .Where(field => !isCustomize || field.Name != "prompt")
            .Where(field => isCustomize || field.Name != "multi_prompt");
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var field in kept)
            {
                json.WritePropertyName(field.Name);
                Write(json, field.Value);
            }

            json.WriteEndObject();
        }

        return JsonDocument.Parse(bytes.ToArray()).RootElement;

        static void Write(Utf8JsonWriter json, JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    if (item.ValueKind == JsonValueKind.Object) Sent(item).WriteTo(json);
                    else item.WriteTo(json);
                }

                json.WriteEndArray();
            }
            else
            {
                value.WriteTo(json);
            }
        }
    }
}
