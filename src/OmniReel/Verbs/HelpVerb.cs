using System.CommandLine;
using OmniReel.CommandLine;

namespace OmniReel.Verbs;

/// <summary><c>help [VERB]</c>: the same page as <c>VERB --help</c>.</summary>
internal sealed class HelpVerb : Command
{
    public HelpVerb(Terminal terminal, RootCommand root, HelpPage help)
        : base("help", terminal.Speech["Show the page of a command", "显示某个命令的说明"])
    {
        var verb = new Argument<string?>("VERB") { Arity = ArgumentArity.ZeroOrOne, Description = terminal.Speech["One of the commands", "命令名"] };
        Add(verb);
        SetAction(parsed =>
        {
            var name = parsed.GetValue(verb);
            var command = name is null ? root : root.Subcommands.FirstOrDefault(c => c.Name == name);
            help.Print(command ?? throw new BadInputException(terminal.Speech[$"there is no command '{name}' (see: omnireel help)", $"没有“{name}”这个命令（参见：omnireel help）"]));
        });
    }
}
