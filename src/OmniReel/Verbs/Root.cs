using System.CommandLine;
using System.CommandLine.Help;
using OmniReel.CommandLine;

namespace OmniReel.Verbs;

/// <summary>The program without a verb: shows what there is.</summary>
internal sealed class Root : RootCommand
{
    public Root(Terminal terminal)
        : base(terminal.Speech[
            "OmniReel: a self-hosted Omni-Video server. It turns a prompt into a film, here, without a key or a GPU.",
            "OmniReel：自托管的 Omni-Video 服务器。把提示词变成影片，就在本机，无需密钥与 GPU。"])
    {
        var help = new HelpPage(terminal);
        var option = Options.OfType<HelpOption>().Single();
        option.Action = help;
        option.Description = terminal.Speech["Show this page", "显示本页"];
        option.Aliases.Clear();
        option.Aliases.Add("-h");
        foreach (var version in Options.OfType<VersionOption>())
        {
            version.Description = terminal.Speech["Show the version", "显示版本"];
            version.Action = new VersionVerb.Action(terminal);
        }

        Add(new ServeVerb(terminal));
        Add(new GenerateVerb(terminal));
        Add(new ExplainVerb(terminal));
        Add(new RoutesVerb(terminal));
        Add(new TasksVerb(terminal));
        Add(new CallbacksVerb(terminal));
        Add(new ListenVerb(terminal));
        Add(new FakeUpstreamVerb(terminal));
        Add(new ConformanceVerb(terminal));
        Add(new DoctorVerb(terminal));
        Add(new VersionVerb(terminal));
        Add(new HelpVerb(terminal, this, help));
        SetAction(_ => help.Print(this));
    }
}
