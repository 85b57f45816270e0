using System.Collections.Concurrent;
using System.Text;
using OmniReel.Media.Encoding;
using OmniReel.Server.Inputs;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Elements;

/// <summary>Fetches what the test says: pictures and films made here, refusals, and nothing at all until it is let go.</summary>
internal sealed class ScriptedFetcher : IInputFetcher
{
    private static readonly Lazy<byte[]> s_good = new(() => Film("s=1920x1080:r=24:d=3"));
    private static readonly Lazy<byte[]> s_tiny = new(() => Film("s=640x360:r=24:d=1"));

    private int _files;

    /// <summary>A grey picture.</summary>
    public static byte[] Picture(int side) => PngFile.Of(side, side, 8, PngFile.Grey, _ => new byte[side]);

    /// <summary>What was asked for: the field and the URL, or the length of the inline text.</summary>
    public ConcurrentQueue<(string Field, string What)> Asked { get; } = new();

    /// <summary>Runs before each answer.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = static (_, _) => Task.CompletedTask;

    public async Task<InputFile> FetchAsync(FetchShare share, long acceptedAt, string url, InputMedia media, string field, string folder, CancellationToken cancellation)
    {
        Asked.Enqueue((field, url));
        await Before(url, cancellation);
        if (url.EndsWith("/bad", StringComparison.Ordinal))
            throw new InputException(field, "image_side", $"{field}: is 200 pixels wide; 300 are needed", $"{field}：宽 200 像素；至少 300");
        if (media == InputMedia.Video)
            return Write(folder, (url.EndsWith("/tiny.mp4", StringComparison.Ordinal) ? s_tiny : s_good).Value, MediaFormat.Mp4);
        var side = url.EndsWith("/small", StringComparison.Ordinal) ? 200 : 320;
        return Write(folder, Picture(side), MediaFormat.Png);
    }

    public Task<InputFile> DecodeAsync(ReadOnlyMemory<byte> inline, string field, string folder, CancellationToken cancellation)
    {
        Asked.Enqueue((field, $"{inline.Length}"));
        return Task.FromResult(Write(folder, Convert.FromBase64String(Encoding.ASCII.GetString(inline.Span)), MediaFormat.Png));
    }

    private static byte[] Film(string form)
    {
        using var folder = new TemporaryFolder();
        return Ffmpeg.Bytes($"-f lavfi -i testsrc2={form} -c:v libx264 -preset ultrafast -pix_fmt yuv420p", folder.File("film.mp4"));
    }

    private InputFile Write(string folder, byte[] content, MediaFormat format)
    {
        var path = Path.Combine(folder, $"{Interlocked.Increment(ref _files)}.bin");
        File.WriteAllBytes(path, content);
        return new InputFile(path, format, content.Length);
    }
}
