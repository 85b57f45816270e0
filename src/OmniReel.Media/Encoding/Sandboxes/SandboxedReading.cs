using System.Diagnostics;

namespace OmniReel.Media.Encoding.Sandboxes;

/// <summary>
/// A decoder in the sandbox whose output is read while it works, so that what it has not said yet takes no memory of ours: it waits at
/// the pipe until we read on. The time that we wait for it is bounded, ours is not. One thread reads at a time; any may dispose of it,
/// which kills it.
/// </summary>
public sealed class SandboxedReading : IDisposable
{
    /// <summary>As of a short run.</summary>
    private const double StarvedShare = 0.5;

    private static readonly TimeSpan s_aftermath = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly SandboxLevel _level;
    private readonly TimeProvider _time;
    private readonly ITimer _deadline;
    private readonly CappedText _errors = new(SandboxCaps.Errors);
    private readonly Task _draining;
    private readonly Action _leave;
    private readonly TimeSpan _patience;
    private TimeSpan _left;
    private volatile bool _late;
    private int _disposed;

    /// <param name="patience">How long it is waited for, all reads together.</param>
    /// <param name="leave">Called once, when it is over.</param>
    internal SandboxedReading(Process process, SandboxLevel level, TimeProvider time, TimeSpan patience, Action leave)
    {
        (_process, _level, _time, _patience, _left, _leave) = (process, level, time, patience, patience, leave);
        process.StandardInput.Close();
        _draining = _errors.DrainAsync(process.StandardError.BaseStream);
        _deadline = time.CreateTimer(_ => Expire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>It was waited for too long because others kept it from the processors: no fault of the input.</summary>
    public bool IsStarved { get; private set; }

    /// <summary>Reads until the buffer is full or the output ends.</summary>
    /// <returns>Bytes read: fewer than asked for only at the end.</returns>
    public int Read(Span<byte> buffer)
    {
        var begun = _time.GetTimestamp();
        _deadline.Change(_left > TimeSpan.Zero ? _left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        var read = 0;
        try
        {
            while (read < buffer.Length && _process.StandardOutput.BaseStream.Read(buffer[read..]) is var more and > 0)
                read += more;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It was killed between two reads: what was read is all there is.
        }

        _deadline.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _left -= _time.GetElapsedTime(begun);
        return read;
    }

    /// <summary>How it ended; to be asked when a read came back short.</summary>
    /// <exception cref="SandboxException">The sandbox failed, not the decoder.</exception>
    public SandboxEnd End()
    {
        if (!_process.WaitForExit(s_aftermath))
            Expire();
        if (_late)
            return SandboxEnd.TooLong;
        _draining.Wait(s_aftermath);
        var end = SandboxedRun.EndOf(_process.ExitCode);
        if (end == SandboxEnd.Refused && Sandbox.Complaint(_errors.ToString(), _level) is { } complaint)
            throw new SandboxException(complaint);
        return end;
    }

    /// <summary>Kills it, if it is still there.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _deadline.Dispose();
        SandboxedRun.Kill(_process);
        _process.WaitForExit(s_aftermath);
        _draining.Wait(s_aftermath);
        _process.Dispose();
        _leave();
    }

    private TimeSpan? Spent()
    {
        try
        {
            return ProcessorTime.OfFamily(_process.Id);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Expire()
    {
        // Counted while it lives: whoever waits for its end reads it then.
        IsStarved = Spent() < _patience * StarvedShare;
        _late = true;
        SandboxedRun.Kill(_process);
    }
}
