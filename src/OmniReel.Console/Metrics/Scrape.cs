using System.Globalization;

namespace OmniReel.Console.Metrics;

/// <summary>How often a path was answered, and how; the empty path stands for all files of the console.</summary>
public sealed record PathCount(string Route, long All, long Refused, long Failed);

/// <summary>The server's figures at one moment, read from Prometheus' text format.</summary>
public sealed class Scrape(string text)
{
    private readonly List<(string Name, string Labels, double Value)> _figures = [.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(Read)];

    /// <summary>As it was read.</summary>
    public string Text => text;

    /// <summary>One figure over all its labels; 0 where there is none.</summary>
    public long Sum(string name) => (long)_figures.Where(figure => figure.Name == name).Sum(figure => figure.Value);

    /// <summary>One figure with this label; 0 where there is none.</summary>
    public long Of(string name, string label, string value) =>
        (long)_figures.Where(figure => figure.Name == name && Label(figure.Labels, label) == value).Sum(figure => figure.Value);

    /// <summary>The paths that were asked for, the busiest first; the console's own files, as one, last.</summary>
    public IReadOnlyList<PathCount> Paths() =>
        [.. _figures.Where(figure => figure.Name == "omnireel_http_requests_total")
            .GroupBy(figure => Label(figure.Labels, "route") is var route && IsOfConsole(route) ? "" : route)
            .Select(group => new PathCount(group.Key, Count(group, "12345"), Count(group, "4"), Count(group, "5")))
            .Where(path => path.All > 0)
            .OrderBy(path => path.Route.Length == 0)
            .ThenByDescending(path => path.All)
            .Take(30)];

    private static bool IsOfConsole(string route) => route.StartsWith("/_framework", StringComparison.Ordinal) || route.StartsWith("/_content", StringComparison.Ordinal) || route.StartsWith("/app", StringComparison.Ordinal);

    private static long Count(IEnumerable<(string Name, string Labels, double Value)> figures, string firstDigits) =>
        (long)figures.Where(figure => Label(figure.Labels, "status") is [var first, ..] && firstDigits.Contains(first, StringComparison.Ordinal)).Sum(figure => figure.Value);

    private static string Label(string labels, string name)
    {
        var start = labels.IndexOf(name + "=\"", StringComparison.Ordinal);
        if (start < 0) return "";
        start += name.Length + 2;
        var end = labels.IndexOf('"', start);
        return end < 0 ? "" : labels[start..end];
    }

    private static (string Name, string Labels, double Value) Read(string line)
    {
        var space = line.LastIndexOf(' ');
        if (space < 0 || !double.TryParse(line[(space + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return ("", "", 0);
        var brace = line.IndexOf('{');
        return brace < 0 ? (line[..space], "", value) : (line[..brace], line[brace..space], value);
    }
}
