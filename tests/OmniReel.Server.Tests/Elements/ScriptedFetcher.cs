using System.Collections.Concurrent;
using System.Text;
using OmniReel.Media.Encoding;
using OmniReel.Server.Inputs;

namespace OmniReel.Server.Tests.Elements;

/// <summary>Fetches what the test says: files whose content is the URL, refusals, and nothing at all until it is let go.</summary>
internal sealed class ScriptedFetcher : IInputFetcher
{
    private int _files;

    /// <summary>What was asked for: the field and the URL, or the length of the inline text.</summary>
    public ConcurrentQueue<(string Field, string What)> Asked { get; } = new();

    /// <summary>Runs before each answer.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = static (_, _) => Task.CompletedTask;

    public async Task<InputFile> FetchAsync(string tenant, string url, InputMedia media, string field, string folder, CancellationToken cancellation)
    {
        Asked.Enqueue((field, url));
        await Before(url, cancellation);
        if (url.EndsWith("/bad", StringComparison.Ordinal))
            throw new InputException(field, "image_side", $"{field}: is 200 pixels wide; 300 are needed", $"{field}：宽 200 像素；至少 300");
        return Write(folder, Encoding.UTF8.GetBytes(url), media == InputMedia.Video ? MediaFormat.Mp4 : MediaFormat.Png);
    }

    public Task<InputFile> DecodeAsync(ReadOnlyMemory<byte> inline, string field, string folder, CancellationToken cancellation)
    {
        Asked.Enqueue((field, $"{inline.Length}"));
        return Task.FromResult(Write(folder, Convert.FromBase64String(Encoding.ASCII.GetString(inline.Span)), MediaFormat.Png));
    }

    private InputFile Write(string folder, byte[] content, MediaFormat format)
    {
        var path = Path.Combine(folder, $"{Interlocked.Increment(ref _files)}.bin");
        File.WriteAllBytes(path, content);
        return new InputFile(path, format, content.Length);
    }
}
