using System.ComponentModel;
using System.Diagnostics;

namespace OmniReel.Media.Encoding;

/// <summary>
/// One running ffmpeg that reads its standard input. If this program dies, the pipe closes and ffmpeg ends by itself,
/// so nothing is left running; <see cref="Kill"/> ends it at once. One thread writes; any thread may kill.
/// </summary>
internal sealed class FfmpegProcess : IDisposable
{
    private readonly Process _process;
    private readonly LastLines _said = new();

    private FfmpegProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, e) => _said.Add(e.Data);
        process.BeginErrorReadLine();
        Input = process.StandardInput.BaseStream;
    }

    /// <summary>The pipe. Writes go through without a buffer of ours.</summary>
    public Stream Input { get; }

    /// <exception cref="FfmpegException">The program is not there.</exception>
    public static FfmpegProcess Start(string program, IEnumerable<FfmpegArgument> arguments)
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
            return new FfmpegProcess(Process.Start(start)!);
        }
        catch (Win32Exception missing)
        {
            throw FfmpegException.Missing(program, missing);
        }
    }

    /// <summary>Hands over one frame.</summary>
    /// <exception cref="FfmpegException">ffmpeg has ended.</exception>
    public void Write(ReadOnlySpan<byte> frame)
    {
        try
        {
            Input.Write(frame);
        }
        catch (IOException broken)
        {
            throw Ended(broken);
        }
    }

    /// <summary>Says that all was written and waits for the end.</summary>
    /// <exception cref="FfmpegException">ffmpeg failed.</exception>
    public void Finish()
    {
        try
        {
            Input.Close();
        }
        catch (IOException broken)
        {
            throw Ended(broken);
        }

        _process.WaitForExit();
        if (_process.ExitCode != 0)
            throw FfmpegException.Failed(_process.ExitCode, _said.Last);
    }

    /// <summary>Ends it now; does nothing when it has ended.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }

    public void Dispose()
    {
        Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private FfmpegException Ended(IOException broken)
    {
        _process.WaitForExit();
        return FfmpegException.Failed(_process.ExitCode, _said.Last, broken);
    }
}
