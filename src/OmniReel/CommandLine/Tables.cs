using Spectre.Console;
using Spectre.Console.Rendering;

namespace OmniReel.CommandLine;

/// <summary>Draws tables as plain text: the same in a terminal, a pipe and a log.</summary>
internal static class Tables
{
    private const int Width = 110;

    /// <summary>Two columns without a head: a name and what it is.</summary>
    public static Table Facts() => new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn(new TableColumn("").NoWrap()).AddColumn("");

    /// <summary>A table with a head.</summary>
    public static Table Listing(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column)));
        return table;
    }

    /// <summary>A row of plain texts; nothing in them is markup.</summary>
    public static void AddTexts(this Table table, params string[] cells) => table.AddRow(cells.Select(IRenderable (c) => new Text(c)));

    public static void Print(this Table table, TextWriter to)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(to),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(table);
    }
}
