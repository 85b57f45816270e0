using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OmniReel.Contract.Requests;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines.Kling.Orders;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Kling.Elements;

/// <summary>What an element is made from at an upstream.</summary>
/// <param name="Id">Our id of it.</param>
/// <param name="Media">The frontal picture and then others, or the one film.</param>
internal sealed record ElementSource(string Id, ElementKind Kind, string Name, string Description, IReadOnlyList<string> Tags, string? VoiceId, IReadOnlyList<Artifact> Media);

/// <summary>Finds what elements are made from: the media of the caller's own, the drawn pictures of the presets; and writes the request for one.</summary>
internal sealed class ElementSources(IElementStore elements, PresetElements presets, IPresetPictures pictures, IArtifactStore artifacts, UpstreamReach reach)
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Throws <see cref="EngineRefusedException"/> for an element that is no more.</summary>
    /// <param name="at">Which item of the request, from 0.</param>
    public async Task<ElementSource> FindAsync(VideoTask task, string digits, int at, CancellationToken cancellation)
    {
        if (presets.Preset(digits) is { } preset && await pictures.FindAsync(pictures.ArtifactOf(preset), cancellation) is { } picture)
            return new ElementSource(preset.Id, preset.Kind, preset.Name.English, preset.Description.English, preset.Tags, null, [picture]);

        var made = ElementIds.TryParse(digits, out var id) ? await elements.FindMadeAsync(task.Tenant, id, cancellation) : null;
        var media = made?.Media.Select(artifacts.Find).OfType<Artifact>().ToList() ?? [];
        if (made is null || media.Count == 0 || media.Count < made.Media.Count)
            throw new EngineRefusedException(OrderMessages.ElementGone(task.Facts.Language, at));
        var facts = made.Facts;
        return new ElementSource(digits, facts.Kind, facts.Name, facts.Description, facts.Tags, facts.VoiceId, media);
    }

    /// <summary>The body of the request that makes it. Throws <see cref="EngineRefusedException"/> where its film cannot be reached.</summary>
    /// <param name="reference">Null: none is given.</param>
    public async Task<ReadOnlyMemory<byte>> WriteAsync(ElementSource source, string? reference, VideoTask task, int at, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(buffer, s_writing);
        json.WriteStartObject();
        json.WriteString("element_name", source.Name);
        json.WriteString("element_description", source.Description.Length > 0 ? source.Description : source.Name);
        json.WriteString("reference_type", source.Kind.WireName());
        if (source.Kind == ElementKind.VideoCharacter)
            WriteFilm(json, source, task, at);
        else
            await WritePicturesAsync(json, source, cancellation);
        if (source.VoiceId is { } voice)
            json.WriteString("element_voice_id", voice);
        if (source.Tags.Count > 0)
        {
            json.WriteStartArray("tag_list");
            foreach (var tag in source.Tags)
            {
                json.WriteStartObject();
                json.WriteString("tag_id", tag);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (reference is not null)
            json.WriteString("external_task_id", reference);
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        return buffer.WrittenMemory;
    }

    private void WriteFilm(Utf8JsonWriter json, ElementSource source, VideoTask task, int at)
    {
        var link = reach.Link(source.Media[0].Id, task.CreatedAt, task.Facts.LinksBegin)
            ?? throw new EngineRefusedException(OrderMessages.NoPublicAddress(task.Facts.Language, $"element_list[{at}].element_id"));
        json.WriteStartObject("element_video_list");
        json.WriteStartArray("refer_videos");
        json.WriteStartObject();
        json.WriteString("video_url", link);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private async Task WritePicturesAsync(Utf8JsonWriter json, ElementSource source, CancellationToken cancellation)
    {
        json.WriteStartObject("element_image_list");
        json.WriteBase64String("frontal_image", await BytesAsync(source.Media[0], cancellation));
        json.WriteStartArray("refer_images");
        // Another picture than the frontal one is asked for; who has no other is seen from the front again.
        foreach (var other in source.Media.Count > 1 ? source.Media.Skip(1) : source.Media)
        {
            json.WriteStartObject();
            json.WriteBase64String("image_url", await BytesAsync(other, cancellation));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private async Task<byte[]> BytesAsync(Artifact artifact, CancellationToken cancellation)
    {
        await using var file = artifacts.Open(artifact);
        var bytes = GC.AllocateUninitializedArray<byte>(checked((int)file.Length));
        await file.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
