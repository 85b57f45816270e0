using OmniReel.Media.Audio;
using OmniReel.Media.Editing;
using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Plans;

namespace OmniReel.Media.References;

/// <summary>Looks at a user's film that drives another one, and takes from it what the other shows and sounds like. All in the sandbox.</summary>
public sealed class ReferenceReader(Sandbox sandbox, string program = "ffmpeg")
{
    /// <summary>Seconds over which a sound that is taken over ends.</summary>
    private const double SoundFade = 0.35;

    /// <summary>Most that are looked at where the probe did not count them.</summary>
    private const int UncountedFrames = 10_000;

    /// <summary>Seconds of the end that the last picture is looked for in, more and more.</summary>
    private static readonly double[] s_tails = [0.5, 3, 60];

    private static readonly SandboxCaps s_caps = new(TimeSpan.FromMinutes(3), 0, SandboxCaps.DefaultMemory);

    private readonly SoundProbe _sounds = new(sandbox);

    /// <summary>Looks at the whole film, small.</summary>
    /// <param name="path">Absolute; made by us, whatever the bytes behind it are.</param>
    /// <param name="facts">As probed.</param>
    /// <exception cref="UnreadableMediaException">The film cannot be decoded to its end; the message quotes nothing of it.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing.</exception>
    /// <exception cref="SandboxException">The sandbox failed, not the film.</exception>
    public async Task<ReferenceStudy> StudyAsync(string path, FilmFacts facts, CancellationToken cancellation)
    {
        var frames = Math.Max(1, (int)Math.Round(facts.Seconds * FilmPlan.FrameRate, MidpointRounding.AwayFromZero));
        var (width, height) = ReferenceStudy.LookedAt(facts.Width, facts.Height);
        using var source = new FilmSource(await OpenAsync(path, [], new SmallFilmToPipe(width, height, FilmPlan.FrameRate, frames), cancellation), frames);
        await using var canceling = cancellation.Register(source.GiveUp);
        return await Task.Run(
            () => ReferenceStudy.Of(frames, facts.Width, facts.Height, (number, frame) =>
            {
                if (!source.Read(number, frame))
                    throw new OperationCanceledException(cancellation);
            }),
            cancellation);
    }

    /// <summary>The film's first picture, or its last one, cut around its middle to a shape.</summary>
    /// <inheritdoc cref="StudyAsync"/>
    public async Task<StillPicture> PictureAsync(string path, FilmFacts facts, bool isLast, int width, int height, CancellationToken cancellation)
    {
        foreach (var tail in isLast ? s_tails : [0.0])
        {
            // No film shows more pictures than its probe counted, unless it is made to: an edit list may show the same ones without an end.
            var pictures = new RawFilmPicturesToPipe(width, height, Covering(facts, width, height), isLast ? facts.Frames ?? UncountedFrames : 1);
            using var decoder = await OpenAsync(path, isLast ? [new FromItsEnd(tail)] : [], pictures, cancellation);
            await using var canceling = cancellation.Register(decoder.Dispose);
            if (await Task.Run(() => Last(decoder, checked(width * height * 4)), cancellation) is { } pixels)
                return new StillPicture(width, height, pixels);
            cancellation.ThrowIfCancellationRequested();
            if (decoder.End() == SandboxEnd.TooLong)
                throw decoder.IsStarved ? SandboxException.Starved() : new UnreadableMediaException("decoding it takes too long");
        }

        throw new UnreadableMediaException("it is broken and cannot be decoded");
    }

    /// <summary>Its sound for a film of so many frames, raw as <see cref="SoundFormat"/> says: cut or followed by silence to that length. Null where there is none.</summary>
    /// <inheritdoc cref="StudyAsync"/>
    public async Task<byte[]?> SoundAsync(string path, int frames, CancellationToken cancellation)
    {
        if (await _sounds.ReadAsync(path, cancellation) is not { } facts)
            return null;
        var length = checked(frames * (SoundFormat.Rate / FilmPlan.FrameRate) * 4);
        var raw = new RawSoundToPipe(facts.FilmStart, frames / (double)FilmPlan.FrameRate, SoundFade, SoundFormat.Rate);
        var outcome = await sandbox.RunAsync(
            program, path, name => [new Quietly(), new KeepTimes(), new UntrustedFile(MediaFormat.Mp4, name), raw],
            new SandboxCaps(TimeSpan.FromSeconds(15), length + (1 << 16), SandboxCaps.DefaultMemory), cancellation);
        if (outcome.IsStarved)
            throw SandboxException.Starved();
        if (outcome.End != SandboxEnd.Done || outcome.Output.Length == 0)
            throw new UnreadableMediaException("its sound cannot be read");
        var sound = new byte[length];
        outcome.Output.AsSpan(0, Math.Min(length, outcome.Output.Length)).CopyTo(sound);
        return sound;
    }

    private static byte[]? Last(SandboxedReading decoder, int length)
    {
        byte[] whole = new byte[length], next = new byte[length];
        var any = false;
        while (decoder.Read(next) == length)
            (whole, next, any) = (next, whole, true);
        return any ? whole : null;
    }

    /// <summary>The film's own proportions, as small as they can be with the result inside.</summary>
    private static (int Width, int Height) Covering(FilmFacts facts, int width, int height)
    {
        var scale = Math.Max(width / (double)facts.Width, height / (double)facts.Height);
        return (Math.Max(width, (int)Math.Round(facts.Width * scale / 2) * 2), Math.Max(height, (int)Math.Round(facts.Height * scale / 2) * 2));
    }

    private Task<SandboxedReading> OpenAsync(string path, FfmpegArgument[] before, FfmpegArgument output, CancellationToken cancellation) => sandbox.OpenAsync(
        program, path, name => [new Quietly(), new UntaggedIsBt709(), .. before, new UntrustedFile(MediaFormat.Mp4, name), output], s_caps, cancellation);
}
