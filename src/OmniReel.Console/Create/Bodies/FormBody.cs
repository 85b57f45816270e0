using System.Globalization;
using System.Text;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create.Bodies;

/// <summary>A form as the body of a create: exactly the fields that have an effect, in the order of the document.</summary>
public static class FormBody
{
    /// <summary>The body as it is sent: UTF-8 JSON.</summary>
    /// <param name="form">The form.</param>
    /// <param name="blank">Stands in for a prompt that is still to be written; empty, so that the rules miss it.</param>
    public static byte[] ToUtf8(CreateForm form, string blank = "") => Encoding.UTF8.GetBytes(Write(form, JsonWords.Json, blank));

    /// <summary>The same for people, and for the source text of other languages.</summary>
    public static string Write(CreateForm form, JsonWords words, string blank = "")
    {
        ArgumentNullException.ThrowIfNull(form);
        var body = new JsonScript(words).Begin('{').Write("model_name", form.Model);
        Shots(body, form, blank);
        Text(body, "negative_prompt", form.NegativePrompt);
        body.Write("sound", form.Sound ? "on" : "off");
        Pictures(body, form.Pictures);
        if (form.Film is { } film)
            Film(body, film);
        Elements(body, form.Elements);
        body.Write("mode", form.Mode);
        if (FieldEffects.WhyNone(form, FormField.AspectRatio) is null)
            Text(body, "aspect_ratio", form.AspectRatio);
        if (FieldEffects.WhyNone(form, FormField.Duration) is null)
            body.Write("duration", Digits(form.Seconds));
        if (form.Watermark)
            body.Begin("watermark_info", '{').Write("enabled", true).End('}');
        Text(body, "callback_url", form.CallbackUrl.Trim());
        Text(body, "external_task_id", form.ExternalTaskId);
        return body.End('}').ToString();
    }

    private static void Shots(JsonScript body, CreateForm form, string blank)
    {
        body.Write("multi_shot", form.Shots != ShotKind.SingleShot);
        if (form.Shots != ShotKind.SingleShot)
            body.Write("shot_type", form.Shots == ShotKind.Customize ? "customize" : "intelligence");
        if (form.Shots != ShotKind.Customize)
        {
            Text(body, "prompt", OrBlank(form.Prompt, blank));
            return;
        }

        body.Begin("multi_prompt", '[');
        var index = 0;
        foreach (var shot in form.Board.Shots)
            body.Begin('{').Write("index", ++index).Write("prompt", OrBlank(shot.Prompt, blank)).Write("duration", Digits(shot.Seconds)).End('}');
        body.End(']');
    }

    private static void Pictures(JsonScript body, List<Picture> pictures)
    {
        if (pictures.Count == 0)
            return;
        body.Begin("image_list", '[');
        foreach (var picture in pictures)
        {
            body.Begin('{').Write("image_url", picture.WireUrl);
            if (picture.Role != ImageRole.Reference)
                body.Write("type", picture.Role == ImageRole.FirstFrame ? "first_frame" : "end_frame");
            body.End('}');
        }

        body.End(']');
    }

    private static void Film(JsonScript body, Film film) => body.Begin("video_list", '[').Begin('{')
        .Write("video_url", film.WireUrl)
        .Write("refer_type", film.IsBase ? "base" : "feature")
        .Write("keep_original_sound", film.KeepOriginalSound ? "yes" : "no")
        .End('}').End(']');

    private static void Elements(JsonScript body, List<string> ids)
    {
        if (ids.Count == 0)
            return;
        body.Begin("element_list", '[');
        foreach (var id in ids)
            body.Begin('{').Write("element_id", id).End('}');
        body.End(']');
    }

    private static void Text(JsonScript body, string name, string value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            body.Write(name, value);
    }

    private static string OrBlank(string prompt, string blank) => string.IsNullOrWhiteSpace(prompt) && blank.Length > 0 ? blank : prompt;

    private static string Digits(int seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
