using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace OmniReel.Benchmarks.Api;

/// <summary>
/// What a film that is shown again must write, and nothing else, on one thread: three records durably (the task, its lease, its end),
/// and the names of five files in five folders. The floor under a repeat on Linux and macOS.
/// </summary>
internal static partial class RawRepeat
{
    private const int Records = 3;
    private const int Names = 5;

    /// <summary>Milliseconds, the median of so many.</summary>
    public static double Measure(string folder, int repeats)
    {
        var files = Path.Combine(folder, "raw-repeat");
        if (Directory.Exists(files))
            Directory.Delete(files, recursive: true);
        string[] folders = [.. Enumerable.Range(0, Names).Select(i => Directory.CreateDirectory(Path.Combine(files, string.Create(CultureInfo.InvariantCulture, $"{i}"))).FullName)];
        var film = Path.Combine(files, "film");
        File.WriteAllText(film, "a film");
        using var log = File.OpenHandle(Path.Combine(files, "log"), FileMode.Create, FileAccess.Write);
        var block = new byte[4096];
        return Median.Of(Enumerable.Range(0, repeats).Select(number =>
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < Records; i++)
            {
                RandomAccess.Write(log, block, ((long)number * Records + i) * block.Length);
                RandomAccess.FlushToDisk(log);
            }

            foreach (var name in folders)
                Check(Link(film, Path.Combine(name, string.Create(CultureInfo.InvariantCulture, $"{number}"))));
            foreach (var name in folders)
                Flush(name);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }).ToList());
    }

    private static void Flush(string folder)
    {
        var handle = Open(folder, 0);
        Check(handle);
        Check(Fsync(handle));
        Check(Close(handle));
    }

    private static void Check(int answer)
    {
        if (answer < 0)
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string file, string name);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
