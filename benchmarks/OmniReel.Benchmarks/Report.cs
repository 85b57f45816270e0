using System.Globalization;
using System.Text;
using OmniReel.Benchmarks.Machines;

namespace OmniReel.Benchmarks;

/// <summary>One small table: what was measured, against what, and whether the target is met; with date and machine.</summary>
internal sealed class Report(string title)
{
    private const string Missed = "NO";

    private readonly List<string[]> _rows = [];
    private readonly List<string> _notes = [];

    /// <summary>A target was not met.</summary>
    public bool IsMissed => _rows.Exists(row => row[^1] == Missed);

    /// <summary>A figure beside its limit. <paramref name="held"/> null: there is no target.</summary>
    public void Add(string what, string figure, string target = "", bool? held = null) =>
        _rows.Add([what, figure, target, held switch { true => "yes", false => Missed, null => "" }]);

    public void AtLeast(string what, double figure, double limit, string detail = "") =>
        Add(what, $"{figure:0.00}{Beside(detail)}", $"≥ {limit:0.00}", figure >= limit);

    public void AtMost(string what, double figure, double limit, string unit = "", string detail = "") =>
        Add(what, $"{figure:0.00}{Unit(unit)}{Beside(detail)}", $"≤ {limit:0.##}{Unit(unit)}", figure <= limit);

    public void Note(string line) => _notes.Add(line);

    public void Print(TextWriter output) => output.Write(Markdown());

    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Markdown());
    }

    private string Markdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {title}\n\n{TimeProvider.System.GetUtcNow():yyyy-MM-dd}; {Machine.Describe()}\n\n");
        text.Append("| measured | figure | target | held |\n|---|---|---|---|\n");
        foreach (var row in _rows)
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
        if (_notes.Count > 0)
            text.Append('\n');
        foreach (var note in _notes)
            text.Append(CultureInfo.InvariantCulture, $"- {note}\n");
        return text.ToString();
    }

    private static string Unit(string unit) => unit.Length == 0 ? "" : " " + unit;

    private static string Beside(string detail) => detail.Length == 0 ? "" : $" ({detail})";
}
