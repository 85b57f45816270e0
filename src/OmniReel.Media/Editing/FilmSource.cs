using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Editing;

/// <summary>
/// The frames of a given film as the decoder hands them over, one after the other, to threads that each want one: a thread waits until
/// those before it have theirs. No frame is kept here.
/// </summary>
internal sealed class FilmSource(SandboxedReading decoder, int frames) : IDisposable
{
    /// <summary>Frames that may be missing at the end, where the last one is shown again: rounding costs one, careless editors a few.</summary>
    private const int MostMissing = 12;

    private readonly object _gate = new();
    private byte[] _last = [];
    private int _next;
    private int _ended = int.MaxValue;
    private bool _givenUp;

    /// <summary>Reads a frame; each is asked for once. False when the film was given up.</summary>
    /// <exception cref="UnreadableMediaException">The film breaks off before its end, or is none.</exception>
    /// <exception cref="SandboxException">The sandbox failed.</exception>
    public bool Read(int frame, I420Frame target)
    {
        lock (_gate)
        {
            while (!_givenUp && _next != frame)
                Monitor.Wait(_gate);
            if (_givenUp)
                return false;
            try
            {
                ReadNext(frame, target);
            }
            finally
            {
                _next++;
                Monitor.PulseAll(_gate);
            }

            return true;
        }
    }

    /// <summary>Ends the decoder; those who wait for a frame are told.</summary>
    public void GiveUp()
    {
        // Whoever reads holds the gate and may be waiting for the decoder: it has to die first.
        decoder.Dispose();
        lock (_gate)
        {
            _givenUp = true;
            Monitor.PulseAll(_gate);
        }
    }

    public void Dispose() => decoder.Dispose();

    private void ReadNext(int frame, I420Frame target)
    {
        if (frame < _ended && decoder.Read(target.Bytes) == target.Bytes.Length)
        {
            // Only the tail can turn out to be the film's last.
            if (frame >= frames - MostMissing - 1)
                _last = target.Bytes.AsSpan().ToArray();
            return;
        }

        if (frame < _ended)
            CheckEnd(frame);
        _last.CopyTo(target.Bytes, 0);
    }

    private void CheckEnd(int frame)
    {
        _ended = frame;
        switch (decoder.End())
        {
            case SandboxEnd.Done when _last.Length > 0:
                return;
            case SandboxEnd.TooLong when decoder.IsStarved:
                throw SandboxException.Starved();
            case SandboxEnd.TooLong:
                throw new UnreadableMediaException("decoding it takes too long");
            case SandboxEnd.Done when frame > 0:
                throw new UnreadableMediaException("it breaks off before its end");
            default:
                throw new UnreadableMediaException("it is broken and cannot be decoded");
        }
    }
}
