using System.Globalization;

namespace OmniReel.Server.Tests.Inputs.Hostile;

/// <summary>How crowded this machine is.</summary>
internal static class Crowd
{
    /// <summary>Programs that want a processor, to each that there is, over the last minute; at least 1.</summary>
    public static double PerProcessor() =>
        Math.Max(1, double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) / Environment.ProcessorCount);
}
