using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using OmniReel.Contract.Requests;
using OmniReel.Media.Frames;
using OmniReel.Media.Storyboards;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>A film that is to be there at the end of an attempt, made now or before.</summary>
/// <param name="PlanJson">The account of the film; with the inputs it decides every byte.</param>
/// <param name="ShotFrames">Length of each shot in frames.</param>
/// <param name="NotUnderstood">Of this task's own request.</param>
/// <param name="Key">A digest of all that the film is made from.</param>
/// <param name="Text">The words of its storyboard.</param>
public sealed record FilmOrder(
    VideoTask Task, string PlanJson, IReadOnlyList<int> ShotFrames, IReadOnlyList<string> NotUnderstood, string Key, SheetText Text)
{
    private const int Piece = 256 << 10;

    /// <summary>Units to be billed: those that were held, unless the film turned out to have another length.</summary>
    public decimal Units { get; init; } = Task.Facts.Units;

    /// <summary>A digest of the storyboard's words: the same film may be asked for in other ones.</summary>
    public string WordsKey => Digest(
        [Text.Title, Text.IsChinese ? "zh" : "en", .. Text.Panels.SelectMany(panel => (string[])[panel.Prompt, panel.Notes])]);

    /// <summary>The order of a request whose plan is known.</summary>
    /// <param name="contents">Digests of the inputs.</param>
    public static FilmOrder Of(
        VideoTask task, VideoRequest request, IReadOnlyList<string> contents, string planJson, IReadOnlyList<int> shotFrames, IReadOnlyList<string> notUnderstood,
        SheetText text)
    {
        string[] parts =
        [
            RendererVersion.Current, planJson, $"{request.Kind.Input}", $"sound {request.Sound}", $"marked {request.Watermark}",
            $"video {request.Video?.IsBase} {request.Video?.KeepOriginalSound}", .. contents,
        ];
        return new FilmOrder(task, planJson, shotFrames, notUnderstood, Digest(parts), text);
    }

    /// <summary>The SHA-256 of a file in hexadecimal digits.</summary>
    internal static Task<string> SumAsync(string path, CancellationToken cancellation) => System.Threading.Tasks.Task.Run(
        () =>
        {
            using var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
            return Sum(file);
        },
        cancellation);

    /// <summary>
    /// The SHA-256 of what is left of a stream, read by the caller's thread, and in large pieces: to hand each piece from thread to thread
    /// takes longer than the sum.
    /// </summary>
    internal static string Sum(Stream content)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            while (content.Read(piece, 0, Piece) is var length and > 0)
                sum.AppendData(piece, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }

    // Each part with its length before it: no two lists of parts are the same text.
    internal static string Digest(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{part.Length}:{part}")))));
}
