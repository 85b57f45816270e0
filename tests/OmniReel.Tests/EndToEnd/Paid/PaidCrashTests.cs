using OmniReel.Client;
using OmniReel.Contract.Answers;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Lab.FakeUpstream;

namespace OmniReel.Tests.EndToEnd.Paid;

/// <summary>
/// The process dies, as by <c>kill -9</c>, at every boundary of a paid film, with every kind of upstream; the next one goes on. No film
/// is paid twice, and what was paid is the task's film, or is seen by people.
/// </summary>
public sealed class PaidCrashTests
{
    private const int Kill = 9;

    private static readonly NewVideo s_wish = new() { ModelName = "kling-v3-omni", Prompt = "A paper boat drifts down a rain gutter.", Mode = "std", AspectRatio = "16:9", Duration = "5" };

    private static readonly (string Name, UpstreamCapabilities Can)[] s_kinds =
    [
        ("reference query", new UpstreamCapabilities(RefQuery: true, RefDedupe: false, List: false)),
        ("dedupe", new UpstreamCapabilities(RefQuery: false, RefDedupe: true, List: false)),
        ("neither", new UpstreamCapabilities(RefQuery: false, RefDedupe: false, List: false)),
        ("all", new UpstreamCapabilities(RefQuery: true, RefDedupe: true, List: true)),
    ];

    /// <summary>The number of a point is that of its line; 0 is while the upstream holds its answer back, paid.</summary>
    private static readonly CrashPoint?[] s_points = [null, .. Enum.GetValues<CrashPoint>().Cast<CrashPoint?>()];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_death_at_any_boundary_pays_no_film_twice_and_loses_none()
    {
        var (runs, paid, films, unknown, unreached) = (0, 0, 0, 0, 0);
        foreach (var (point, kind) in Cases())
        {
            await using var upstream = await FakeUpstream.StartAsync(PaidServer.OptionsFor(kind.Can), Stop);
            using var server = new PaidServer(upstream, kind.Can);
            var told = $"{point?.ToString() ?? "while the answer is held back"}, {kind.Name}";
            // An answer that is lost brings the questions about it.
            if (point is CrashPoint.AfterQuestion or CrashPoint.AfterFinding)
                upstream.Order("reset-after; times=1");
            var (id, died) = await DieAsync(server, upstream, point);
            unreached += died ? 0 : 1;
            var task = await GoOnAsync(server, id);

            var report = upstream.Paid();
            report.Films.ShouldBeLessThanOrEqualTo(1, told);
            upstream.Journal().Where(entry => entry.Kind == "post").GroupBy(entry => entry.Reference).ShouldAllBe(posts => posts.Count() <= (kind.Can.RefDedupe ? 2 : 1), told);
            if (task.TaskStatus == "succeed")
            {
                report.Films.ShouldBe(1, told);
                films++;
            }
            else
            {
                // Only where nobody can be asked, and nothing can be sent again.
                kind.Can.ShouldBe(new UpstreamCapabilities(false, false, false), $"{told}: {task.TaskStatusMsg}");
                task.TaskStatusMsg.ShouldStartWith("upstream_outcome_unknown", customMessage: told);
                unknown++;
            }

            (runs, paid) = (runs + 1, paid + report.Films);
        }

        unreached.ShouldBeLessThanOrEqualTo(runs / 4);
        Console.WriteLine($"paid films: {runs} deaths at {s_points.Length} boundaries with {s_kinds.Length} kinds of upstream ({unreached} of them never came to theirs): {paid} paid, {films} delivered, {unknown} seen by people as unknown, 0 twice");
    }

    // Short: each boundary once, with the kinds in turn.
    private static IEnumerable<(CrashPoint?, (string Name, UpstreamCapabilities Can))> Cases() => Checkout.LongCounts
        ? from point in s_points from kind in s_kinds select (point, kind)
        : s_points.Select((point, n) => (point, s_kinds[n % s_kinds.Length]));

    private static async Task<(string Id, bool Died)> DieAsync(PaidServer server, FakeUpstream upstream, CrashPoint? point)
    {
        if (point is null)
            upstream.Order("hang-after; times=1; seconds=60");
        using var process = await server.StartAsync(point?.ToString());
        var id = (await process.Client.CreateAsync(s_wish, cancellation: Stop)).TaskId;
        if (point is null)
        {
            await UntilAsync(() => upstream.Paid().Films == 1);
            process.Program.Signal(Kill);
        }

        // Not every boundary is there for every kind: an upstream that cannot be asked is not asked.
        await UntilAsync(async () => process.Program.HasEnded || await HasEndedAsync(process.Client, id));
        var died = process.Program.HasEnded;
        process.Program.Signal(Kill);
        await process.Program.EndAsync();
        return (id, died);
    }

    private static async Task<TaskData> GoOnAsync(PaidServer server, string id)
    {
        using var process = await server.StartAsync();
        await UntilAsync(async () => await HasEndedAsync(process.Client, id));
        return await process.Client.GetAsync(id, Stop);
    }

    private static async Task<bool> HasEndedAsync(OmniReelClient client, string id)
    {
        try
        {
            return (await client.GetAsync(id, Stop)).TaskStatus is "succeed" or "failed";
        }
        catch (OmniReelException)
        {
            // It is dying.
            return false;
        }
    }

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!await holds())
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
    }
}
