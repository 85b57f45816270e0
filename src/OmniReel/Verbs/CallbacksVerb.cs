using System.CommandLine;
using System.Globalization;
using OmniReel.Client;
using OmniReel.CommandLine;
using OmniReel.Contract.Answers;
using OmniReel.Tasks;

namespace OmniReel.Verbs;

/// <summary><c>callbacks list|replay|rotate-secret|test</c>: the callbacks of a data folder, through its server when one runs.</summary>
internal sealed class CallbacksVerb : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string?> _data;

    public CallbacksVerb(Terminal terminal)
        : base("callbacks", terminal.Speech["Look at callbacks, send them again, and set up their signing", "查看与重发回调，设置回调签名"])
    {
        _terminal = terminal;
        Add(_data = CommonOptions.Data(terminal.Speech));
        _data.Recursive = true;
        Add(List());
        Add(Replay());
        Add(Rotate());
        Add(Test());
    }

    private Option<string?> State() => new("--state")
    {
        HelpName = "STATE",
        Description = _terminal.Speech[$"Only those that stand so: {string.Join(", ", CallbackStateWords.All)}", $"仅限该状态：{string.Join("、", CallbackStateWords.All)}"],
    };

    private Option<string?> TaskId() => new("--task") { HelpName = "ID", Description = _terminal.Speech["Only those of this task", "仅限该任务"] };

    private Command List()
    {
        var speech = _terminal.Speech;
        var (state, task) = (State(), TaskId());
        var count = new Option<int>("--count", "-n") { HelpName = "N", Description = speech["How many, newest first (1 to 500, default 20)", "数量，最新的在前（1 到 500，默认 20）"], DefaultValueFactory = _ => 20 };
        var list = new Command("list", speech["List callbacks, newest first", "列出回调，最新的在前"]) { state, task, count };
        list.SetAction((parsed, cancellation) => WithAsync(parsed, async (client, token) =>
        {
            if (parsed.GetValue(count) is < 1 or > 500)
                throw new BadInputException(speech["--count is a whole number from 1 to 500", "--count 为 1 到 500 的整数"]);
            var found = await client.ListAsync(parsed.GetValue(state), parsed.GetValue(task), 1, parsed.GetValue(count), token);
            var table = Tables.Listing(speech["callback", "回调"], speech["status", "状态"], speech["state", "投递"], speech["tries", "次数"], speech["made (UTC)", "产生时间 (UTC)"], speech["last", "最近结果"]);
            foreach (var one in found)
                table.AddTexts(one.Id, one.TaskStatus, one.State, one.Attempts.ToString(CultureInfo.InvariantCulture), Time(one.CreatedAt), one.LastAttempt?.Reason ?? "");
            table.Print(_terminal.Output);
        }, cancellation));
        return list;
    }

    private Command Replay()
    {
        var speech = _terminal.Speech;
        var (state, task) = (State(), TaskId());
        var id = new Argument<string?>("ID") { Arity = ArgumentArity.ZeroOrOne, Description = speech["One callback, as list names it", "回调 id（见 list）"] };
        var since = new Option<string?>("--since") { HelpName = "TIME", Description = speech["Only those made since then: 2026-11-23T08:00:00Z", "仅限该时间之后产生的：2026-11-23T08:00:00Z"] };
        var replay = new Command("replay", speech["Send callbacks again, with the ids and bytes that they had", "重发回调，id 与内容保持不变"]) { id, state, since, task };
        replay.SetAction((parsed, cancellation) => WithAsync(parsed, async (client, token) =>
        {
            var wish = new ReplayRequest { State = parsed.GetValue(state), Since = Moment(parsed.GetValue(since)), TaskId = parsed.GetValue(task) };
            if (parsed.GetValue(id) is { } one)
            {
                if (wish != new ReplayRequest())
                    throw new BadInputException(speech["either ID or options say which to replay, not both", "ID 与筛选选项只能二选一"]);
                await client.ReplayAsync(one, token);
                await _terminal.Output.WriteLineAsync(speech[$"{one} is sent again", $"{one} 将重新发送"]);
                return;
            }

            if (wish == new ReplayRequest())
                throw new BadInputException(speech["say which to replay: ID, --state exhausted, --since TIME or --task ID", "请指定要重发的回调：ID、--state exhausted、--since TIME 或 --task ID"]);
            var done = await client.ReplayAsync(wish, token);
            await _terminal.Output.WriteLineAsync(speech[$"{done.Replayed} are sent again", $"将重新发送 {done.Replayed} 个"]);
        }, cancellation));
        return replay;
    }

    private Command Rotate()
    {
        var speech = _terminal.Speech;
        var rotate = new Command("rotate-secret", speech["Make a new secret to sign with; the old one signs too for 24 hours", "生成新的签名密钥；旧密钥在 24 小时内继续签名"]);
        rotate.SetAction((parsed, cancellation) => WithAsync(parsed, async (client, token) =>
        {
            var made = await client.RotateSecretAsync(token);
            await _terminal.Output.WriteLineAsync(made.Secret);
            await _terminal.Error.WriteLineAsync(made.PreviousUntil is { } until
                ? speech[$"Shown this once. The secret before it signs too until {Time(until)} UTC: give receivers the new one by then.", $"仅显示这一次。旧密钥将继续签名至 {Time(until)} UTC，请在此之前让接收端换用新密钥。"]
                : speech["Shown this once. Every callback is signed with it from now on.", "仅显示这一次。此后所有回调都用它签名。"]);
        }, cancellation));
        return rotate;
    }

    private Command Test()
    {
        var speech = _terminal.Speech;
        var url = new Argument<string>("URL") { Description = speech["The receiver", "接收端地址"] };
        var test = new Command("test", speech["Send a test callback and say what became of it", "发送测试回调并显示结果"]) { url };
        test.SetAction((parsed, cancellation) => WithAsync(parsed, async (client, token) =>
        {
            var result = await client.TestAsync(parsed.GetValue(url)!, token);
            if (!result.Delivered)
                throw new FailedException(speech[$"not delivered: {result.Reason}", $"未送达：{result.Reason}"] + (result.Answer is { } answer ? $" ({answer})" : ""));
            await _terminal.Output.WriteLineAsync(speech[$"delivered: {result.Reason}", $"已送达：{result.Reason}"]);
        }, cancellation));
        return test;
    }

    private async Task<int> WithAsync(ParseResult parsed, Func<CallbackClient, CancellationToken, Task> work, CancellationToken cancellation)
    {
        var folder = Path.GetFullPath(parsed.GetValue(_data) ?? Server.Hosting.ServerConfiguration.DefaultDataFolder);
        await using var desk = await Desk.OpenAsync(folder, _terminal.Speech, cancellation);
        await work(desk.Client.Callbacks, cancellation);
        return ExitCode.Done;
    }

    private long? Moment(string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUnixTimeMilliseconds()
        : throw new BadInputException(_terminal.Speech[$"--since cannot be '{text}'; a time looks like 2026-11-23T08:00:00Z", $"--since 不能为“{text}”；时间格式如 2026-11-23T08:00:00Z"]);

    private static string Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
