using System.CommandLine;
using System.CommandLine.Invocation;

namespace OmniReel.CommandLine;

/// <summary>The page of one command, in the language of the terminal.</summary>
internal sealed class HelpPage(Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Print(parseResult.CommandResult.Command);
        return ExitCode.Done;
    }

    public void Print(Command command)
    {
        var speech = terminal.Speech;
        var output = terminal.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"{speech["Usage", "用法"]}: {Usage(command)}");
        Section(speech["Commands", "命令"], command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description)));
        Section(speech["Arguments", "参数"], command.Arguments.Select(a => (a.Name, a.Description)));
        Section(speech["Options", "选项"], command.Options.Concat(Inherited(command)).Where(o => !o.Hidden).Select(o => (Label(o), o.Description)));
        if (command is IHasExamples { Examples: var examples })
            Section(speech["Examples", "示例"], examples.Select(e => (e, (string?)null)));
    }

    // Those of the whole program are on its own page.
    private static IEnumerable<Option> Inherited(Command command) =>
        command.Parents.OfType<Command>().Where(parent => parent is not RootCommand).SelectMany(parent => parent.Options.Where(option => option.Recursive).Concat(Inherited(parent)));

    private static string Usage(Command command)
    {
        var names = new Stack<string>();
        for (Symbol? at = command; at is Command; at = at.Parents.FirstOrDefault())
            names.Push(at is RootCommand ? "omnireel" : at.Name);
        var usage = string.Join(' ', names);
        if (command.Subcommands.Count > 0)
            usage += " COMMAND";
        foreach (var argument in command.Arguments)
            usage += argument.Arity.MinimumNumberOfValues == 0 ? $" [{argument.Name}]" : $" {argument.Name}";
        return usage + " [OPTIONS]";
    }

    private static string Label(Option option)
    {
        var names = string.Join(", ", option.Aliases.Order(StringComparer.Ordinal).Append(option.Name));
        return option.ValueType == typeof(bool) || option.HelpName is null ? names : $"{names} {option.HelpName}";
    }

    private void Section(string title, IEnumerable<(string Label, string? Text)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
            return;
        terminal.Output.WriteLine();
        terminal.Output.WriteLine($"{title}:");
        var width = Math.Min(28, list.Max(r => r.Label.Length)) + 2;
        foreach (var (label, text) in list)
            terminal.Output.WriteLine(text is null ? $"  {label}" : $"  {label.PadRight(width)}{(label.Length >= width ? " " : "")}{text}");
    }
}

/// <summary>A command whose help ends in examples that can be pasted.</summary>
internal interface IHasExamples
{
    IReadOnlyList<string> Examples { get; }
}
