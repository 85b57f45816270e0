using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmniReel.Contract.Tests.Rules;

/// <summary>One row per way to break a rule about elements: changes to a sound body that break it at a field, and the nearest changes that do not.</summary>
internal static class ElementRuleRows
{
    public const string Url = "https://media.example.com/a.png";

    public const string FromImages = $$$"""
        {"element_name":"Mara","element_description":"A potter.","reference_type":"image_refer",
         "element_image_list":{"frontal_image":"{{{Url}}}","refer_images":[{"image_url":"{{{Url}}}"}]}}
        """;

    public const string FromVideo = """
        {"element_name":"Mara","element_description":"A potter.","reference_type":"video_refer",
         "element_video_list":{"refer_videos":[{"video_url":"https://media.example.com/a.mp4"}]}}
        """;

    public const string Simple = $$$"""
        {"element_name":"Mara","element_description":"A potter.","element_frontal_image":"{{{Url}}}","element_refer_list":[{"image_url":"{{{Url}}}"}]}
        """;

    private static readonly string s_name = new('n', 20);
    private static readonly string s_long = new('n', 256);

    /// <summary>For the body from images; <c>undefined</c> takes a field out.</summary>
    public static readonly (string Rule, string Field, string Refused, string Accepted)[] OfImages =
    [
        ("value_type", "element_name", """{"element_name":7}""", """{"element_name":"7"}"""),
        ("value_type", "element_description", """{"element_description":["x"]}""", """{"element_description":"x"}"""),
        ("value_type", "reference_type", """{"reference_type":1}""", """{"reference_type":"image_refer"}"""),
        ("value_type", "element_image_list", """{"element_image_list":"x"}""", $$$"""{"element_image_list":{"frontal_image":"{{{Url}}}","refer_images":[{"image_url":"{{{Url}}}"}]}}"""),
        ("value_type", "element_image_list.frontal_image", Images("5", Item), Images(Quoted, Item)),
        ("value_type", "element_image_list.refer_images", Images(Quoted, null, "{}"), Images(Quoted, Item)),
        ("value_type", "element_image_list.refer_images[0]", Images(Quoted, Quoted), Images(Quoted, Item)),
        ("value_type", "element_image_list.refer_images[1].image_url", Images(Quoted, Item + ",{\"image_url\":3}"), Images(Quoted, Item + "," + Item)),
        ("value_type", "element_voice_id", """{"element_voice_id":7}""", """{"element_voice_id":"7"}"""),
        ("value_type", "tag_list", """{"tag_list":{"tag_id":"o_101"}}""", """{"tag_list":[{"tag_id":"o_101"}]}"""),
        ("value_type", "tag_list[0]", """{"tag_list":["o_101"]}""", """{"tag_list":[{"tag_id":"o_101"}]}"""),
        ("value_type", "tag_list[0].tag_id", """{"tag_list":[{"tag_id":101}]}""", """{"tag_list":null}"""),
        ("value_type", "callback_url", """{"callback_url":7}""", """{"callback_url":null}"""),
        ("value_type", "external_task_id", """{"external_task_id":7}""", """{"external_task_id":"7"}"""),
        ("text_nul", "element_name", """{"element_name":"a\u0000"}""", """{"element_name":"a\u0001"}"""),
        ("text_nul", "element_description", """{"element_description":"a\u0000"}""", """{"element_description":"a\n"}"""),
        ("text_nul", "element_voice_id", """{"element_voice_id":"a\u0000"}""", """{"element_voice_id":"a"}"""),
        ("text_nul", "external_task_id", """{"external_task_id":"\u0000"}""", """{"external_task_id":"a"}"""),
        ("url_not_allowed", "element_image_list.frontal_image", Images($"\"{TestUrls.Refused}\"", Item), Images(Quoted, Item)),
        ("url_not_allowed", "element_image_list.refer_images[0].image_url", Images(Quoted, $$"""{"image_url":"{{TestUrls.Refused}}"}"""), Images(Quoted, Item)),
        ("url_not_allowed", "callback_url", $$"""{"callback_url":"{{TestUrls.Refused}}"}""", """{"callback_url":"https://a/b"}"""),
        ("element_name_required", "element_name", """{"element_name":"undefined"}""", """{"element_name":"a"}"""),
        ("element_name_required", "element_name", """{"element_name":" \t"}""", """{"element_name":" a"}"""),
        ("element_name_length", "element_name", $$"""{"element_name":"{{s_name}}n"}""", $$"""{"element_name":"{{s_name}}"}"""),
        ("element_name_length", "element_name", $$"""{"element_name":"{{Repeat("𝕏", 21)}}"}""", $$"""{"element_name":"{{Repeat("𝕏", 20)}}"}"""),
        ("element_description_required", "element_description", """{"element_description":null}""", """{"element_description":"a"}"""),
        ("element_description_length", "element_description", $$"""{"element_description":"{{Repeat("字", 101)}}"}""", $$"""{"element_description":"{{Repeat("字", 100)}}"}"""),
        ("reference_type_required", "reference_type", """{"reference_type":""}""", "{}"),
        ("reference_type_unknown", "reference_type", """{"reference_type":"image"}""", "{}"),
        ("reference_type_unknown", "reference_type", """{"reference_type":"sound_refer"}""", "{}"),
        ("frontal_image_required", "element_image_list.frontal_image", """{"element_image_list":"undefined"}""", "{}"),
        ("frontal_image_required", "element_image_list.frontal_image", Images("\"\"", Item), Images(Quoted, Item)),
        ("refer_images_count", "element_image_list.refer_images", Images(Quoted, ""), Images(Quoted, Item)),
        ("refer_images_count", "element_image_list.refer_images", Images(Quoted, Repeat(Item + ",", 3) + Item), Images(Quoted, Repeat(Item + ",", 2) + Item)),
        ("image_url_required", "element_image_list.refer_images[0].image_url", Images(Quoted, "{}"), Images(Quoted, Item)),
        ("image_url_form", "element_image_list.frontal_image", Images("\"ftp://a/b.png\"", Item), Images(Quoted, Item)),
        ("image_url_form", "element_image_list.frontal_image", Images("\"iVBORw0KGgo\"", Item), Images("\"iVBORw0KGgo=\"", Item)),
        ("image_url_form", "element_image_list.refer_images[0].image_url", Images(Quoted, "{\"image_url\":\"R0lGODlh\"}"), Images(Quoted, "{\"image_url\":\"data:image/png;base64,iVBORw0KGgo=\"}")),
        ("element_voice_id_length", "element_voice_id", $$"""{"element_voice_id":"{{s_long}}"}""", $$"""{"element_voice_id":"{{s_long[1..]}}"}"""),
        ("tags_count", "tag_list", $$"""{"tag_list":[{{Repeat("{\"tag_id\":\"o_101\"},", 8)}}{"tag_id":"o_102"}]}""", $$"""{"tag_list":[{{Repeat("{\"tag_id\":\"o_101\"},", 7)}}{"tag_id":"o_102"}]}"""),
        ("tag_unknown", "tag_list[0].tag_id", """{"tag_list":[{"tag_id":"o_109"}]}""", """{"tag_list":[{"tag_id":"o_108"}]}"""),
        ("tag_unknown", "tag_list[1].tag_id", """{"tag_list":[{"tag_id":"o_101"},{}]}""", """{"tag_list":[]}"""),
        ("callback_url_form", "callback_url", """{"callback_url":"mailto:a@b"}""", """{"callback_url":"https://a/b"}"""),
        ("external_task_id_length", "external_task_id", $$"""{"external_task_id":"{{s_long}}"}""", $$"""{"external_task_id":"{{s_long[1..]}}"}"""),
        ("external_task_id_form", "external_task_id", """{"external_task_id":".."}""", """{"external_task_id":"..."}"""),
    ];

    /// <summary>For the body from a video.</summary>
    public static readonly (string Rule, string Field, string Refused, string Accepted)[] OfVideo =
    [
        ("value_type", "element_video_list", """{"element_video_list":[]}""".Replace("[]", "[1]", StringComparison.Ordinal), "{}"),
        ("value_type", "element_video_list.refer_videos", Videos(null, "7"), "{}"),
        ("value_type", "element_video_list.refer_videos[0]", Videos("7"), "{}"),
        ("value_type", "element_video_list.refer_videos[0].video_url", Videos("""{"video_url":7}"""), "{}"),
        ("refer_videos_count", "element_video_list.refer_videos", """{"element_video_list":null}""", """{"element_image_list":7}"""),
        ("refer_videos_count", "element_video_list.refer_videos", Videos(""" {"video_url":"https://a/b"},{"video_url":"https://a/b"} """), Videos("""{"video_url":"https://a/b"}""")),
        ("video_url_required", "element_video_list.refer_videos[0].video_url", Videos("{}"), "{}"),
        ("url_not_allowed", "element_video_list.refer_videos[0].video_url", Videos($$"""{"video_url":"{{TestUrls.Refused}}"}"""), "{}"),
        ("video_url_form", "element_video_list.refer_videos[0].video_url", Videos("""{"video_url":"AAAA"}"""), Videos("""{"video_url":"HTTP://a/b"}""")),
    ];

    /// <summary>For the older form.</summary>
    public static readonly (string Rule, string Field, string Refused, string Accepted)[] OfSimple =
    [
        ("value_type", "element_frontal_image", """{"element_frontal_image":7}""", """{"reference_type":7}"""),
        ("value_type", "element_refer_list", """{"element_refer_list":7}""", "{}"),
        ("frontal_image_required", "element_frontal_image", """{"element_frontal_image":null}""", "{}"),
        ("refer_images_count", "element_refer_list", """{"element_refer_list":[]}""", "{}"),
        ("image_url_form", "element_refer_list[0].image_url", """{"element_refer_list":[{"image_url":"x"}]}""", "{}"),
        ("element_name_length", "element_name", $$"""{"element_name":"{{s_name}}n"}""", $$"""{"element_name":"{{s_name}}"}"""),
    ];

    private static string Item => $$"""{"image_url":"{{Url}}"}""";

    private static string Quoted => $"\"{Url}\"";

    /// <summary>A sound body with some fields replaced.</summary>
    public static string With(string body, string changes)
    {
        var changed = JsonNode.Parse(body)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject().ToList())
        {
            if (value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == "undefined")
                changed.Remove(name);
            else
                changed[name] = value?.DeepClone();
        }

        return changed.ToJsonString();
    }

    private static string Images(string frontal, string? others, string? list = null) =>
        "{\"element_image_list\":{\"frontal_image\":" + frontal + ",\"refer_images\":" + (list ?? $"[{others}]") + "}}";

    private static string Videos(string? items, string? list = null) => "{\"element_video_list\":{\"refer_videos\":" + (list ?? $"[{items}]") + "}}";

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
