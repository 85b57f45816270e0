using System.Globalization;
using System.Security.Cryptography;
using OmniReel.Contract.Requests;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>
/// What a request asks for, as digests: two of the same digest come to the same film, to its last picture and word, and no plan has to
/// be made to know it.
/// </summary>
/// <param name="Asked">By the words and by where the inputs are: what lies there may be another thing today. Null where there is none to say.</param>
/// <param name="Given">By the words and by what the inputs are. Null where films of these words are never the same.</param>
internal sealed record FilmWish(string? Asked, string? Given)
{
    /// <summary>The digest of a request whose inputs nobody has looked at yet.</summary>
    /// <param name="body">That the request was read from; looked into where images lie in it.</param>
    public static string? AskedOf(VideoTask task, VideoRequest request, HeldBody body) =>
        task.Facts.Slate || request.Images.Sum(image => (long)(image.Inline?.Length ?? 0)) > BodyRoom.Small
            ? null
            : FilmOrder.Digest(["asked", .. Words(task, request), .. request.Images.Select(image => image.Url ?? Inline(image.Inline!.Value, body)), request.Video?.Url ?? ""]);

    /// <summary>The wish of a request whose inputs are here.</summary>
    /// <param name="contents">Digests of the inputs.</param>
    /// <param name="elements">What the caller's own elements among the request's are.</param>
    public static FilmWish Of(VideoTask task, VideoRequest request, string? asked, IReadOnlyList<string> contents, IReadOnlyList<string> elements) => new(
        asked, task.Facts.Slate ? null : FilmOrder.Digest(["given", .. Words(task, request), .. contents, .. elements]));

    // All that decides a film and what is told of it, each list with its length; a slate names its own task.
    private static IEnumerable<string> Words(VideoTask task, VideoRequest request) =>
    [
        task.Tenant, task.Facts.Language,
        string.Create(CultureInfo.InvariantCulture, $"{request.Kind.Input} {request.Kind.Shots} {request.Model} {request.Mode} {request.AspectRatio} {request.Seconds} {request.Sound} {request.Watermark}"),
        string.Create(CultureInfo.InvariantCulture, $"{request.Shots.Count} {request.Images.Count} {request.Elements.Count} {request.Video?.IsBase} {request.Video?.KeepOriginalSound}"),
        request.Prompt, request.NegativePrompt,
        .. request.Shots.SelectMany(shot => (string[])[shot.Prompt, shot.Seconds.ToString(CultureInfo.InvariantCulture)]),
        .. request.Images.Select(image => $"{image.Role}"),
        .. request.Elements,
    ];

    private static string Inline(InlineImage image, HeldBody body) => Convert.ToHexStringLower(SHA256.HashData(body.Bytes.Span.Slice(image.Offset, image.Length)));
}
