using System.CommandLine;
using OmniReel.CommandLine;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Explain;
using OmniReel.Server.Hosting;

namespace OmniReel.Verbs;

/// <summary><c>explain FILE.json</c>: what a request body comes to, or every rule it breaks. Sends nothing, spends nothing.</summary>
internal sealed class ExplainVerb : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _file;
    private readonly Option<string> _profile = new("--profile") { HelpName = "relay|vendor", DefaultValueFactory = _ => "relay" };
    private readonly Option<string?> _data;
    private readonly Option<string?> _prices;
    private readonly Option<string?> _language = new("--lang") { HelpName = "en|zh" };

    public ExplainVerb(Terminal terminal)
        : base("explain", terminal.Speech["Say what a request body means, what it would cost, or which rules it breaks", "说明请求体的含义与费用，或列出违反的规则"])
    {
        _terminal = terminal;
        var speech = terminal.Speech;
        Add(_file = new("FILE.json") { Description = speech["The body; - for standard input", "请求体文件；- 表示标准输入"] });
        _profile.Description = speech["How it is read: relay (model, mode, duration required; the default) or vendor (everything has a default)", "读取方式：relay（必填 model、mode、duration；默认）或 vendor（均有默认值）"];
        _language.Description = speech["The language of the answer (default: that of LANG)", "输出语言（默认取自 LANG）"];
        _profile.AcceptOnlyFromAmong("relay", "vendor");
        _language.AcceptOnlyFromAmong("en", "zh");
        Add(_profile);
        Add(_prices = CommonOptions.Prices(speech));
        Add(_data = CommonOptions.Data(speech));
        Add(_language);
        Aliases.Add("quote");
        SetAction(ExplainAsync);
    }

    public IReadOnlyList<string> Examples => ["omnireel explain request.json", "echo '{\"prompt\":\"a beach\"}' | omnireel explain - --profile vendor"];

    private async Task<int> ExplainAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var speech = parsed.GetValue(_language) is { } tag ? new Speech(tag == "zh") : _terminal.Speech;
        var profile = parsed.GetValue(_profile) == "vendor" ? ApiProfile.Vendor : ApiProfile.Relay;
        var body = await InputFile.ReadAsync(parsed.GetValue(_file)!, speech, cancellation);
        var read = RequestReader.Read(body, profile, new AnyElement(), speech.IsChinese ? Language.Chinese : Language.English);
        if (read.SyntaxError is { } unreadable)
            throw new BadInputException(unreadable);
        new RequestSheet(speech, Table(parsed)).Print(read, _terminal.Output);
        return read.IsAccepted ? ExitCode.Done : ExitCode.BadInput;
    }

    private PriceTable Table(ParseResult parsed)
    {
        try
        {
            return Prices.Load(CommonOptions.Load(parsed, _data, null, _prices));
        }
        catch (ConfigurationException wrong)
        {
            throw new BadInputException(wrong.Message);
        }
    }
}
