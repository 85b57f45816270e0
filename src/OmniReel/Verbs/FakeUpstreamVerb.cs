using System.CommandLine;
using System.Globalization;
using OmniReel.CommandLine;
using OmniReel.Server.Lab.FakeUpstream;
using OmniReel.Server.Lab.FakeUpstream.Wire;

namespace OmniReel.Verbs;

/// <summary><c>fake-upstream</c>: a stand-in for the vendor or a relay, in the foreground, until a signal ends it.</summary>
internal sealed class FakeUpstreamVerb : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly Option<string> _url;
    private readonly Option<bool> _anywhere;
    private readonly Option<string?> _key;
    private readonly Option<string?> _accessKey;
    private readonly Option<string?> _secretKey;
    private readonly Option<string> _dialects;
    private readonly Option<string> _answers;
    private readonly Option<string> _duplicates;
    private readonly Option<bool> _noReferenceQuery;
    private readonly Option<bool> _noList;
    private readonly Option<double> _visibleAfter;
    private readonly Option<int> _parallel;
    private readonly Option<double> _secondsPerFilm;
    private readonly Option<string[]> _faults;
    private readonly Option<double> _rate;
    private readonly Option<string?> _mix;
    private readonly Option<int> _seed;
    private readonly Option<string?> _data;
    private readonly Option<string?> _film;
    private readonly Option<bool> _tiny;
    private readonly Option<bool> _quiet;

    public FakeUpstreamVerb(Terminal terminal)
        : base("fake-upstream", terminal.Speech["Stand in for the vendor or a relay: remembers what was paid, fails on demand", "模拟官方或中转接口：记录已付费任务，按需出错"])
    {
        _terminal = terminal;
        var speech = terminal.Speech;
        var usual = new FakeUpstreamOptions();
        Add(_url = new("--url") { HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:9090", Description = speech["Where to listen (default http://127.0.0.1:9090; port 0 takes a free one)", "监听地址（默认 http://127.0.0.1:9090；端口 0 表示任选空闲端口）"] });
        Add(_anywhere = new("--anywhere") { Description = speech["Let it listen on addresses that others can reach, and send callbacks there", "允许监听他人可访问的地址，并向其发送回调"] });
        Add(_key = new("--key") { HelpName = "KEY", Description = speech[$"The API key it takes (default {usual.ApiKey})", $"接受的 API 密钥（默认 {usual.ApiKey}）"] });
        Add(_accessKey = new("--access-key") { HelpName = "KEY", Description = speech["The access key of signed tokens", "签名令牌的 access key"] });
        Add(_secretKey = new("--secret-key") { HelpName = "KEY", Description = speech["The secret key that tokens are signed with", "令牌签名用的 secret key"] });
        Add(_dialects = Word("--dialect", ["both", "vendor", "relay"], speech["Which paths there are: /v1 (vendor), /kling/v1 (relay) or both (default)", "提供哪些路径：/v1（vendor）、/kling/v1（relay）或两者（both，默认）"]));
        Add(_answers = Word("--answers", AnswerForms.Names, speech["The form of a relay's answers (default vendor)", "中转响应的形式（默认 vendor）"]));
        Add(_duplicates = Word("--duplicates", ["refuse", "same", "allow"], speech["A reference sent again: refused with 1201 (default), the first task's answer, or a second paid film", "重复的外部编号：以 1201 拒绝（refuse，默认）、返回首个任务（same）、或再付费一次（allow）"]));
        Add(_noReferenceQuery = new("--no-reference-query") { Description = speech["Tasks cannot be asked for by reference", "不能按外部编号查询任务"] });
        Add(_noList = new("--no-list") { Description = speech["Tasks cannot be listed", "不能列出任务"] });
        Add(_visibleAfter = Number("--visible-after", "MS", 0, 86_400_000, 0, speech["For so long a paid task is not found by reference or in the list (default 0)", "任务付费后多少毫秒内按编号与列表都查不到（默认 0）"]));
        Add(_parallel = Whole("--parallel", 0, 0, 1_000_000, speech["Tasks at once; more get 1303 (default 0: no limit)", "并发任务上限，超出返回 1303（默认 0：不限）"]));
        Add(_secondsPerFilm = Number("--seconds-per-film", "S", 0, 86_400, 2, speech["How long a film takes (default 2)", "每个影片耗时秒数（默认 2）"]));
        Add(_faults = new("--fault") { HelpName = "RULE", DefaultValueFactory = _ => [], Description = speech["A fault on demand, such as 'reset-after; times=1'; may be repeated", "按需故障，例如 'reset-after; times=1'，可重复"] });
        Add(_rate = Number("--fault-rate", "0..1", 0, 1, 0, speech["How likely a fault is at every step (default 0)", "每一步出错的概率（默认 0）"]));
        Add(_mix = new("--mix") { HelpName = "ID,ID", Description = speech["The faults that the rate draws from (default: all)", "概率故障的取值范围（默认全部）"] });
        Add(_seed = Whole("--seed", 1, int.MinValue, int.MaxValue, speech["The same seed and requests meet the same faults (default 1)", "种子与请求相同则故障相同（默认 1）"]));
        Add(_data = new("--data") { HelpName = "DIR", Description = speech["Keep the journal here, over restarts (default: in memory)", "日志保存目录，重启后仍在（默认只在内存）"] });
        Add(_film = new("--film") { HelpName = "FILE", Description = speech["Serve this file as every film; needs no ffmpeg", "所有影片都返回该文件；无需 ffmpeg"] });
        Add(_tiny = new("--tiny") { Description = speech["Small films of the right length, for tests of speed", "时长正确的小影片，用于速度测试"] });
        Add(_quiet = new("--quiet") { Description = speech["Print the address alone", "只输出地址"] });
        SetAction(ServeAsync);
    }

    public IReadOnlyList<string> Examples =>
    [
        "omnireel fake-upstream",
        "omnireel fake-upstream --fault \"reset-after; times=1\" --parallel 5 --data paid",
        "omnireel fake-upstream --dialect relay --answers wrapped --fault-rate 0.2 --seed 7",
        "omnireel fake-upstream --url http://127.0.0.1:0 --tiny --seconds-per-film 0 --quiet",
    ];

    private async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var interruption = new Interruption();
        try
        {
            await using var upstream = await FakeUpstream.StartAsync(Chosen(parsed), interruption.Token);
            await SayAsync(upstream, parsed.GetValue(_quiet));
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, _terminal.Time, interruption.Token);
            }
            catch (OperationCanceledException)
            {
                // How it ends.
            }

            if (!parsed.GetValue(_quiet))
            {
                var paid = upstream.Paid();
                await _terminal.Output.WriteLineAsync(_terminal.Speech[
                    $"{paid.Films} films were paid for, {Amount(paid.Units)} units; {paid.MoreThanOnce.Count} references more than once.",
                    $"共付费 {paid.Films} 个影片，{Amount(paid.Units)} 单位；重复付费的编号 {paid.MoreThanOnce.Count} 个。"]);
            }

            return ExitCode.Done;
        }
        catch (FakeUpstreamException wrong)
        {
            throw new BadInputException($"fake-upstream: {wrong.Message}");
        }
    }

    private FakeUpstreamOptions Chosen(ParseResult parsed)
    {
        var usual = new FakeUpstreamOptions();
        return usual with
        {
            Url = parsed.GetValue(_url)!,
            Anywhere = parsed.GetValue(_anywhere),
            ApiKey = parsed.GetValue(_key) ?? usual.ApiKey,
            AccessKey = parsed.GetValue(_accessKey) ?? usual.AccessKey,
            SecretKey = parsed.GetValue(_secretKey) ?? usual.SecretKey,
            Dialects = parsed.GetValue(_dialects) switch { "vendor" => FakeDialects.Vendor, "relay" => FakeDialects.Relay, _ => FakeDialects.Both },
            Answers = AnswerForms.Find(parsed.GetValue(_answers)!) ?? AnswerForm.Vendor,
            Duplicates = parsed.GetValue(_duplicates) switch { "same" => DuplicatePolicy.Same, "allow" => DuplicatePolicy.Allow, _ => DuplicatePolicy.Refuse },
            ReferenceQuery = !parsed.GetValue(_noReferenceQuery),
            List = !parsed.GetValue(_noList),
            VisibleAfter = TimeSpan.FromMilliseconds(parsed.GetValue(_visibleAfter)),
            Parallel = parsed.GetValue(_parallel),
            FilmTime = TimeSpan.FromSeconds(parsed.GetValue(_secondsPerFilm)),
            Faults = parsed.GetValue(_faults)!,
            FaultRate = parsed.GetValue(_rate),
            Mix = parsed.GetValue(_mix)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Seed = parsed.GetValue(_seed),
            DataFolder = parsed.GetValue(_data) is { } folder ? Path.GetFullPath(folder) : null,
            Film = parsed.GetValue(_film),
            Tiny = parsed.GetValue(_tiny),
            Time = _terminal.Time,
        };
    }

    private async Task SayAsync(FakeUpstream upstream, bool quiet)
    {
        var (speech, options) = (_terminal.Speech, upstream.Options);
        if (quiet)
        {
            await _terminal.Output.WriteLineAsync(upstream.Url);
            return;
        }

        string[] lines =
        [
            speech[$"The fake upstream listens on {upstream.Url}", $"模拟上游监听于 {upstream.Url}"],
            speech[$"  API key:      {options.ApiKey}", $"  API 密钥：    {options.ApiKey}"],
            speech[$"  access pair:  {options.AccessKey} / {options.SecretKey}  (vendor paths: tokens signed with it)", $"  密钥对：      {options.AccessKey} / {options.SecretKey}（官方路径：用其签名令牌）"],
            speech[$"  point a client at it:  KLING_BASE_URL={upstream.Url} KLING_API_KEY={options.ApiKey}", $"  客户端指向它：  KLING_BASE_URL={upstream.Url} KLING_API_KEY={options.ApiKey}"],
            speech[$"  what was paid: {upstream.Url}/fake/paid   journal: /fake/journal   counts: /fake/stats   faults: POST /fake/faults", $"  已付费： {upstream.Url}/fake/paid   日志： /fake/journal   计数： /fake/stats   故障： POST /fake/faults"],
            speech["Nothing costs anything here. Ctrl-C ends it.", "这里不产生任何费用。按 Ctrl-C 结束。"],
        ];
        foreach (var line in lines) await _terminal.Output.WriteLineAsync(line);
    }

    private static string Amount(decimal units) => units.ToString("0.##", CultureInfo.InvariantCulture);

    private static Option<string> Word(string name, IReadOnlyList<string> words, string description)
    {
        var option = new Option<string>(name) { HelpName = string.Join('|', words), Description = description, DefaultValueFactory = _ => words[0] };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !words.Contains(given.Value)) result.AddError($"{name} is one of {string.Join(", ", words)}");
        });
        return option;
    }

    private static Option<double> Number(string name, string form, double least, double most, double usual, string description)
    {
        var option = new Option<double>(name) { HelpName = form, Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !(double.TryParse(given.Value, out var number) && number >= least && number <= most)) result.AddError($"{name} is from {least} to {most}");
        });
        return option;
    }

    private static Option<int> Whole(string name, int usual, int least, int most, string description)
    {
        var option = new Option<int>(name) { HelpName = "N", Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !(int.TryParse(given.Value, out var number) && number >= least && number <= most)) result.AddError($"{name} is from {least} to {most}");
        });
        return option;
    }
}
