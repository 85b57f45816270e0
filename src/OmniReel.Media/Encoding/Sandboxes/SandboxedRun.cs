using System.Diagnostics;

namespace OmniReel.Media.Encoding.Sandboxes;

/// <summary>One process on its way: both its outputs are drained and capped, and it is killed with all it started when it takes too long.</summary>
internal sealed class SandboxedRun(ProcessStarter starter, TimeProvider time)
{
    /// <summary>Exit codes of a process that a signal ended begin here; SIGKILL and SIGXCPU come from its limit of processor time.</summary>
    private const int Signals = 128, Sigkill = 9, Sigxcpu = 24;

    /// <summary>One that had less than this share of its time on a processor until its deadline was kept waiting by others.</summary>
    private const double StarvedShare = 0.9;

    /// <param name="patience">From start to end by the clock.</param>
    /// <param name="text">What its standard input says before it ends.</param>
    /// <param name="into">Takes its standard output as it comes; null: it is kept and is in the outcome.</param>
    public async Task<SandboxOutcome> RunAsync(IReadOnlyList<string> words, SandboxCaps caps, TimeSpan patience, CancellationToken cancellation, ReadOnlyMemory<byte> text = default, Stream? into = null)
    {
        cancellation.ThrowIfCancellationRequested();
        using var process = await StartAsync(words);
        using var deadline = new CancellationTokenSource(patience, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        var tooMuch = false;
        TimeSpan? spent = null;
        await using (ended.Token.Register(() =>
        {
            // Counted while it lives: whoever waits for its end reads it then.
            spent = Spent(process);
            Kill(process);
        }))
        {
            var told = TellAsync(process, text);
            var errors = new CappedText(SandboxCaps.Errors);
            var output = new MemoryStream();
            await Task.WhenAll(ReadAsync(process, into ?? output, caps.Output, () => tooMuch = true), errors.DrainAsync(process.StandardError.BaseStream));
            await told;
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            var end = tooMuch ? SandboxEnd.TooMuch : deadline.IsCancellationRequested ? SandboxEnd.TooLong : EndOf(process.ExitCode);
            return new SandboxOutcome(end, output.ToArray(), errors.ToString()) { IsStarved = end == SandboxEnd.TooLong && spent < caps.Time * StarvedShare };
        }
    }

    /// <summary>A process that ends before it has heard all has its reasons, which its exit code tells.</summary>
    private static async Task TellAsync(Process process, ReadOnlyMemory<byte> text)
    {
        try
        {
            if (text.Length > 0)
                await process.StandardInput.BaseStream.WriteAsync(text);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Starts it and leaves the rest to the caller. Its pipes are open, and nothing of our environment is in its own.</summary>
    public Task<Process> StartAsync(IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // Keys of ours are among the variables.
        if (!OperatingSystem.IsWindows())
            start.Environment.Clear();
        Strays.Name(start);
        return starter.StartAsync(start);
    }

    /// <summary>What an exit code says.</summary>
    public static SandboxEnd EndOf(int exitCode) => exitCode switch
    {
        0 => SandboxEnd.Done,
        Signals + Sigkill or Signals + Sigxcpu => SandboxEnd.TooLong,
        _ => SandboxEnd.Refused,
    };

    private static async Task ReadAsync(Process process, Stream kept, int most, Action tooMuch)
    {
        var buffer = new byte[64 << 10];
        var length = 0L;
        var output = process.StandardOutput.BaseStream;
        while (await output.ReadAsync(buffer) is var read and > 0)
        {
            if ((length += read) > most)
            {
                tooMuch();
                Kill(process);
                return;
            }

            try
            {
                kept.Write(buffer, 0, read);
            }
            catch
            {
                // A full disk, say: it would wait at its pipe until its deadline.
                Kill(process);
                throw;
            }
        }
    }

    private static TimeSpan? Spent(Process process)
    {
        try
        {
            return ProcessorTime.OfFamily(process.Id);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Ends it and all it started.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended, or is ending.
        }

        Strays.Kill(process);
    }
}
