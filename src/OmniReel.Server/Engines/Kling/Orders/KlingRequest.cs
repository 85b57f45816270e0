using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OmniReel.Contract.Requests;

namespace OmniReel.Server.Engines.Kling.Orders;

/// <summary>What stands in a place that is filled in later.</summary>
internal enum PlaceKind
{
    /// <summary>An item's <c>image_url</c>.</summary>
    Picture,

    /// <summary>An item's <c>element_id</c>.</summary>
    Element,

    /// <summary>The <c>video_url</c>.</summary>
    Film,
}

/// <summary>A place in the text of a request.</summary>
/// <param name="Offset">Before which byte of <see cref="KlingRequest.Text"/>.</param>
/// <param name="At">Which item of its list, from 0.</param>
internal readonly record struct RequestPlace(int Offset, PlaceKind Kind, int At);

/// <summary>
/// A stored body as the upstream is to have it: known fields first, in one order and one spelling each, then all that are unknown here, as
/// sent. Left out are the two that are ours (<c>external_task_id</c>, <c>callback_url</c>), comments, and what is null or empty. Pictures,
/// elements and the video are places still to be filled, so this stays small however large the body was.
/// </summary>
internal sealed class KlingRequest
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions s_reading = new() { CommentHandling = JsonCommentHandling.Skip };

    private KlingRequest(ReadOnlyMemory<byte> text, IReadOnlyList<RequestPlace> places) => (Text, Places) = (text, places);

    /// <summary>One JSON object without its closing brace and with nothing in its places; it has a member at least.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<RequestPlace> Places { get; }

    /// <param name="body">As stored.</param>
    /// <param name="request">What was read from it.</param>
    public static KlingRequest Of(ReadOnlySpan<byte> body, VideoRequest request)
    {
        using var document = JsonDocument.Parse(WithoutPictures(body, request), s_reading);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, s_writing);
        var offsets = new RequestFields(json, document.RootElement, request).Write();

        // Where a place is stands a null, so that the writer puts its commas right.
        const int stand = 4;
        var text = new ArrayBufferWriter<byte>(buffer.WrittenCount);
        var places = new List<RequestPlace>(offsets.Count);
        var from = 0;
        foreach (var place in offsets)
        {
            text.Write(buffer.WrittenSpan[from..place.Offset]);
            places.Add(place with { Offset = text.WrittenCount });
            from = place.Offset + stand;
        }

        text.Write(buffer.WrittenSpan[from..^1]);
        return new KlingRequest(text.WrittenMemory, places);
    }

    /// <summary>Inline pictures are most of a body, and are files by the time that they are sent.</summary>
    private static byte[] WithoutPictures(ReadOnlySpan<byte> body, VideoRequest request)
    {
        InlineImage[] inline = [.. request.Images.Select(image => image.Inline).OfType<InlineImage>().OrderBy(image => image.Offset)];
        var rest = new byte[body.Length - inline.Sum(image => image.Length)];
        int from = 0, to = 0;
        foreach (var image in inline)
        {
            var before = body[from..image.Offset];
            before.CopyTo(rest.AsSpan(to));
            to += before.Length;
            from = image.Offset + image.Length;
        }

        body[from..].CopyTo(rest.AsSpan(to));
        return rest.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? rest[3..] : rest;
    }
}
