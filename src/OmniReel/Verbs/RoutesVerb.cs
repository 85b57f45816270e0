using System.CommandLine;
using OmniReel.CommandLine;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Requests;
using OmniReel.Routes;
using OmniReel.Server.Hosting;

namespace OmniReel.Verbs;

/// <summary><c>routes</c>: which engine makes which film. <c>routes explain FILE.json</c>: what that comes to for one body. Sends nothing, spends nothing.</summary>
internal sealed class RoutesVerb : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly Option<string?> _data;
    private readonly Option<string[]> _routes;
    private readonly Option<string?> _engine;
    private readonly Option<string?> _language = new("--lang") { HelpName = "en|zh", Recursive = true };

    public RoutesVerb(Terminal terminal)
        : base("routes", terminal.Speech["Say which engine makes which film", "说明哪些影片由哪个引擎制作"])
    {
        _terminal = terminal;
        var speech = terminal.Speech;
        Add(_data = CommonOptions.Data(speech));
        Add(_routes = CommonOptions.Routes(speech));
        Add(_engine = CommonOptions.Engine(speech));
        _language.Description = speech["The language of the answer (default: that of LANG)", "输出语言（默认取自 LANG）"];
        _language.AcceptOnlyFromAmong("en", "zh");
        Add(_language);
        foreach (var option in (Option[])[_data, _routes, _engine]) option.Recursive = true;
        SetAction(ListAsync);

        var file = new Argument<string>("FILE.json") { Description = speech["The body; - for standard input", "请求体文件；- 表示标准输入"] };
        var profile = new Option<string>("--profile") { HelpName = "relay|vendor", DefaultValueFactory = _ => "relay" };
        profile.Description = speech["How it is read: relay (model, mode, duration required; the default) or vendor (everything has a default)", "读取方式：relay（必填 model、mode、duration；默认）或 vendor（均有默认值）"];
        profile.AcceptOnlyFromAmong("relay", "vendor");
        var explain = new Command("explain", speech["Say where a request body would go, and why", "说明一个请求体会交给哪个引擎，以及原因"]) { file, profile };
        explain.SetAction((parsed, cancellation) => ExplainAsync(parsed, parsed.GetValue(file)!, parsed.GetValue(profile) == "vendor" ? ApiProfile.Vendor : ApiProfile.Relay, cancellation));
        Add(explain);
    }

    public IReadOnlyList<string> Examples =>
        ["omnireel routes", "omnireel routes explain request.json", "omnireel routes explain request.json --route \"4k = embedded\" --route \"* = kling\""];

    private async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var speech = SpeechOf(parsed);
        await using var desk = await OpenAsync(parsed, speech, cancellation);
        RouteSheet.Print(await desk.ListAsync(cancellation), desk.IsAsked, speech, _terminal.Output);
        return ExitCode.Done;
    }

    private async Task<int> ExplainAsync(ParseResult parsed, string file, ApiProfile profile, CancellationToken cancellation)
    {
        var speech = SpeechOf(parsed);
        var body = await InputFile.ReadAsync(file, speech, cancellation);
        await using var desk = await OpenAsync(parsed, speech, cancellation);
        var account = await desk.ExplainAsync(body, profile, cancellation);
        RouteSheet.Print(account, speech, _terminal.Output);
        return account.Verdict == QuoteData.Accepted ? ExitCode.Done : ExitCode.BadInput;
    }

    // Routes that are named here are looked at here: the server has its own.
    private Task<RouteDesk> OpenAsync(ParseResult parsed, Speech speech, CancellationToken cancellation)
    {
        var flags = CommonOptions.RoutesOf(parsed, _routes, _engine, speech).ToList();
        return RouteDesk.OpenAsync(Path.GetFullPath(parsed.GetValue(_data) ?? ServerConfiguration.DefaultDataFolder), () => CommonOptions.Load(parsed, _data, null, null, flags), flags.Count == 0, speech, cancellation);
    }

    private Speech SpeechOf(ParseResult parsed) => parsed.GetValue(_language) is { } tag ? new Speech(tag == "zh") : _terminal.Speech;
}
