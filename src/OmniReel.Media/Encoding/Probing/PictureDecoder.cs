using OmniReel.Media.Encoding.Sandboxes;

namespace OmniReel.Media.Encoding.Probing;

/// <summary>Decodes a picture, or a moment of a film, at the size it is needed in: upright, its metadata gone.</summary>
/// <param name="program">Name or path of ffmpeg.</param>
public sealed class PictureDecoder(Sandbox sandbox, string program = "ffmpeg")
{
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(9);

    /// <summary>Pixels of <paramref name="width"/> × <paramref name="height"/>, row by row, blue, green, red and 255. Transparency lies over white.</summary>
    /// <param name="facts">From its header; it must be decodable.</param>
    /// <exception cref="UnreadableMediaException">It cannot be decoded; the message quotes nothing of it.</exception>
    /// <exception cref="SandboxException">The sandbox failed, not the picture.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing.</exception>
    public async Task<byte[]> DecodeAsync(
        string path, MediaFormat format, PictureFacts facts, int width, int height, CancellationToken cancellation)
    {
        var pixels = await DecodeWithAlphaAsync(path, format, facts, width, height, cancellation);
        LayOverWhite(pixels);
        return pixels;
    }

    /// <summary>As <see cref="DecodeAsync"/>, its transparency kept: blue, green and red are multiplied by the alpha that follows them.</summary>
    /// <inheritdoc cref="DecodeAsync"/>
    public Task<byte[]> DecodeWithAlphaAsync(
        string path, MediaFormat format, PictureFacts facts, int width, int height, CancellationToken cancellation)
    {
        if (!facts.IsDecodable)
            throw new ArgumentException("The picture is too large to decode.", nameof(facts));
        return RunAsync(path, format, new RawPictureToPipe(width, height, facts.Orientation, facts.HasAlpha), width, height, cancellation);
    }

    /// <summary>What a film shows at a time.</summary>
    /// <param name="second">Since it began, before its end.</param>
    /// <inheritdoc cref="DecodeAsync"/>
    public Task<byte[]> DecodeMomentAsync(string path, double second, int width, int height, CancellationToken cancellation) =>
        RunAsync(path, MediaFormat.Mp4, new RawMomentToPipe(second, width, height), width, height, cancellation);

    private async Task<byte[]> RunAsync(string path, MediaFormat format, FfmpegArgument toPipe, int width, int height, CancellationToken cancellation)
    {
        var length = checked(width * height * 4);
        var outcome = await sandbox.RunAsync(
            program, path, name => [new Quietly(), new Strictly(), new UntrustedFile(format, name), toPipe],
            new SandboxCaps(s_time, length, SandboxCaps.DefaultMemory), cancellation);
        if (outcome.IsStarved)
            throw SandboxException.Starved();
        if (outcome.End == SandboxEnd.TooLong)
            throw new UnreadableMediaException("decoding it takes too long");
        if (outcome.End != SandboxEnd.Done || outcome.Output.Length != length)
            throw new UnreadableMediaException("it is broken and cannot be decoded");
        return outcome.Output;
    }

    /// <summary>Colours come multiplied by their alpha: what is missing to opaque is white.</summary>
    private static void LayOverWhite(byte[] pixels)
    {
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var missing = 255 - pixels[i + 3];
            if (missing == 0)
                continue;
            pixels[i] = (byte)Math.Min(255, pixels[i] + missing);
            pixels[i + 1] = (byte)Math.Min(255, pixels[i + 1] + missing);
            pixels[i + 2] = (byte)Math.Min(255, pixels[i + 2] + missing);
            pixels[i + 3] = 255;
        }
    }
}
