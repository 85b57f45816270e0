using System.CommandLine;
using OmniReel.CommandLine;
using OmniReel.Contract.Answers;
using OmniReel.Tasks;

namespace OmniReel.Verbs;

/// <summary><c>tasks resolve</c>: what was sent to a paid upstream and waits for a person; <c>tasks resolve ID</c> settles one of them.</summary>
internal sealed class ResolveVerb : Command, IHasExamples
{
    private const int Most = 500;

    private readonly Terminal _terminal;
    private readonly Option<string?> _data;
    private readonly Argument<string?> _id;
    private readonly Option<string?> _adopt;
    private readonly Option<bool> _resubmit;
    private readonly Option<bool> _writeOff;

    public ResolveVerb(Terminal terminal, Option<string?> data)
        : base("resolve", terminal.Speech["List paid submits that wait for a decision, or settle one", "列出待人工处理的付费提交，或处理其中一条"])
    {
        (_terminal, _data) = (terminal, data);
        var speech = terminal.Speech;
        Add(_id = new Argument<string?>("ID") { Arity = ArgumentArity.ZeroOrOne, Description = speech["Which to settle, as the list names it; the list where it is left out", "要处理的提交 id（见列表）；省略则显示列表"] });
        Add(_adopt = new Option<string?>("--adopt")
        {
            HelpName = "[UPSTREAM_ID]",
            Arity = ArgumentArity.ZeroOrOne,
            Description = speech["Fetch the film that the upstream has, of this id there; nothing is submitted or paid again", "取回上游已有的影片（可指定其上游任务 id）；不再提交，也不再付费"],
        });
        Add(_resubmit = new Option<bool>("--resubmit") { Description = speech["Have the film made again; it may be paid for a second time", "重新制作影片；可能会第二次付费"] });
        Add(_writeOff = new Option<bool>("--write-off") { Description = speech["Do nothing more about it", "核销，不再处理"] });
        SetAction(RunAsync);
    }

    public IReadOnlyList<string> Examples =>
        ["omnireel tasks resolve", "omnireel tasks resolve 17 --adopt", "omnireel tasks resolve 17 --adopt 759813002918372441", "omnireel tasks resolve 17 --resubmit", "omnireel tasks resolve 17 --write-off"];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var speech = _terminal.Speech;
        var action = ActionOf(parsed);
        var id = parsed.GetValue(_id);
        if ((id is null) != (action is null))
            throw new BadInputException(id is null
                ? speech["ID is missing: omnireel tasks resolve lists what can be settled", "缺少 ID：omnireel tasks resolve 会列出可处理的提交"]
                : speech["say what to do: --adopt [UPSTREAM_ID], --resubmit or --write-off", "请指定处理方式：--adopt [UPSTREAM_ID]、--resubmit 或 --write-off"]);

        var folder = Path.GetFullPath(parsed.GetValue(_data) ?? Server.Hosting.ServerConfiguration.DefaultDataFolder);
        await using var desk = await Desk.OpenAsync(folder, speech, cancellation);
        if (id is null)
            new SubmitSheet(_terminal).Print(await desk.Client.Submits.ListAsync(count: Most, cancellation: cancellation));
        else
            await SettleAsync(desk, id, action!, parsed.GetValue(_adopt), cancellation);
        return ExitCode.Done;
    }

    private async Task SettleAsync(Desk desk, string id, string action, string? upstreamId, CancellationToken cancellation)
    {
        var done = action switch
        {
            SettleActions.Adopt => await desk.Client.Submits.AdoptAsync(id, upstreamId, cancellation),
            SettleActions.Resubmit => await desk.Client.Submits.ResubmitAsync(id, cancellation),
            _ => await desk.Client.Submits.WriteOffAsync(id, cancellation),
        };
        new SubmitSheet(_terminal).Print(action, done, desk.IsServed);
    }

    /// <summary>Null where none is given.</summary>
    private string? ActionOf(ParseResult parsed)
    {
        string?[] given = [parsed.GetResult(_adopt) is null ? null : SettleActions.Adopt, parsed.GetValue(_resubmit) ? SettleActions.Resubmit : null, parsed.GetValue(_writeOff) ? SettleActions.WriteOff : null];
        return given.Count(one => one is not null) > 1
            ? throw new BadInputException(_terminal.Speech["one of --adopt, --resubmit and --write-off, not several", "--adopt、--resubmit 与 --write-off 只能选择一个"])
            : given.FirstOrDefault(one => one is not null);
    }
}
