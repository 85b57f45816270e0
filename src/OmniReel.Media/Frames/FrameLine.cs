using System.Diagnostics;
using OmniReel.Media.Encoding;

namespace OmniReel.Media.Frames;

/// <summary>
/// The way of a film's frames: threads fill the slots of a ring, and whoever runs it writes them to ffmpeg in order. What breaks on
/// any side ends all of it.
/// </summary>
/// <param name="work">Done by each thread: takes frames, and says of each when it is drawn, until there is none left.</param>
/// <param name="stop">The film is given up: ends all that a thread may be waiting for. May be called often, by any thread.</param>
internal sealed class FrameLine(int width, int height, int frames, int threads, string name, Action work, Action stop)
{
    private readonly FrameRing _ring = new(frames, threads + 2);
    private readonly I420Frame[] _slots = [.. Enumerable.Range(0, threads + 2).Select(_ => new I420Frame(width, height))];
    private long _writeTicks;

    /// <summary>Spent in writing frames.</summary>
    public TimeSpan Writing => Spent(_writeTicks);

    /// <summary>Stopwatch ticks as a time.</summary>
    public static TimeSpan Spent(long ticks) => Stopwatch.GetElapsedTime(0, ticks);

    /// <summary>For the threads: a frame to be drawn, and where; false when there is none left.</summary>
    public bool TryTake(out int frame, out I420Frame slot)
    {
        var taken = _ring.TryTake(out frame);
        slot = _slots[_ring.SlotOf(frame)];
        return taken;
    }

    /// <summary>For the threads: the frame lies in its slot.</summary>
    public void Drawn(int frame) => _ring.Drawn(frame);

    /// <summary>Returns when the film is written, and no thread is at work any more.</summary>
    /// <param name="open">The way into the encoder.</param>
    /// <param name="framesDone">Told how many frames are written.</param>
    public void Run(Func<FilmSink> open, IProgress<int>? framesDone, CancellationToken cancellation)
    {
        var drawers = Start();
        try
        {
            Write(open, framesDone, cancellation);
        }
        catch (Exception problem)
        {
            GiveUp(problem);
            cancellation.ThrowIfCancellationRequested();
            throw;
        }
        finally
        {
            foreach (var drawer in drawers)
                drawer.Join();
        }
    }

    private void Write(Func<FilmSink> open, IProgress<int>? framesDone, CancellationToken cancellation)
    {
        using var sink = open();
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
            framesDone?.Report(frame + 1);
        }

        sink.Finish(cancellation);
    }

    private Thread[] Start()
    {
        var drawers = new Thread[threads];
        for (var i = 0; i < drawers.Length; i++)
        {
            drawers[i] = new Thread(Work) { IsBackground = true, Name = $"{name} {i + 1}" };
            drawers[i].Start();
        }

        return drawers;
    }

    private void Work()
    {
        try
        {
            work();
        }
        catch (Exception problem)
        {
            GiveUp(problem);
        }
    }

    private void GiveUp(Exception problem)
    {
        _ring.Fail(problem);
        stop();
    }
}
