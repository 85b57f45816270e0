using System.Globalization;

namespace OmniReel.Benchmarks.Machines;

/// <summary>What Linux keeps about a process.</summary>
internal static class ProcessFigures
{
    private const double TicksPerSecond = 100; // USER_HZ of every Linux that .NET runs on

    /// <summary>Resident memory now, in MB (10^6 bytes).</summary>
    public static double ResidentMegabytes(int pid) => Kilobytes(pid, "VmRSS:") * 1024 / 1e6;

    /// <summary>The most it ever was, in MB.</summary>
    public static double PeakMegabytes(int pid) => Kilobytes(pid, "VmHWM:") * 1024 / 1e6;

    /// <summary>CPU seconds, user and system, of all children that this process has waited for, and of theirs.</summary>
    public static double SecondsOfEndedChildren()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[13], CultureInfo.InvariantCulture) + double.Parse(fields[14], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    /// <summary>The direct children of a process.</summary>
    public static IEnumerable<int> Children(int pid)
    {
        try
        {
            return Directory.EnumerateDirectories($"/proc/{pid}/task")
                .SelectMany(t => File.ReadAllText(Path.Combine(t, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(c => int.Parse(c, CultureInfo.InvariantCulture)).ToArray();
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static double Kilobytes(int pid, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{pid}/status").FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.AsSpan(name.Length).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
