using System.Globalization;

namespace OmniReel.Server.Tests.Inputs.Hostile;

/// <summary>
/// Watches the resident memory and the processor time of decoders: the kernel keeps the highest and the sum of each process, so looking
/// now and then is enough.
/// </summary>
internal sealed class ChildCosts : IAsyncDisposable
{
    private readonly string _folder;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _watching;

    /// <param name="folder">Where the inputs lie: decoders that other tests started at the same time have others.</param>
    public ChildCosts(string folder) => (_folder, _watching) = (folder, Task.Run(WatchAsync));

    /// <summary>Most that one of them had, in MB.</summary>
    public long Peak { get; private set; }

    /// <summary>Most processor time that one of them took, in seconds.</summary>
    public double Longest { get; private set; }

    /// <summary>Most that one took which codes what it decodes anew: that costs the same for a good film of the same length.</summary>
    public double LongestCoding { get; private set; }

    /// <summary>The command of the longest.</summary>
    public string LongestCommand { get; private set; } = "";

    /// <summary>How often one was seen.</summary>
    public int Sightings { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        while (await timer.WaitForNextTickAsync(_over.Token))
        {
            foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
                Look(process);
        }
    }

    private void Look(string process)
    {
        try
        {
            // Inside its sandbox a decoder is called "program".
            if (!File.ReadAllText(Path.Combine(process, "comm")).StartsWith("program", StringComparison.Ordinal))
                return;
            var line = File.ReadLines(Path.Combine(process, "status")).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            if (line is null || !IsOurs(process))
                return;
            // The name in brackets, then the state; the times are the 14th and the 15th field, in hundredths of a second.
            var fields = File.ReadAllText(Path.Combine(process, "stat")).Split(") ")[^1].Split(' ');
            var seconds = (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / 100.0;
            var command = Command(process);
            if (command.Contains(" libx264 ", StringComparison.Ordinal))
                LongestCoding = Math.Max(LongestCoding, seconds);
            else if (seconds > Longest)
                (Longest, LongestCommand) = (seconds, command);
            Sightings++;
            Peak = Math.Max(Peak, long.Parse(line[6..^2].Trim(), CultureInfo.InvariantCulture) >> 10);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended in the meantime.
        }
    }

    /// <summary>Bubblewrap above it was told to show it a file of the folder.</summary>
    private bool IsOurs(string process)
    {
        for (var (at, steps) = (process, 0); steps < 3; steps++)
        {
            at = "/proc/" + File.ReadAllText(Path.Combine(at, "stat")).Split(") ")[^1].Split(' ')[1];
            if (Command(at).Contains(_folder, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string Command(string process) => File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
}
