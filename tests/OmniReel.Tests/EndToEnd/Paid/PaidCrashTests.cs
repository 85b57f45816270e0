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

    private const string Wanted = "the-film";

    private static readonly NewVideo s_wish = new() { ModelName = "kling-v3-omni", Prompt = "A paper boat drifts down a rain gutter.", Mode = "std", AspectRatio = "16:9", Duration = "5", ExternalTaskId = Wanted };

    private static readonly Kind[] s_kinds =
    [
        new("reference query", new UpstreamCapabilities(RefQuery: true, RefDedupe: false, List: false), DuplicatePolicy.Allow),
        new("dedupe by the first answer again", new UpstreamCapabilities(RefQuery: false, RefDedupe: true, List: false), DuplicatePolicy.Same),
        new("neither", new UpstreamCapabilities(RefQuery: false, RefDedupe: false, List: false), DuplicatePolicy.Allow),
        new("all", new UpstreamCapabilities(RefQuery: true, RefDedupe: true, List: true), DuplicatePolicy.Refuse),
        new("dedupe by refusal", new UpstreamCapabilities(RefQuery: false, RefDedupe: true, List: false), DuplicatePolicy.Refuse),
    ];

    /// <summary>The number of a point is that of its line; 0 is while the upstream holds its answer back, paid.</summary>
    private static readonly CrashPoint?[] s_points = [null, .. Enum.GetValues<CrashPoint>().Cast<CrashPoint?>()];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_death_at_any_boundary_pays_no_film_twice_and_loses_none()
    {
        var (runs, paid, films, unknown, unreached) = (0, 0, 0, 0, 0);
        await Parallel.ForEachAsync(Cases(), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Stop }, async (one, _) =>
        {
            var (died, pays, succeeded) = await TryAsync(one.Point, one.Kind);
            Interlocked.Increment(ref runs);
            Interlocked.Add(ref unreached, died ? 0 : 1);
            Interlocked.Add(ref paid, pays);
            Interlocked.Increment(ref succeeded ? ref films : ref unknown);
        });
        unreached.ShouldBeLessThanOrEqualTo(runs / 4);
        Console.WriteLine($"paid films: {runs} deaths at {s_points.Length} boundaries with {s_kinds.Length} kinds of upstream ({unreached} of them never came to theirs): {paid} paid, {films} delivered, {unknown} seen by people as unknown, 0 twice");
    }

    private static async Task<(bool Died, int Paid, bool Succeeded)> TryAsync(CrashPoint? point, Kind kind)
    {
        await using var upstream = await FakeUpstream.StartAsync(PaidServer.OptionsFor(kind.Can, kind.Duplicates), Stop);
        using var server = new PaidServer(upstream, kind.Can);
        var told = $"{point?.ToString() ?? "while the answer is held back"}, {kind.Name}";
        // An answer that is lost brings the questions about it.
        if (point is CrashPoint.AfterQuestion or CrashPoint.AfterFinding)
            upstream.Order("reset-after; times=1");
        var died = await DieAsync(server, upstream, point);
        var task = await GoOnAsync(server);

        var paid = upstream.Paid().Films;
        paid.ShouldBeLessThanOrEqualTo(1, told);
        upstream.Journal().Where(entry => entry.Kind == "post").GroupBy(entry => entry.Reference).ShouldAllBe(posts => posts.Count() <= (kind.Can.RefDedupe ? 2 : 1), told);
        if (task.TaskStatus == "succeed")
        {
            paid.ShouldBe(1, told);
            return (died, paid, true);
        }

        // Only where nobody can be asked, and a repeat, if there may be one, says no more than that the first is there.
        (kind.Can.RefQuery || kind.Can.List || kind.Duplicates == DuplicatePolicy.Same).ShouldBeFalse($"{told}: {task.TaskStatusMsg}");
        task.TaskStatusMsg.ShouldStartWith("upstream_outcome_unknown", customMessage: told);
        return (died, paid, false);
    }

    // Short: each boundary once, with the kinds in turn.
    private static IEnumerable<(CrashPoint? Point, Kind Kind)> Cases() => Checkout.LongCounts
        ? from point in s_points from kind in s_kinds select (point, kind)
        : s_points.Select((point, n) => (point, s_kinds[n % s_kinds.Length]));

    private static async Task<bool> DieAsync(PaidServer server, FakeUpstream upstream, CrashPoint? point)
    {
        if (point is null)
            upstream.Order("hang-after; times=1; seconds=60");
        using var process = await server.StartAsync(point?.ToString());
        await CreateAsync(process.Client);
        if (point is null)
        {
            await UntilAsync(() => upstream.Paid().Films == 1);
            process.Program.Signal(Kill);
        }

        // Not every boundary is there for every kind: an upstream that cannot be asked is not asked.
        await UntilAsync(async () => process.Program.HasEnded || await HasEndedAsync(process.Client));
        var died = process.Program.HasEnded;
        process.Program.Signal(Kill);
        await process.Program.EndAsync();
        return died;
    }

    // It may die before the answer is here: the task is known by its external id.
    private static async Task CreateAsync(OmniReelClient client)
    {
        try
        {
            await client.CreateAsync(s_wish, cancellation: Stop);
        }
        catch (Exception e) when (e is OmniReelException or HttpRequestException)
        {
            // It was accepted before it was worked on.
        }
    }

    private static async Task<TaskData> GoOnAsync(PaidServer server)
    {
        using var process = await server.StartAsync();
        await UntilAsync(async () => await HasEndedAsync(process.Client));
        return await process.Client.GetAsync(Wanted, Stop);
    }

    private static async Task<bool> HasEndedAsync(OmniReelClient client)
    {
        try
        {
            return (await client.GetAsync(Wanted, Stop)).TaskStatus is "succeed" or "failed";
        }
        catch (Exception e) when (e is OmniReelException or HttpRequestException)
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

    private sealed record Kind(string Name, UpstreamCapabilities Can, DuplicatePolicy Duplicates);
}
