using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Encoding;

/// <summary>The sound of a film, taken out of it.</summary>
/// <param name="Mp4">A file with nothing else in it.</param>
/// <param name="PacketSeconds">How long each of its packets sounds.</param>
public sealed record KeptSound(byte[] Mp4, double PacketSeconds);

/// <summary>
/// Takes the sound out of a user's film: its packets as they are where an MP4 takes them and they last as long as the pictures, else
/// made anew as AAC at 48 kHz in stereo. All of it in the sandbox.
/// </summary>
/// <param name="program">Name or path of ffmpeg.</param>
public sealed class OriginalSound(Sandbox sandbox, SoundProbe probe, string program = "ffmpeg")
{
    private const double OneFrame = 1.0 / FilmPlan.FrameRate;

    private static readonly SandboxCaps s_caps = new(TimeSpan.FromSeconds(15), 32 << 20, SandboxCaps.DefaultMemory);

    /// <summary>The sound alone; null where the film has none.</summary>
    /// <param name="frames">Of the film that it is to go with.</param>
    /// <exception cref="UnreadableMediaException">There is sound that cannot be read.</exception>
    /// <exception cref="SandboxException">The sandbox failed, not the film.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing.</exception>
    public async Task<KeptSound?> TakeAsync(string path, int frames, CancellationToken cancellation)
    {
        if (await probe.ReadAsync(path, cancellation) is not { } facts)
            return null;
        var length = frames * OneFrame;
        if (FitsAsItIs(facts, length) && await RunAsync(path, new SoundToPipe(facts.FilmStart, length, IsCopied: true), cancellation) is { } copied)
            return new(copied, facts.PacketSeconds);
        return await RunAsync(path, new SoundToPipe(facts.FilmStart, length, IsCopied: false), cancellation) is { } made
            ? new(made, SoundToPipe.PacketSeconds)
            : throw new UnreadableMediaException("its sound cannot be read");
    }

    /// <summary>It begins with the pictures and ends no more than a frame before them; what is longer is cut between packets.</summary>
    private static bool FitsAsItIs(SoundFacts facts, double length) =>
        facts.Codec == "aac" && Math.Abs(facts.Start - facts.FilmStart) < OneFrame && facts.End - facts.FilmStart > length - OneFrame * 0.9;

    private async Task<byte[]?> RunAsync(string path, SoundToPipe sound, CancellationToken cancellation)
    {
        var outcome = await sandbox.RunAsync(
            program, path, name => [new Quietly(), new KeepTimes(), new UntrustedFile(MediaFormat.Mp4, name), sound], s_caps, cancellation);
        if (outcome.IsStarved)
            throw SandboxException.Starved();
        return outcome.End == SandboxEnd.Done && outcome.Output.Length > 0 ? outcome.Output : null;
    }
}
