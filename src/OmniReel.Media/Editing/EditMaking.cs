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
    private readonly int _threads;
    private readonly FrameRing _ring;
    private readonly I420Frame[] _slots;
    private readonly byte[] _noShares;
    private readonly Slate? _slate;

    private long _stepTicks, _convertTicks, _writeTicks;

    /// <param name="sound">A file of <see cref="KeptSound"/> and how long its packets sound, or null.</param>
    public EditMaking(
        EditPlan plan, IReadOnlyList<IFrameStep> steps, FilmSource source, RenderOptions options, (string Path, double PacketSeconds)? sound, IProgress<int>? framesDone)
    {
        (_plan, _steps, _source, _options, _sound, _framesDone) = (plan, steps, source, options, sound, framesDone);
        _threads = options.ThreadsFor(plan.Width, plan.Height);
        if (steps.Any(step => step.TakesPlanes))
            _threads = (int)Math.Clamp(MostPlanePixels / ((long)plan.Width * plan.Height), 1, _threads);
        _ring = new FrameRing(plan.Frames, _threads + 2);
        _slots = [.. Enumerable.Range(0, _threads + 2).Select(_ => new I420Frame(plan.Width, plan.Height))];
        _noShares = new byte[plan.Width];
        _slate = Slate.Of(plan);
    }

    public FilmReport Run(FilmFiles files, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var editors = StartEditing();
        try
        {
            Encode(files, cancellation);
        }
        catch (Exception problem)
        {
            GiveUp(problem);
            cancellation.ThrowIfCancellationRequested();
            throw;
        }
        finally
        {
            foreach (var editor in editors)
                editor.Join();
        }

        var timings = new RenderTimings(Stopwatch.GetElapsedTime(start), [], TimeSpan.Zero, Spent(_stepTicks), Spent(_convertTicks), Spent(_writeTicks));
        return new FilmReport(files.Film, _plan.Width, _plan.Height, _plan.Frames, new FileInfo(files.Film).Length, timings);
    }

    private void Encode(FilmFiles files, CancellationToken cancellation)
    {
        using var sink = new FilmSink(
            _options.Ffmpeg, files, _plan.Width, _plan.Height, [_plan.Frames], path => EditEncoding.Command(_plan.Width, _plan.Height, _sound, path));
        using var canceling = cancellation.Register(() =>
        {
            GiveUp(new OperationCanceledException(cancellation));
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

        sink.Finish(cancellation);
    }

    private Thread[] StartEditing()
    {
        var threads = new Thread[_threads];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Edit) { IsBackground = true, Name = $"film edits {i + 1}" };
            threads[i].Start();
        }

        return threads;
    }

    private void Edit()
    {
        try
        {
            using var easel = new Easel(_plan.Width, _plan.Height);
            while (_ring.TryTake(out var frame) && _source.Read(frame, _slots[_ring.SlotOf(frame)]))
            {
                Edit(easel, _slots[_ring.SlotOf(frame)], new Moment(frame, _plan.Frames));
                _slate?.Burn(frame, _slots[_ring.SlotOf(frame)]);
                _ring.Drawn(frame);
            }
        }
        catch (Exception problem)
        {
            GiveUp(problem);
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

    private void GiveUp(Exception problem)
    {
        _ring.Fail(problem);
        _source.GiveUp();
    }

    private static TimeSpan Spent(long ticks) => Stopwatch.GetElapsedTime(0, ticks);
}
