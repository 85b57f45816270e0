using System.Globalization;

namespace OmniReel.Server.Tests.Inputs.Hostile;

/// <summary>Watches the resident memory of decoders: the kernel keeps the highest of each process, so looking now and then is enough.</summary>
internal sealed class ChildMemory : IAsyncDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly Task _watching;

    public ChildMemory() => _watching = Task.Run(WatchAsync);

    /// <summary>Most that one of them had, in MB.</summary>
    public long Peak { get; private set; }

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
            if (line is null)
                return;
            Sightings++;
            Peak = Math.Max(Peak, long.Parse(line[6..^2].Trim(), CultureInfo.InvariantCulture) >> 10);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended in the meantime.
        }
    }
}
