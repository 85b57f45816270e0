using System.Text.Json;
using OmniReel.Contract.Requests;

namespace OmniReel.Server.Engines.Kling.Orders;

/// <summary>Writes the fields of one request.</summary>
internal sealed class RequestFields(Utf8JsonWriter json, JsonElement body, VideoRequest request)
{
    private readonly List<RequestPlace> _places = [];

    /// <summary>The places, at the nulls that stand for them.</summary>
    public IReadOnlyList<RequestPlace> Write()
    {
        json.WriteStartObject();
        json.WriteString("model_name", request.Model.WireName());
        json.WriteString("mode", request.Mode.WireName());
        Text("aspect_ratio", request.AspectRatio?.WireName());
        Text("duration", request.Seconds?.ToString());
        json.WriteBoolean("multi_shot", request.Kind.Shots != ShotKind.SingleShot);
        Carry("shot_type");
        Text("prompt", request.Prompt.Length > 0 ? request.Prompt : null);
        Carry("negative_prompt");
        if (request.Shots.Count > 0)
            Items("multi_prompt", (shot, _) => Shot(shot));
        else
            Carry("multi_prompt");
        Items("image_list", (image, at) => Item(image, "image_url", PlaceKind.Picture, at));
        Items("element_list", (element, at) => Item(element, "element_id", PlaceKind.Element, at));
        Items("video_list", Video);
        json.WriteString("sound", request.Sound ? "on" : "off");
        Carry("watermark_info");
        foreach (var field in body.EnumerateObject().Where(field => !IsKnown(field.Name)))
            field.WriteTo(json);
        json.WriteEndObject();
        json.Flush();
        return _places;
    }

    private static bool IsKnown(string name) => name is
        "model_name" or "mode" or "aspect_ratio" or "duration" or "multi_shot" or "shot_type" or "prompt" or "negative_prompt" or "multi_prompt"
        or "image_list" or "element_list" or "video_list" or "sound" or "watermark_info" or "callback_url" or "external_task_id";

    /// <summary>A value as it was read; one that has no effect here as it was sent, for an upstream that gives it some.</summary>
    private void Text(string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
        else if (body.TryGetProperty(name, out var sent) && sent.ValueKind == JsonValueKind.Number)
            json.WriteString(name, sent.GetRawText());
        else
            Carry(name);
    }

    private void Carry(string name)
    {
        if (body.TryGetProperty(name, out var sent) && !IsEmpty(sent))
            Member(name, sent);
    }

    private void Member(string name, JsonElement value)
    {
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    private void Items(string name, Action<JsonElement, int> write)
    {
        if (!body.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            return;
        json.WriteStartArray(name);
        foreach (var (at, item) in list.EnumerateArray().Index())
        {
            json.WriteStartObject();
            write(item, at);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Item(JsonElement item, string name, PlaceKind kind, int at)
    {
        Place(name, kind, at);
        Others(item, name);
    }

    private void Video(JsonElement item, int at)
    {
        Place("video_url", PlaceKind.Film, at);
        // Written out: upstreams do not agree on what is meant where nothing is said.
        json.WriteString("refer_type", request.Video!.IsBase ? "base" : "feature");
        json.WriteString("keep_original_sound", request.Video.KeepOriginalSound ? "yes" : "no");
        Others(item, "video_url", "refer_type", "keep_original_sound");
    }

    private void Shot(JsonElement item)
    {
        json.WritePropertyName("index");
        json.WriteRawValue(Plain(item, "index"));
        json.WriteString("prompt", Plain(item, "prompt"));
        json.WriteString("duration", Plain(item, "duration"));
        Others(item, "index", "prompt", "duration");
    }

    private void Others(JsonElement item, params ReadOnlySpan<string> but)
    {
        foreach (var member in item.EnumerateObject())
        {
            if (!but.Contains(member.Name) && !IsEmpty(member.Value))
                Member(member.Name, member.Value);
        }
    }

    private void Place(string name, PlaceKind kind, int at)
    {
        json.WritePropertyName(name);
        json.Flush();
        _places.Add(new RequestPlace((int)json.BytesCommitted, kind, at));
        json.WriteNullValue();
    }

    private static string Plain(JsonElement item, string name) =>
        item.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : item.GetProperty(name).GetRawText();

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };
}
