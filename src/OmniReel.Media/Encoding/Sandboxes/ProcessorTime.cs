using System.Globalization;

namespace OmniReel.Media.Encoding.Sandboxes;

/// <summary>What processes have had of the processors, as the kernel counts it.</summary>
internal static class ProcessorTime
{
    /// <summary>The kernel's unit for user space, on every architecture of today.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>Of a process and all below it that are alive; null where it cannot be told.</summary>
    public static TimeSpan? OfFamily(int processId)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var all = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => Read(name!)).OfType<Account>().ToList();
        var family = new HashSet<int> { processId };
        for (var before = 0; before != family.Count;)
        {
            before = family.Count;
            family.UnionWith(all.Where(one => family.Contains(one.Parent)).Select(one => one.Id));
        }

        return all.Any(one => one.Id == processId) ? TimeSpan.FromSeconds(all.Where(one => family.Contains(one.Id)).Sum(one => one.Ticks) / TicksPerSecond) : null;
    }

    private static Account? Read(string process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            // Behind the name, which may hold anything, brackets and blanks too.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return new(Number(process), Number(fields[1]), long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has just ended.
            return null;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Account(int Id, int Parent, long Ticks);
}
