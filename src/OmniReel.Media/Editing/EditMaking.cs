using System.Diagnostics;
using OmniReel.Media.Editing.Pixels;
using OmniReel.Media.Encoding;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Slates;
using OmniReel.Media.Stills;

namespace OmniReel.Media.Editing;

/// <summary>The editing of one film: threads take frames from the decoder and edit them into a ring, this thread writes them to ffmpeg in order.</summary>
internal sealed class EditMaking
{
    /// <summary>Pixels in the frames of all threads that work on planes, some ten of them each: 4k gets two threads, and a gigabyte.</summary>
    private const long MostPlanePixels = 17_000_000;

    private readonly EditPlan _plan;
    private readonly IReadOnlyList<IFrameStep> _steps;
    private readonly FilmSource _source;
    private readonly RenderOptions _options;
    private readonly (string, double)? _sound;
    private readonly IProgress<int>? _framesDone;
    private readonly FrameLine _line;
    private readonly byte[] _noShares;
    private readonly Slate? _slate;

    private long _stepTicks, _convertTicks;

    /// <param name="sound">A file of <see cref="KeptSound"/> and how long its packets sound, or null.</param>
    public EditMaking(
        EditPlan plan, IReadOnlyList<IFrameStep> steps, FilmSource source, RenderOptions options, (string Path, double PacketSeconds)? sound, IProgress<int>? framesDone)
    {
        (_plan, _steps, _source, _options, _sound, _framesDone) = (plan, steps, source, options, sound, framesDone);
        var threads = options.ThreadsFor(plan.Width, plan.Height);
        if (steps.Any(step => step.TakesPlanes))
            threads = (int)Math.Clamp(MostPlanePixels / ((long)plan.Width * plan.Height), 1, threads);
        _line = new FrameLine(plan.Width, plan.Height, plan.Frames, threads, "film edits", Edit, source.GiveUp);
        _noShares = new byte[plan.Width];
        _slate = Slate.Of(plan);
    }

    public FilmReport Run(FilmFiles files, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        _line.Run(() => Open(files), _framesDone, cancellation);
        var timings = new RenderTimings(Stopwatch.GetElapsedTime(start), [], TimeSpan.Zero, FrameLine.Spent(_stepTicks), FrameLine.Spent(_convertTicks), _line.Writing);
        return new FilmReport(files.Film, _plan.Width, _plan.Height, _plan.Frames, new FileInfo(files.Film).Length, timings);
    }

    private FilmSink Open(FilmFiles files) => new(
        _options.Ffmpeg, files, _plan.Width, _plan.Height, [_plan.Frames], path => EditEncoding.Command(_plan.Width, _plan.Height, _sound, path));

    private void Edit()
    {
        using var easel = new Easel(_plan.Width, _plan.Height);
        while (_line.TryTake(out var frame, out var slot) && _source.Read(frame, slot))
        {
            Edit(easel, slot, new Moment(frame, _plan.Frames));
            _slate?.Burn(frame, slot);
            _line.Drawn(frame);
        }
    }

    /// <summary>A film without edits is not even converted: its bytes are handed on.</summary>
    private void Edit(Easel easel, I420Frame frame, Moment moment)
    {
        if (_steps.Count == 0)
            return;
        var begun = Stopwatch.GetTimestamp();
        FromI420.Run(frame, easel.Pixels);
        var converted = Stopwatch.GetTimestamp();
        foreach (var step in _steps)
            step.Apply(easel, moment);
        var edited = Stopwatch.GetTimestamp();
        ToI420.Run(easel.Pixels, _noShares, frame);
        Interlocked.Add(ref _stepTicks, edited - converted);
        Interlocked.Add(ref _convertTicks, Stopwatch.GetTimestamp() - edited + converted - begun);
    }
}
