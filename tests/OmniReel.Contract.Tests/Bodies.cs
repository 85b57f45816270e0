using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Tests;

/// <summary>Makes bodies: a sound text-to-video body with some fields replaced, added or, with the value <c>undefined</c>, taken out.</summary>
internal static class Bodies
{
    public const string Sound = """
        {"model_name":"kling-v3-omni","prompt":"A paper boat.","mode":"std","aspect_ratio":"16:9","duration":"5","multi_shot":false}
        """;

    public const string Image = """{"image_url":"https://media.example.com/a.png"}""";
    public const string First = """{"image_url":"https://media.example.com/a.png","type":"first_frame"}""";
    public const string End = """{"image_url":"https://media.example.com/b.png","type":"end_frame"}""";
    public const string Base = """{"video_url":"https://media.example.com/c.mp4","refer_type":"base"}""";
    public const string Feature = """{"video_url":"https://media.example.com/c.mp4","refer_type":"feature"}""";

    /// <summary>A shot; the duration is written as given.</summary>
    public static string Shot(int index, string duration = "\"5\"", string prompt = "\"a\"") =>
        $$"""{"index":{{index}},"prompt":{{prompt}},"duration":{{duration}}}""";

    public static string Element(string id) => $$"""{"element_id":"{{id}}"}""";

    public static string Many(string item, int count) => string.Join(',', Enumerable.Repeat(item, count));

    public static string Customize(string shots) => $$"""{"multi_shot":true,"shot_type":"customize","multi_prompt":[{{shots}}]}""";

    public static string With(string changes)
    {
        var body = JsonNode.Parse(Sound)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject().ToList())
        {
            if (value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == "undefined")
                body.Remove(name);
            else
                body[name] = value?.DeepClone();
        }

        return body.ToJsonString();
    }

    public static ReadResult Read(string body, ApiProfile profile = ApiProfile.Relay, Language language = Language.English) =>
        RequestReader.Read(Encoding.UTF8.GetBytes(body), profile, TestElements.Instance, language, TestUrls.Instance);

    /// <summary>Reads a sound body with these changes.</summary>
    public static ReadResult ReadWith(string changes, ApiProfile profile = ApiProfile.Relay) => Read(With(changes), profile);

    /// <summary>The request of a sound body with these changes.</summary>
    public static VideoRequest Accepted(string changes, ApiProfile profile = ApiProfile.Relay)
    {
        var result = ReadWith(changes, profile);
        result.IsAccepted.ShouldBeTrue(result.Message);
        return result.Request;
    }
}
