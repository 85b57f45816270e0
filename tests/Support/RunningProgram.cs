using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace OmniReel.Testing;

/// <summary>What a program that has ended said.</summary>
public sealed record Ended(int Code, string Output, string Error);

/// <summary>A program that a test started: its lines as they come, signals to it and to nobody else.</summary>
public sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_error, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.StandardInput.Close();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    public string Error => Text(_error);

    public string Output => Text(_output);

    /// <summary>Starts a program; null as a variable's value removes it.</summary>
    public static RunningProgram Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? variables = null, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in variables ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        return new RunningProgram(start);
    }

    /// <summary>Starts it and waits for its end.</summary>
    public static async Task<Ended> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? variables = null, string? folder = null)
    {
        using var running = Start(program, arguments, variables, folder);
        return await running.EndAsync();
    }

    /// <summary>Waits for the end and all that was said.</summary>
    public async Task<Ended> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Ended(_process.ExitCode, Output, Error);
    }

    /// <summary>Waits until a line of either output contains the text; false when the program ends first.</summary>
    public async Task<bool> SaysAsync(string text)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_output.ToString().Contains(text, StringComparison.Ordinal) || _error.ToString().Contains(text, StringComparison.Ordinal))
                    return true;
                more = _more.Task;
            }

            var ended = _process.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (await Task.WhenAny(more, ended) == ended && !more.IsCompleted)
                return Output.Contains(text, StringComparison.Ordinal) || Error.Contains(text, StringComparison.Ordinal);
        }
    }

    /// <summary>As <c>kill -SIGNAL pid</c>.</summary>
    public void Signal(int signal)
    {
        if (!_process.HasExited)
            _ = Kill(_process.Id, signal);
    }

    /// <summary>As <c>kill -SIGNAL pid</c>, to a process that such a program started.</summary>
    public static void Signal(int id, int signal) => _ = Kill(id, signal);

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int pid, int signal);

    private string Text(StringBuilder from)
    {
        lock (_lock)
            return from.ToString();
    }

    private void Append(StringBuilder to, string? line)
    {
        if (line is null)
            return;
        lock (_lock)
        {
            to.AppendLine(line);
            var was = _more;
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            was.SetResult();
        }
    }
}
