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

    private static readonly SandboxCaps s_picture = new(TimeSpan.FromSeconds(10), 64 << 20, SandboxCaps.DefaultMemory);

    // Eight seconds of 1920 × 1080 at 60 frames a second take about ten.
    private static readonly SandboxCaps s_film = new(TimeSpan.FromSeconds(30), 128 << 20, SandboxCaps.DefaultMemory);

    /// <summary>Writes the new picture to a path, JPEG for a JPEG and PNG for a PNG. Nothing is there when it throws.</summary>
    /// <param name="facts">From its header; it must be decodable.</param>
    /// <param name="made">Where the new one is put.</param>
    /// <exception cref="UnreadableMediaException">It cannot be decoded; the message quotes nothing of it.</exception>
    /// <exception cref="SandboxException">The sandbox failed, not the picture.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public Task PictureAsync(string path, MediaFormat format, PictureFacts facts, string made, CancellationToken cancellation) => RunAsync(
        path, name => [new Quietly(), new Strictly(), new UntrustedFile(format, name), new PictureToPipe(format, facts, LongestSide)], made, s_picture, cancellation);

    /// <summary>Writes the new film to a path, an MP4 of H.264 and AAC. Nothing is there when it throws.</summary>
    /// <inheritdoc cref="PictureAsync"/>
    public Task FilmAsync(string path, string made, CancellationToken cancellation) => RunAsync(
        path, name => [new Quietly(), new UntrustedFile(MediaFormat.Mp4, name), new FilmToPipe(LongestFilm)], made, s_film, cancellation);

    private async Task RunAsync(string path, Func<string, IEnumerable<FfmpegArgument>> command, string made, SandboxCaps caps, CancellationToken cancellation)
    {
        try
        {
            await using var file = new FileStream(made, FileMode.Create, FileAccess.Write, FileShare.None, 0);
            var outcome = await sandbox.RunIntoAsync(program, path, command, file, caps, cancellation);
            Check(outcome, file.Length);
        }
        catch
        {
            File.Delete(made);
            throw;
        }
    }

    private static void Check(SandboxOutcome outcome, long length)
    {
        if (outcome.End == SandboxEnd.Done && length > 0)
            return;
        throw outcome.End switch
        {
            SandboxEnd.TooLong when outcome.IsStarved => SandboxException.Starved(),
            SandboxEnd.TooLong => new UnreadableMediaException("decoding it takes too long"),
            SandboxEnd.TooMuch => new UnreadableMediaException("it would become far too large"),
            _ => new UnreadableMediaException("it is broken and cannot be decoded"),
        };
    }
}
