using OmniReel.CommandLine;

namespace OmniReel.Doctor;

/// <summary>The clock is not behind this program's own files: signed links and times of tasks depend on it.</summary>
internal sealed class ClockCheck(Speech speech, TimeProvider time, string folder) : ICheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    public string Name => speech["clock", "时钟"];

    public Task<Finding> LookAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var newest = Known().Where(File.Exists).Select(f => new DateTimeOffset(File.GetLastWriteTimeUtc(f))).DefaultIfEmpty(now).Max();
        return Task.FromResult(newest <= now + Tolerance
            ? new Finding(true, $"{now:yyyy-MM-dd HH:mm:ss} UTC")
            : new Finding(false, speech[$"{now:yyyy-MM-dd HH:mm} UTC is behind files written at {newest:yyyy-MM-dd HH:mm}", $"{now:yyyy-MM-dd HH:mm} UTC 早于已写文件的时间 {newest:yyyy-MM-dd HH:mm}"], Mend()));
    }

    private IEnumerable<string> Known()
    {
        if (Environment.ProcessPath is { } program)
            yield return program;
        yield return Path.Combine(AppContext.BaseDirectory, "omnireel.dll");
        yield return Path.Combine(folder, "omnireel.db");
        yield return Path.Combine(folder, "omnireel.db-wal");
    }

    private static string Mend() => OperatingSystem.IsWindows() ? "w32tm /resync"
        : OperatingSystem.IsMacOS() ? "sudo sntp -sS time.apple.com"
        : "sudo timedatectl set-ntp true";
}
