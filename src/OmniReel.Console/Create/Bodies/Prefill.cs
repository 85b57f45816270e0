using System.Globalization;
using System.Text.Json;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create.Bodies;

/// <summary>
/// The body of an earlier request back into a form. What the body leaves out has the vendor's default. Never throws for any text.
/// </summary>
/// <param name="Form">The form.</param>
/// <param name="LeftOut">Names of what was not taken over, as paths; empty when everything was.</param>
/// <param name="Error">Why the text is not a body at all; null when it is one.</param>
public sealed record Prefill(CreateForm Form, IReadOnlyList<string> LeftOut, Wording? Error)
{
    private static readonly JsonDocumentOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 };

    /// <summary>Reads a body.</summary>
    public static Prefill Of(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json.TrimStart('\uFEFF'), s_lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new Reading(document.RootElement).Read()
                : Refused();
        }
        catch (JsonException)
        {
            return Refused();
        }
    }

    private static Prefill Refused() => new(new CreateForm(), [], new(
        "This is not the body of a request: one JSON object, such as {\"model_name\": \"kling-v3-omni\", \"prompt\": \"…\"}.",
        "这不是请求体：应为一个 JSON 对象，如 {\"model_name\": \"kling-v3-omni\", \"prompt\": \"…\"}。"));

    private sealed class Reading(JsonElement body)
    {
        private readonly List<string> _leftOut = [];
        private readonly CreateForm _form = new() { Model = "kling-video-o1", Mode = "pro" };
        private bool _isMultiShot, _isCustomize, _hasLength;
        private List<(int Index, string Prompt, int Seconds)> _shots = [];

        public Prefill Read()
        {
            foreach (var field in body.EnumerateObject())
            {
                if (!IsAbsent(field.Value) && !Take(field.Name, field.Value))
                    _leftOut.Add(field.Name);
            }

            // As it was written: from here on the board's own length counts, which has a second for each of its first, empty shots.
            var seconds = _hasLength ? _form.Seconds : _shots.Sum(static shot => shot.Seconds);
            _form.Divide(!_isMultiShot ? ShotKind.SingleShot : _isCustomize ? ShotKind.Customize : ShotKind.Intelligence);
            if (_shots.Count > 0)
                _form.Board.Replace(_shots.OrderBy(static shot => shot.Index).Select(static shot => (shot.Prompt, shot.Seconds)), seconds);
            return new Prefill(_form, _leftOut, null);
        }

        private bool Take(string name, JsonElement value) => name switch
        {
            "model_name" => Text(value, text => _form.Model = text),
            "mode" => Text(value, text => _form.Mode = text),
            "aspect_ratio" => Text(value, text => _form.AspectRatio = text),
            "prompt" => Text(value, text => _form.Prompt = text),
            "negative_prompt" => Text(value, text => _form.NegativePrompt = text),
            "callback_url" => Text(value, text => _form.CallbackUrl = text),
            "external_task_id" => Text(value, text => _form.ExternalTaskId = text),
            "sound" => Text(value, text => _form.Sound = text == "on"),
            "shot_type" => Text(value, text => _isCustomize = text == "customize"),
            "multi_shot" => Flag(value, flag => _isMultiShot = flag),
            "duration" => Number(value) is { } seconds && (_hasLength = (_form.Seconds = seconds) == seconds),
            "watermark_info" => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("enabled", out var enabled) && Flag(enabled, flag => _form.Watermark = flag),
            "multi_prompt" => Items(name, value, Storyboard()),
            "image_list" => Items(name, value, Image),
            "element_list" => Items(name, value, Element),
            "video_list" => Items(name, value, Video),
            _ => false,
        };

        private Func<JsonElement, bool> Storyboard()
        {
            _shots = [];
            return shot =>
            {
                if (_shots.Count == Shots.Storyboard.MostShots)
                    return false;
                var index = shot.TryGetProperty("index", out var at) ? Number(at) : null;
                var seconds = shot.TryGetProperty("duration", out var length) ? Number(length) : null;
                _shots.Add((index ?? _shots.Count + 1, TextOf(shot, "prompt"), seconds ?? 1));
                return true;
            };
        }

        private bool Image(JsonElement item)
        {
            var url = TextOf(item, "image_url");
            if (url.Length == 0)
                return false;
            var role = TextOf(item, "type") switch
            {
                "first_frame" => ImageRole.FirstFrame,
                "end_frame" => ImageRole.EndFrame,
                _ => ImageRole.Reference,
            };
            _form.Add(new Picture { Url = url, Role = role, Name = Links.NameOf(url), Preview = Links.PictureOf(url) });
            return true;
        }

        private bool Element(JsonElement item)
        {
            if (!item.TryGetProperty("element_id", out var id))
                return false;
            // A number is kept digit by digit: some ids are larger than what a double holds.
            var digits = id.ValueKind == JsonValueKind.Number ? id.GetRawText() : id.ValueKind == JsonValueKind.String ? id.GetString()! : "";
            if (digits.Length == 0)
                return false;
            _form.Elements.Add(digits);
            return true;
        }

        private bool Video(JsonElement item)
        {
            var url = TextOf(item, "video_url");
            if (url.Length == 0 || _form.Film is not null)
                return false;
            _form.Film = new Film
            {
                Url = url,
                Name = Links.NameOf(url),
                Preview = url,
                IsBase = TextOf(item, "refer_type") != "feature",
                KeepOriginalSound = TextOf(item, "keep_original_sound") != "no",
            };
            return true;
        }

        private bool Items(string name, JsonElement list, Func<JsonElement, bool> take)
        {
            if (list.ValueKind != JsonValueKind.Array)
                return false;
            var at = 0;
            foreach (var item in list.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Object || !take(item))
                    _leftOut.Add(string.Create(CultureInfo.InvariantCulture, $"{name}[{at}]"));
                at++;
            }

            return true;
        }

        private static bool IsAbsent(JsonElement value) => value.ValueKind == JsonValueKind.Null
            || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()))
            || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);

        private static bool Text(JsonElement value, Action<string> take)
        {
            if (value.ValueKind != JsonValueKind.String)
                return false;
            take(value.GetString()!);
            return true;
        }

        private static string TextOf(JsonElement item, string name) =>
            item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

        private static bool Flag(JsonElement value, Action<bool> take)
        {
            if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                return false;
            take(value.GetBoolean());
            return true;
        }

        private static int? Number(JsonElement value)
        {
            var digits = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
            return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
    }
}
