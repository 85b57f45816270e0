using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Stills;

namespace OmniReel.Media.Editing;

/// <summary>
/// Edits given films. A frame is a pure function of the film's frame, the plan and its number, so the same plan gives the same bytes on
/// any number of threads. The film is decoded in the sandbox while it is edited, and never lies decoded anywhere.
/// </summary>
public sealed class FilmEditor(RenderOptions options, Sandbox sandbox)
{
    /// <summary>Of one decoder: what it is waited for and what it may reckon, whatever the film.</summary>
    private static readonly SandboxCaps s_caps = new(TimeSpan.FromMinutes(5), 0, SandboxCaps.DefaultMemory);

    private readonly OriginalSound _sound = new(sandbox, new SoundProbe(sandbox));

    /// <summary>Edits the film and puts the result, and whatever is wanted along with it, in its place when it is whole; until then nothing is there.</summary>
    /// <param name="files">Their sound stays null: it comes with the film.</param>
    /// <param name="framesDone">Told the number of finished frames, from 1 to all of them, from a thread of the editor.</param>
    /// <exception cref="ArgumentException">The plan has no frame, a side is odd or below 16 pixels, or it names what the material lacks.</exception>
    /// <exception cref="UnreadableMediaException">The film cannot be decoded to its end; the message quotes nothing of it.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="SandboxException">The sandbox failed, not the film.</exception>
    /// <exception cref="OperationCanceledException">Canceled: no process and no file is left.</exception>
    public async Task<FilmReport> EditAsync(
        EditPlan plan, SourceFilm film, EditMaterial material, FilmFiles files, IProgress<int>? framesDone = null, CancellationToken cancellation = default)
    {
        Check(plan);
        ArgumentNullException.ThrowIfNull(film);
        ArgumentNullException.ThrowIfNull(files);
        var soundFile = files.Film + ".sound";
        try
        {
            var sound = film.KeepsSound && film.Facts.HasAudio ? await KeepSoundAsync(film.Path, plan.Frames, soundFile, cancellation) : null;
            using var steps = await EditSteps.PrepareAsync(plan, material, size => OpenAsync(film.Path, size, plan.Frames, cancellation), cancellation);
            using var source = new FilmSource(await OpenAsync(film.Path, (plan.Width, plan.Height), plan.Frames, cancellation), plan.Frames);
            var making = new EditMaking(plan, steps.All, source, options, sound, framesDone);
            return await Task.Factory.StartNew(
                () => making.Run(files, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            if (File.Exists(soundFile))
                File.Delete(soundFile);
        }
    }

    private async Task<(string, double)?> KeepSoundAsync(string film, int frames, string path, CancellationToken cancellation)
    {
        if (await _sound.TakeAsync(film, frames, cancellation) is not { } sound)
            return null;
        await File.WriteAllBytesAsync(path, sound.Mp4, cancellation);
        return (path, sound.PacketSeconds);
    }

    private Task<SandboxedReading> OpenAsync(string film, (int Width, int Height) size, int frames, CancellationToken cancellation) => sandbox.OpenAsync(
        options.Ffmpeg, film,
        name => [new Quietly(), new UntaggedIsBt709(), new UntrustedFile(MediaFormat.Mp4, name), new RawFilmToPipe(size.Width, size.Height, FilmPlan.FrameRate, frames)],
        s_caps, cancellation);

    private static void Check(EditPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Width < 16 || plan.Height < 16 || plan.Width % 2 != 0 || plan.Height % 2 != 0)
            throw new ArgumentException($"A film's sides are even and at least 16 pixels; these are {plan.Width}×{plan.Height}.", nameof(plan));
        if (plan.Frames < 1)
            throw new ArgumentException("A film has at least one frame.", nameof(plan));
    }
}
