namespace OmniReel.Media.Tests.Script;

/// <summary>Test tables as text: one row a line, its cells divided by <c>=></c>.</summary>
internal static class Table
{
    public static TheoryData<string, string> Rows(string table)
    {
        var rows = new TheoryData<string, string>();
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split("=>", StringSplitOptions.TrimEntries);
            rows.Add(cells[0], cells[1]);
        }

        return rows;
    }
}
