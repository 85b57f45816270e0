using System.Text;
using CsCheck;

namespace OmniReel.Contract.Tests.Reading;

/// <summary>Bodies derived from the schema: every field, with values right, wrong, huge and odd; doubled fields; broken bytes.</summary>
internal static class AnyBody
{
    private static readonly Gen<string> Odd = OneOf(
        "null", "true", "false", "\"\"", "\"  \\n\"", "[]", "{}", "[[]]", "[null]", "[{}]", "0", "-1", "5.0", "1e999999", "-0", "1E400",
        "123456789012345678901234567890", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\uD83C\\uDF0A\"", "\"🌊\"", "\"\\\\\\\"\"",
        "{\"a\":{\"b\":[1,{\"c\":null}]}}", "\"\u2028\"", "\"ﷺ\"", "\"5\"", "\"on\"", "\"constructor\"");

    private static readonly Gen<string> Text = Gen.Frequency(
        (8, Gen.String[Gen.Char.AlphaNumeric, 0, 12].Select(Quote)),
        (1, Gen.Int[250, 2600].Select(n => Quote(new string('海', n)))),
        (8, OneOf("https://media.example.com/a.png", "http://[::1]/", "https://", "ftp://a/b", "/9j/4AAQSkZJRgABAQ==", "iVBORw0KGgoAAAANSUhEUgAA", "/9j/4AA", "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA", "data:,", "not a url").Select(Quote)));

    private static readonly Gen<string> Seconds = Gen.Frequency(
        (16, Gen.Int[3, 15].Select(n => $"\"{n}\"")), (4, Gen.Int[-1, 120].Select(n => $"{n}")), (1, Odd));

    private static readonly Gen<string> Shot = Object(
        ("index", Gen.OneOf(Gen.Int[0, 7].Select(n => $"{n}"), Odd)), ("prompt", Mostly(Text)), ("duration", Seconds));

    private static readonly Gen<string> Image = Object(
        ("image_url", Mostly(Text, "\"https://media.example.com/a.png\"")), ("type", Mostly(OneOf("\"first_frame\"", "\"end_frame\"", "null", "\"First_frame\""))));

    private static readonly Gen<string> Video = Object(
        ("video_url", Mostly(Text, "\"https://media.example.com/c.mp4\"")),
        ("refer_type", Mostly(OneOf("\"base\"", "\"feature\"", "\"Base\""))),
        ("keep_original_sound", Mostly(OneOf("\"yes\"", "\"no\"", "true"))));

    private static readonly Gen<string> Element = Object(
        ("element_id", Mostly(OneOf("835266081714884677", "\"835266081714884677\"", "835266081714884676", "\"1001\"", "1002", "8.3e17"))));

    private static readonly Gen<string> Fields = Object(
        ("model_name", Mostly(OneOf("\"kling-v3-omni\"", "\"kling-video-o1\"", "\"kling-v3-Omni\""), "\"kling-v3-omni\"")),
        ("prompt", Mostly(Text, "\"x\"")),
        ("mode", Mostly(OneOf("\"std\"", "\"pro\"", "\"4k\"", "\"standard\""), "\"std\"")),
        ("aspect_ratio", Mostly(OneOf("\"16:9\"", "\"9:16\"", "\"1:1\"", "\"4:3\""), "\"16:9\"")),
        ("duration", Seconds),
        ("multi_shot", Mostly(OneOf("true", "true", "\"true\""), "false")),
        ("shot_type", Mostly(OneOf("\"customize\"", "\"intelligence\"", "\"auto\""), "\"intelligence\"")),
        ("multi_prompt", List(Shot)),
        ("sound", Mostly(OneOf("\"on\"", "\"off\""), "\"off\"")),
        ("image_list", List(Image)),
        ("video_list", List(Video)),
        ("element_list", List(Element)),
        ("watermark_info", Mostly(OneOf("{\"enabled\":true}", "{\"enabled\":1}", "{}"), "null")),
        ("callback_url", Mostly(Text, "\"https://example.com/hook\"")),
        ("external_task_id", Mostly(Text, "\"order-1\"")),
        ("negative_prompt", Mostly(Text, "\"rain\"")),
        ("cfg_scale", Odd));

    public static Gen<byte[]> Bytes { get; } = Gen.Select(Fields, Gen.Int[0, 20], Gen.Int[0, 1 << 20], Gen.Byte, Break);

    private static byte[] Break(string body, int way, int place, byte value)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var at = place % bytes.Length;
        switch (way)
        {
            case 0:
                bytes[at] = value;
                return bytes;
            case 1:
                return bytes[..at];
            case 2:
                return [.. bytes[..at], value, .. bytes[at..]];
            case 3:
                return Encoding.UTF8.GetBytes(body.Replace(":null", ":\"\\uD83C\"", StringComparison.Ordinal));
            default:
                return bytes;
        }
    }

    private static Gen<string> Mostly(Gen<string> right, string? usual = null) => usual is null
        ? Gen.Frequency((24, right), (1, Odd))
        : Gen.Frequency((40, Gen.Const(usual)), (6, right), (1, Odd));

    private static Gen<string> List(Gen<string> item) => Gen.Frequency(
        (12, Gen.Const("[]")), (12, item.List[1, 2].Select(Join)), (3, item.List[0, 8].Select(Join)), (1, Odd));

    private static string Join(List<string> items) => $"[{string.Join(',', items)}]";

    /// <summary>An object of these fields, most of them there, in any order, rarely one of them twice.</summary>
    private static Gen<string> Object(params (string Name, Gen<string> Value)[] fields)
    {
        var sent = Array.ConvertAll(fields, field => Gen.Select(
            field.Value, Gen.Int[0, 1000], Gen.Int,
            (value, chance, order) => (Text: Sent(field.Name, value, chance), Order: order)));
        var all = Gen.Const(Array.Empty<(string? Text, int Order)>());
        foreach (var one in sent)
            all = Gen.Select(all, one, static (before, next) => ((string? Text, int Order)[])[.. before, next]);
        return all.Select(static parts =>
            "{" + string.Join(',', parts.Where(part => part.Text is not null).OrderBy(part => part.Order).Select(part => part.Text)) + "}");
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string? Sent(string name, string value, int chance) => chance switch
    {
        < 120 => null,
        1000 => $"\"{name}\":{value},\"{name}\":{value}",
        _ => $"\"{name}\":{value}",
    };

    private static string Quote(string text) => $"\"{text}\"";
}
