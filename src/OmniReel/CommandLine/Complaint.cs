using System.CommandLine;
using System.CommandLine.Parsing;
using OmniReel.Contract.Rules;

namespace OmniReel.CommandLine;

/// <summary>One line about arguments that could not be read: what, where, and what would be right.</summary>
internal static class Complaint
{
    public static string About(ParseResult parsed, Speech speech)
    {
        var command = parsed.CommandResult.Command;
        var path = Path(parsed.CommandResult);
        var seeHelp = speech[$" (see: omnireel {path}--help)", $"（参见：omnireel {path}--help）"];
        if (parsed.UnmatchedTokens.Count > 0)
        {
            var unknown = parsed.UnmatchedTokens[0];
            var meant = Closest(unknown, command.Subcommands.Select(c => c.Name).Concat(command.Options.Where(o => !o.Hidden).Select(o => o.Name)));
            return speech[$"unknown '{unknown}'", $"无法识别“{unknown}”"]
                + (meant is null ? seeHelp : speech[$"; did you mean '{meant}'?", $"，是否想用“{meant}”？"]);
        }

        var error = parsed.Errors[0];
        var message = error.SymbolResult switch
        {
            ArgumentResult { Tokens.Count: 0, Argument: var missing } => speech[$"{missing.Name} is missing", $"缺少 {missing.Name}"],
            OptionResult { Tokens.Count: 0, Option: var option } => speech[$"{option.Name} needs a value", $"{option.Name} 需要一个值"],
            OptionResult { Option: var option, Tokens: [.., var given] } => speech[$"{option.Name} cannot be '{given.Value}'", $"{option.Name} 不能为“{given.Value}”"]
                + (option.HelpName is { } form ? speech[$"; it is {form}", $"，应为 {form}"] : ""),
            _ => error.Message.ReplaceLineEndings(" ").TrimEnd('.'),
        };
        return message + seeHelp;
    }

    /// <summary>The candidate within two edits of the word, or null.</summary>
    internal static string? Closest(string word, IEnumerable<string> candidates) =>
        candidates.Select(c => (Name: c, Edits: EditDistance.Between(word, c))).Where(c => c.Edits <= 2).OrderBy(c => c.Edits).FirstOrDefault().Name;

    private static string Path(CommandResult result) =>
        result.Parent is CommandResult parent ? Path(parent) + result.Command.Name + " " : "";
}
