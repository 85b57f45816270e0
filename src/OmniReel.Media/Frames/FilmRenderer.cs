using OmniReel.Media.Plans;
using OmniReel.Media.Slates;
using OmniReel.Media.Stills;
using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>
/// Makes films. A frame is a pure function of the plan and its number, so the same plan gives the same bytes on any number
/// of threads. Keeps no state: one renderer may make several films at once.
/// </summary>
public sealed class FilmRenderer
{
    private readonly RenderOptions _options;
    private readonly Staging _staging;

    public FilmRenderer(RenderOptions options)
        : this(options, ShotStaging.Compose)
    {
    }

    internal FilmRenderer(RenderOptions options, Staging staging)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        _options = options;
        _staging = staging;
    }

    /// <summary>Makes the film and puts it at <paramref name="path"/> when it is whole; until then nothing is there.</summary>
    /// <param name="framesDone">Told the number of finished frames, from 1 to all of them, from a thread of the renderer.</param>
    /// <exception cref="ArgumentException">The plan has no frame, a side is odd or below 16 pixels, or a picture has another size.</exception>
    /// <exception cref="Encoding.FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="OperationCanceledException">Canceled: ffmpeg has ended, no file is left.</exception>
    public Task<FilmReport> RenderAsync(FilmPlan plan, string path, IProgress<int>? framesDone = null, CancellationToken cancellationToken = default) =>
        RenderAsync(plan, new FilmFiles(path), framesDone, cancellationToken);

    /// <summary>Makes the film, and whatever is wanted along with it, in one pass.</summary>
    /// <inheritdoc cref="RenderAsync(FilmPlan, string, IProgress{int}?, CancellationToken)"/>
    public Task<FilmReport> RenderAsync(FilmPlan plan, FilmFiles files, IProgress<int>? framesDone = null, CancellationToken cancellationToken = default)
    {
        Check(plan);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentException.ThrowIfNullOrEmpty(files.Film);
        return Task.Factory.StartNew(Make, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        FilmReport Make()
        {
            using var making = new FilmMaking(plan, _options, _staging, framesDone);
            return making.Run(files, cancellationToken);
        }
    }

    /// <summary>One frame as a player shows it. The caller disposes of it.</summary>
    /// <param name="frame">From 0 to the plan's frames less one.</param>
    public SKBitmap RenderFrame(FilmPlan plan, int frame)
    {
        Check(plan);
        ArgumentOutOfRangeException.ThrowIfNegative(frame);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(frame, plan.Frames);
        var first = 0;
        var shot = plan.Shots.First(s => (first += s.Frames) > frame);
        var stage = new Stage(plan.Width, plan.Height);
        using var baked = BakedShot.Bake(shot, stage, _staging, _options.Threads);
        using var painter = new FramePainter(stage);
        var result = new I420Frame(plan.Width, plan.Height);
        painter.Paint(baked, new Moment(frame - (first - shot.Frames), shot.Frames), frame, result);
        Slate.Of(plan)?.Burn(frame, result);
        return result.ToBitmap();
    }

    private static void Check(FilmPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Width < 16 || plan.Height < 16 || plan.Width % 2 != 0 || plan.Height % 2 != 0)
            throw new ArgumentException($"A film's sides are even and at least 16 pixels; these are {plan.Width}×{plan.Height}.", nameof(plan));
        if (plan.Shots.Count == 0 || plan.Shots.Any(s => s.Frames < 1))
            throw new ArgumentException("A film has at least one shot, and every shot at least one frame.", nameof(plan));
        var pictures = plan.Shots.SelectMany(s => new[] { s.Picture, s.EndPicture }).OfType<StillPicture>();
        if (pictures.Any(p => p.Width != plan.Width || p.Height != plan.Height || p.Pixels.Length != 4L * p.Width * p.Height))
            throw new ArgumentException("A picture in a film is as large as the film.", nameof(plan));
    }
}
