using System.CommandLine;
using OmniReel.CommandLine;
using OmniReel.Doctor;
using OmniReel.Server.Hosting;

namespace OmniReel.Verbs;

/// <summary><c>doctor</c>: looks at the machine and says how to mend what would be in the way.</summary>
internal sealed class DoctorVerb : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string?> _data;
    private readonly Option<string[]> _urls;

    public DoctorVerb(Terminal terminal)
        : base("doctor", terminal.Speech["Look at this machine and say how to mend what is missing", "检查本机，并说明如何补齐缺少的东西"])
    {
        _terminal = terminal;
        Add(_data = CommonOptions.Data(terminal.Speech));
        Add(_urls = CommonOptions.Urls(terminal.Speech));
        SetAction(LookAsync);
    }

    private async Task<int> LookAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var speech = _terminal.Speech;
        var options = CommonOptions.Load(parsed, _data, _urls, null);
        ICheck[] checks =
        [
            new FfmpegCheck(speech, _terminal.Time), new SandboxCheck(speech, _terminal.Time), new VoiceCheck(speech, _terminal.Time), new FontCheck(speech), new DataFolderCheck(speech, options.DataFolder), new DiskCheck(speech, options.DataFolder),
            new PortCheck(speech, options.Urls, options.DataFolder), new SocketCheck(speech, options.DataFolder), new ClockCheck(speech, _terminal.Time, options.DataFolder),
            new ProcessorCheck(speech), .. options.Connections.Select(connection => new UpstreamCheck(speech, connection, _terminal.Time)),
        ];
        var problems = 0;
        foreach (var check in checks)
        {
            var finding = await check.LookAsync(cancellation);
            problems += finding.Ok ? 0 : 1;
            var mark = finding.Ok ? speech["ok     ", "正常"] : speech["problem", "问题"];
            _terminal.Output.WriteLine($"{mark}  {check.Name}: {finding.Text}");
            if (finding.Mend is { } mend)
                _terminal.Output.WriteLine($"         {speech["mend it", "解决办法"]}: {mend}");
        }

        _terminal.Output.WriteLine(problems == 0
            ? speech["Everything is in order.", "一切正常。"]
            : speech[$"{problems} of {checks.Length} need attention.", $"{checks.Length} 项中有 {problems} 项需要处理。"]);
        return problems == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
