using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;

namespace OmniReel.Media.Encoding.Remaking;

/// <summary>
/// Codes what a user gave anew, in the sandbox, so that others can be shown it: decoded to its last pixel, upright, without metadata,
/// and with no byte of the file that came.
/// </summary>
/// <param name="program">Name or path of ffmpeg.</param>
public sealed class MediaRemaker(Sandbox sandbox, string program = "ffmpeg")
{
    /// <summary>Larger pictures are made smaller, in pixels.</summary>
    public const int LongestSide = 4096;

    /// <summary>What a film has beyond this is left out, in seconds.</summary>
    public const int LongestFilm = 10;

    private static readonly SandboxCaps s_picture = new(TimeSpan.FromSeconds(20), 64 << 20, SandboxCaps.DefaultMemory);
    private static readonly SandboxCaps s_film = new(TimeSpan.FromMinutes(2), 128 << 20, SandboxCaps.DefaultMemory);

    /// <summary>The bytes of the new picture, JPEG for a JPEG and PNG for a PNG.</summary>
    /// <param name="facts">From its header; it must be decodable.</param>
    /// <exception cref="UnreadableMediaException">It cannot be decoded; the message quotes nothing of it.</exception>
    /// <exception cref="SandboxException">The sandbox failed, not the picture.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing.</exception>
    public Task<byte[]> PictureAsync(string path, MediaFormat format, PictureFacts facts, CancellationToken cancellation) => RunAsync(
        path, name => [new Quietly(), new Strictly(), new UntrustedFile(format, name), new PictureToPipe(format, facts, LongestSide)], s_picture, cancellation);

    /// <summary>The bytes of the new film, an MP4 of H.264 and AAC.</summary>
    /// <inheritdoc cref="PictureAsync"/>
    public Task<byte[]> FilmAsync(string path, CancellationToken cancellation) => RunAsync(
        path, name => [new Quietly(), new UntrustedFile(MediaFormat.Mp4, name), new FilmToPipe(LongestFilm)], s_film, cancellation);

    private async Task<byte[]> RunAsync(string path, Func<string, IEnumerable<FfmpegArgument>> command, SandboxCaps caps, CancellationToken cancellation)
    {
        var outcome = await sandbox.RunAsync(program, path, command, caps, cancellation);
        return outcome.End switch
        {
            SandboxEnd.Done when outcome.Output.Length > 0 => outcome.Output,
            SandboxEnd.TooLong when outcome.IsStarved => throw SandboxException.Starved(),
            SandboxEnd.TooLong => throw new UnreadableMediaException("decoding it takes too long"),
            SandboxEnd.TooMuch => throw new UnreadableMediaException("it would become far too large"),
            _ => throw new UnreadableMediaException("it is broken and cannot be decoded"),
        };
    }
}
