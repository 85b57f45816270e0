using System.Runtime.ExceptionServices;

namespace OmniReel.Media.Frames;

/// <summary>
/// Hands out frame numbers in order to drawing threads and gives the drawn frames in order to one writer. A frame may be
/// drawn only when its slot (its number modulo the slots) was written, which bounds memory.
/// </summary>
internal sealed class FrameRing(int frames, int slots)
{
    private readonly object _gate = new();
    private readonly bool[] _drawn = new bool[slots];
    private int _nextToDraw;
    private int _nextToWrite;
    private Exception? _failure;

    public int SlotOf(int frame) => frame % slots;

    /// <summary>For drawers: waits for a free slot; false when no frame is left or the film was given up.</summary>
    public bool TryTake(out int frame)
    {
        lock (_gate)
        {
            while (_failure is null && _nextToDraw < frames && _nextToDraw >= _nextToWrite + slots)
                Monitor.Wait(_gate);
            frame = _nextToDraw;
            if (_failure is not null || frame >= frames)
                return false;
            _nextToDraw++;
            return true;
        }
    }

    /// <summary>For drawers: the frame lies in its slot.</summary>
    public void Drawn(int frame)
    {
        lock (_gate)
        {
            _drawn[SlotOf(frame)] = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>For the writer: waits until the next frame in order is drawn; false after the last one.</summary>
    /// <exception cref="Exception">What <see cref="Fail"/> was given.</exception>
    public bool TryAwaitNext(out int frame)
    {
        lock (_gate)
        {
            frame = _nextToWrite;
            if (frame >= frames)
                return false;
            while (_failure is null && !_drawn[SlotOf(frame)])
                Monitor.Wait(_gate);
            if (_failure is not null)
                ExceptionDispatchInfo.Throw(_failure);
            return true;
        }
    }

    /// <summary>For the writer: the frame was written, its slot is free.</summary>
    public void Written(int frame)
    {
        lock (_gate)
        {
            _drawn[SlotOf(frame)] = false;
            _nextToWrite = frame + 1;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Gives the film up: drawers stop, the writer gets the exception. The first failure counts.</summary>
    public void Fail(Exception failure)
    {
        lock (_gate)
        {
            _failure ??= failure;
            Monitor.PulseAll(_gate);
        }
    }
}
