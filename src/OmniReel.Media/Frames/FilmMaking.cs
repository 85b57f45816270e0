using System.Diagnostics;
using OmniReel.Media.Encoding;
using OmniReel.Media.Plans;
using OmniReel.Media.Slates;
using OmniReel.Media.Stills;

namespace OmniReel.Media.Frames;

/// <summary>The making of one film: threads draw frames into a ring, this thread writes them to ffmpeg in order.</summary>
internal sealed class FilmMaking : IDisposable
{
    private readonly FilmPlan _plan;
    private readonly RenderOptions _options;
    private readonly IProgress<int>? _framesDone;
    private readonly ShotSequence _shots;
    private readonly FrameLine _line;
    private readonly Slate? _slate;

    private long _sheetTicks, _movingTicks, _postTicks;

    public FilmMaking(FilmPlan plan, RenderOptions options, Staging staging, IProgress<int>? framesDone)
    {
        (_plan, _options, _framesDone) = (plan, options, framesDone);
        var threads = options.ThreadsFor(plan.Width, plan.Height);
        _shots = new ShotSequence(plan, staging, threads);
        _line = new FrameLine(plan.Width, plan.Height, plan.Frames, threads, "film frames", Draw, _shots.GiveUp);
        _slate = Slate.Of(plan);
    }

    public FilmReport Run(FilmFiles files, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        _line.Run(() => Open(files), _framesDone, cancellationToken);
        return new FilmReport(files.Film, _plan.Width, _plan.Height, _plan.Frames, new FileInfo(files.Film).Length, Timings(start));
    }

    public void Dispose() => _shots.Dispose();

    private FilmSink Open(FilmFiles files) => new(
        _options.Ffmpeg, files, _plan.Width, _plan.Height, [.. _plan.Shots.Select(shot => shot.Frames)],
        path => FilmEncoding.Command(_plan, _shots.Cuts, path, files.Sound));

    private void Draw()
    {
        using var painter = new FramePainter(new Stage(_plan.Width, _plan.Height));
        while (_line.TryTake(out var frame, out var slot))
        {
            var (shot, moment) = _shots.At(frame);
            painter.Paint(shot, moment, frame, slot);
            _slate?.Burn(frame, slot);
            _shots.Drawn(frame);
            _line.Drawn(frame);
        }

        Interlocked.Add(ref _sheetTicks, painter.SheetTicks);
        Interlocked.Add(ref _movingTicks, painter.MovingTicks);
        Interlocked.Add(ref _postTicks, painter.PostTicks);
    }

    private RenderTimings Timings(long start) => new(
        Stopwatch.GetElapsedTime(start), _shots.Bakes, FrameLine.Spent(_sheetTicks), FrameLine.Spent(_movingTicks), FrameLine.Spent(_postTicks), _line.Writing);
}
