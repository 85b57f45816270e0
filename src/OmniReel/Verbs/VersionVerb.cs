using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OmniReel.CommandLine;

namespace OmniReel.Verbs;

/// <summary><c>version</c>: one line that a report can quote.</summary>
internal sealed class VersionVerb : Command
{
    public VersionVerb(Terminal terminal)
        : base("version", terminal.Speech["Show the version", "显示版本"]) => base.Action = new Action(terminal);

    /// <summary>Shared with <c>--version</c>.</summary>
    internal new sealed class Action(Terminal terminal) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var version = typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
            var form = RuntimeFeature.IsDynamicCodeCompiled ? "" : ", native";
            terminal.Output.WriteLine($"omnireel {version?.Split('+')[0]} ({RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}{form})");
            return ExitCode.Done;
        }
    }
}
