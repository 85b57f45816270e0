using System.Diagnostics;

namespace OmniReel.Benchmarks.Api;

/// <summary>How often a second the disk takes 4 KiB durably: the floor under every durable answer.</summary>
internal static class FsyncRate
{
    public static double Measure(string folder, TimeSpan length)
    {
        var path = Path.Combine(folder, "fsync.bin");
        var block = new byte[4096];
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose, 64 << 20);
        var began = Stopwatch.GetTimestamp();
        var count = 0L;
        while (Stopwatch.GetElapsedTime(began) < length)
        {
            RandomAccess.Write(file, block, count % 4096 * block.Length);
            RandomAccess.FlushToDisk(file);
            count++;
        }

        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
