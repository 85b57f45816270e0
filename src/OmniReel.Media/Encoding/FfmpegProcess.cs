using System.ComponentModel;
using System.Diagnostics;

namespace OmniReel.Media.Encoding;

/// <summary>
/// One running ffmpeg that reads its standard input. If this program dies, the pipe closes and ffmpeg ends by itself,
/// so nothing is left running; <see cref="Kill"/> ends it at once. One thread writes; any thread may kill.
/// </summary>
internal sealed class FfmpegProcess : IDisposable
{
    /// <summary>How long ffmpeg may take over one frame, or to finish a file whose frames it all has: far more than any film here needs.</summary>
    public static readonly TimeSpan DefaultPatience = TimeSpan.FromMinutes(2);

    /// <summary>How long a process may take to be gone once it was killed, and its last words to arrive.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly TimeSpan _patience;
    private readonly LastLines _said = new();
    private readonly ManualResetEventSlim _saidAll = new();
    private readonly ITimer _watchdog;
    private volatile bool _stalled;

    private FfmpegProcess(Process process, TimeSpan patience, TimeProvider time)
    {
        _process = process;
        _patience = patience;
        _watchdog = time.CreateTimer(_ => Stall(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.BeginErrorReadLine();
        Input = process.StandardInput.BaseStream;
    }

    /// <summary>The pipe. Writes go through without a buffer of ours.</summary>
    public Stream Input { get; }

    /// <param name="patience">How long it may take over one frame, and to end after its last; null is <see cref="DefaultPatience"/>.</param>
    /// <param name="time">What the patience with a frame is measured by; null is the system's.</param>
    /// <exception cref="FfmpegException">The program is not there.</exception>
    public static FfmpegProcess Start(string program, IEnumerable<FfmpegArgument> arguments, TimeSpan? patience = null, TimeProvider? time = null)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var word in arguments.SelectMany(a => a.Words))
            start.ArgumentList.Add(word);
        try
        {
            return new FfmpegProcess(Process.Start(start)!, patience ?? DefaultPatience, time ?? TimeProvider.System);
        }
        catch (Win32Exception missing)
        {
            throw FfmpegException.Missing(program, missing);
        }
    }

    /// <summary>Hands over one frame, and waits for ffmpeg to take it, but not for ever.</summary>
    /// <exception cref="FfmpegException">ffmpeg has ended, or took nothing for so long that it was killed.</exception>
    public void Write(ReadOnlySpan<byte> frame)
    {
        _watchdog.Change(_patience, Timeout.InfiniteTimeSpan);
        try
        {
            Input.Write(frame);
        }
        catch (IOException broken)
        {
            throw _stalled ? FfmpegException.Stalled(_patience, broken) : Ended(broken);
        }
        finally
        {
            _watchdog.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Says that all was written; ffmpeg goes on with what it has.</summary>
    /// <exception cref="FfmpegException">ffmpeg has ended.</exception>
    public void EndOfInput()
    {
        try
        {
            Input.Close();
        }
        catch (IOException broken)
        {
            throw Ended(broken);
        }
    }

    /// <summary>Says that all was written and waits for the end, but not for ever.</summary>
    /// <exception cref="FfmpegException">ffmpeg failed, or did not end in time and was killed.</exception>
    public void Finish()
    {
        EndOfInput();
        AwaitEnd(null);
        if (_process.ExitCode != 0)
            throw FfmpegException.Failed(_process.ExitCode, LastWords());
    }

    /// <summary>Ends it and whatever it started now; does nothing when it has ended.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
        catch (Win32Exception)
        {
            // It is ending, or the system does not let go of it: those who wait have their limits.
        }
        catch (AggregateException)
        {
            // Some of what it started ended in the meantime.
        }
    }

    public void Dispose()
    {
        _watchdog.Dispose();
        Kill();
        _process.WaitForExit(Aftermath);
        _process.Dispose();
        // Late last words may still come: the event has no handle to close, so it is left to the collector.
    }

    // A pipe that nobody reads blocks its writer until it breaks, which it does once all who could read it are gone.
    private void Stall()
    {
        _stalled = true;
        Kill();
    }

    private void Hear(string? line)
    {
        _said.Add(line);
        if (line is null)
            _saidAll.Set();
    }

    /// <summary>Something the process started may hold its error pipe open: its last words are waited for, but not for ever.</summary>
    private string LastWords()
    {
        _saidAll.Wait(Aftermath);
        return _said.Last;
    }

    private void AwaitEnd(Exception? cause)
    {
        if (_process.WaitForExit(_patience))
            return;
        Kill();
        throw FfmpegException.Stuck(_patience, cause);
    }

    private FfmpegException Ended(IOException broken)
    {
        AwaitEnd(broken);
        return FfmpegException.Failed(_process.ExitCode, LastWords(), broken);
    }
}
