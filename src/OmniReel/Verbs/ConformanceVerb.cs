using System.CommandLine;
using System.Text;
using OmniReel.CommandLine;
using OmniReel.Conformance;
using OmniReel.Contract.Requests;

namespace OmniReel.Verbs;

/// <summary><c>conformance</c>: asks any server that claims this API a few questions that cost nothing, and prints a score card.</summary>
internal sealed class ConformanceVerb : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly Option<string> _server;
    private readonly Option<string?> _key;
    private readonly Option<string?> _profile;
    private readonly Option<bool> _charged;
    private readonly Option<bool> _json;

    public ConformanceVerb(Terminal terminal)
        : base("conformance", terminal.Speech["Check any server of this API with questions that cannot be charged", "用不会产生费用的请求检查任意 Omni-Video 服务"])
    {
        _terminal = terminal;
        var speech = terminal.Speech;
        Add(_server = new("--server")
        {
            HelpName = "URL",
            Description = speech["The server, with or without /kling/v1 or /v1 (default http://127.0.0.1:8080)", "服务器地址，可带或不带 /kling/v1、/v1（默认 http://127.0.0.1:8080）"],
            DefaultValueFactory = _ => "http://127.0.0.1:8080",
        });
        Add(_key = new("--key") { HelpName = "KEY", Description = speech["A key of that server, or a token (default: OMNIREEL_KEY)", "该服务器的密钥或令牌（默认取 OMNIREEL_KEY）"] });
        Add(_profile = new("--profile") { HelpName = "relay|vendor", Description = speech["Look at /kling/v1 (relay) or /v1 (vendor) only (default: whichever answers, relay first)", "只检查 /kling/v1（relay）或 /v1（vendor）（默认先试 relay）"] });
        _profile.AcceptOnlyFromAmong("relay", "vendor");
        Add(_charged = new("--may-be-charged")
        {
            Description = speech[
                $"Also send every body that must be refused: a server that takes one makes the film and may charge for it (ends after {RefusalCorpus.MostAccepted})",
                $"同时发送所有应被拒绝的请求：若服务器接受，会生成影片并可能计费（接受 {RefusalCorpus.MostAccepted} 个后停止）"],
        });
        Add(_json = new("--json") { Description = speech["Print the card as JSON", "以 JSON 输出"] });
        SetAction(AskAsync);
    }

    public IReadOnlyList<string> Examples => ["omnireel conformance", "omnireel conformance --server https://relay.example.com --key KEY", "omnireel conformance --json --may-be-charged"];

    private async Task<int> AskAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var speech = _terminal.Speech;
        var key = parsed.GetValue(_key) ?? _terminal.Variable("OMNIREEL_KEY");
        if (string.IsNullOrWhiteSpace(key))
            throw new BadInputException(speech["a key of the server is needed: --key KEY, or OMNIREEL_KEY", "需要服务器的密钥：--key KEY 或 OMNIREEL_KEY"]);
        if (key.Any(c => c is < '!' or > '~'))
            throw new BadInputException(speech["the key has characters that no key can have (blanks, line ends or letters outside ASCII)", "密钥含有不合法的字符（空格、换行或非 ASCII 字符）"]);
        ApiProfile? profile = parsed.GetValue(_profile) switch { "relay" => ApiProfile.Relay, "vendor" => ApiProfile.Vendor, _ => null };

        using var api = await ApiUnderTest.FindAsync(Address(parsed.GetValue(_server)!), key, profile, speech, cancellation);
        if (!parsed.GetValue(_json))
            await _terminal.Error.WriteLineAsync(speech[$"Asking {api.Root} …", $"正在检查 {api.Root} ……"]);
        var findings = new List<Finding>(await new FreeChecks(api, speech).AskAsync(cancellation));
        var refusals = new RefusalCorpus(api, speech);
        if (parsed.GetValue(_charged))
            findings.AddRange(await refusals.AskAsync(cancellation));

        var card = new ScoreCard(api.Root, api.Profile, findings, refusals.Accepted);
        if (parsed.GetValue(_json))
            await _terminal.Output.WriteLineAsync(Json(card));
        else
            card.Print(_terminal.Output, speech);
        return card.Holding == card.Judged ? ExitCode.Done : ExitCode.Failed;
    }

    private static string Json(ScoreCard card)
    {
        using var bytes = new MemoryStream();
        card.PrintJson(bytes);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.UserInfo.Length == 0
        ? url
        : throw new BadInputException(_terminal.Speech[$"--server cannot be '{text}'; an address looks like https://relay.example.com", $"--server 不能为“{text}”；地址形如 https://relay.example.com"]);
}
