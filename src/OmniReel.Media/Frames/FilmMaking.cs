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
    private readonly int _threads;
    private readonly FrameRing _ring;
    private readonly ShotSequence _shots;
    private readonly I420Frame[] _slots;
    private readonly Slate? _slate;

    private long _sheetTicks, _movingTicks, _postTicks, _writeTicks;

    public FilmMaking(FilmPlan plan, RenderOptions options, Staging staging, IProgress<int>? framesDone)
    {
        (_plan, _options, _framesDone) = (plan, options, framesDone);
        _threads = options.ThreadsFor(plan.Width, plan.Height);
        _ring = new FrameRing(plan.Frames, _threads + 2);
        _shots = new ShotSequence(plan, staging, _threads);
        _slots = [.. Enumerable.Range(0, _threads + 2).Select(_ => new I420Frame(plan.Width, plan.Height))];
        _slate = Slate.Of(plan);
    }

    public FilmReport Run(FilmFiles files, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var drawers = StartDrawing();
        try
        {
            Encode(files, cancellationToken);
        }
        catch (Exception problem)
        {
            GiveUp(problem);
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
        finally
        {
            foreach (var drawer in drawers)
                drawer.Join();
        }

        return new FilmReport(files.Film, _plan.Width, _plan.Height, _plan.Frames, new FileInfo(files.Film).Length, Timings(start));
    }

    public void Dispose() => _shots.Dispose();

    private void Encode(FilmFiles files, CancellationToken cancellationToken)
    {
        using var sink = new FilmSink(
            _options.Ffmpeg, files, _plan.Width, _plan.Height, [.. _plan.Shots.Select(shot => shot.Frames)],
            path => FilmEncoding.Command(_plan, _shots.Cuts, path, files.Sound));
        using var canceling = cancellationToken.Register(() =>
        {
            GiveUp(new OperationCanceledException(cancellationToken));
            sink.Kill();
        });
        while (_ring.TryAwaitNext(out var frame))
        {
            var before = Stopwatch.GetTimestamp();
            sink.Write(frame, _slots[_ring.SlotOf(frame)]);
            _writeTicks += Stopwatch.GetTimestamp() - before;
            _ring.Written(frame);
            _framesDone?.Report(frame + 1);
        }

        sink.Finish(cancellationToken);
    }

    private Thread[] StartDrawing()
    {
        var threads = new Thread[_threads];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Draw) { IsBackground = true, Name = $"film frames {i + 1}" };
            threads[i].Start();
        }

        return threads;
    }

    private void Draw()
    {
        try
        {
            using var painter = new FramePainter(new Stage(_plan.Width, _plan.Height));
            while (_ring.TryTake(out var frame))
            {
                var (shot, moment) = _shots.At(frame);
                painter.Paint(shot, moment, frame, _slots[_ring.SlotOf(frame)]);
                _slate?.Burn(frame, _slots[_ring.SlotOf(frame)]);
                _shots.Drawn(frame);
                _ring.Drawn(frame);
            }

            Interlocked.Add(ref _sheetTicks, painter.SheetTicks);
            Interlocked.Add(ref _movingTicks, painter.MovingTicks);
            Interlocked.Add(ref _postTicks, painter.PostTicks);
        }
        catch (Exception problem)
        {
            _ring.Fail(problem);
        }
    }

    private void GiveUp(Exception problem)
    {
        _ring.Fail(problem);
        _shots.GiveUp();
    }

    private RenderTimings Timings(long start) => new(
        Stopwatch.GetElapsedTime(start), _shots.Bakes, Spent(_sheetTicks), Spent(_movingTicks), Spent(_postTicks), Spent(_writeTicks));

    private static TimeSpan Spent(long ticks) => Stopwatch.GetElapsedTime(0, ticks);
}
