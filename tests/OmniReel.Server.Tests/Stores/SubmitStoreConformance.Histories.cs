using CsCheck;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Stores;

public abstract partial class SubmitStoreConformance
{
    private static readonly string[] s_connections = ["kling", "relay"];

    private enum Step { Begin, Intend, Supersede, Record, Note, EndTask, Wait, JumpClock, Reopen }

    /// <summary>How each state is come to from an intent.</summary>
    private static readonly Dictionary<SubmitState, SubmitEvent[]> s_ways = new()
    {
        [SubmitState.Sending] = [],
        [SubmitState.Unknown] = [SubmitEvent.Lose],
        [SubmitState.Accepted] = [SubmitEvent.Accept],
        [SubmitState.Delivered] = [SubmitEvent.Accept, SubmitEvent.Deliver],
        [SubmitState.FailedThere] = [SubmitEvent.Accept, SubmitEvent.FailThere],
        [SubmitState.Rejected] = [SubmitEvent.Reject],
        [SubmitState.NotSent] = [SubmitEvent.NotSend],
        [SubmitState.ProvedAbsent] = [SubmitEvent.Lose, SubmitEvent.ProveAbsent],
        [SubmitState.Superseded] = [SubmitEvent.Lose, SubmitEvent.Supersede],
        [SubmitState.Abandoned] = [SubmitEvent.Lose, SubmitEvent.Abandon],
        [SubmitState.Settled] = [SubmitEvent.Lose, SubmitEvent.Abandon, SubmitEvent.Settle],
        [SubmitState.Orphaned] = [SubmitEvent.Accept, SubmitEvent.Orphan],
    };

    [Fact]
    public async Task Every_event_in_every_state_does_what_the_table_says_and_else_nothing()
    {
        // All at once, so that they share their commits.
        var pairs = s_ways.SelectMany(way => Enum.GetValues<SubmitEvent>().Select(on => (way.Key, way.Value, On: on))).ToList();
        await Task.WhenAll(pairs.Index().Select(async pair => await Tasks.AcceptAsync(Sample.New(Sample.Id(pair.Index)), Stop)));
        var leases = await Tasks.LeaseAsync("n1", pairs.Count, Ttl, Stop);
        var made = await Task.WhenAll(pairs.Zip(leases).Select(one => IsMadeAsync(one.First.Key, one.First.Value, one.First.On, one.Second.Lease)));

        s_ways.Count.ShouldBe(Enum.GetValues<SubmitState>().Length);
        made.Count(isMade => isMade).ShouldBe(SubmitLifecycle.Table.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{pairs.Count} pairs of state and event; {SubmitLifecycle.Table.Count} are transitions");
    }

    private async Task<bool> IsMadeAsync(SubmitState state, SubmitEvent[] way, SubmitEvent on, Lease lease)
    {
        var submit = await IntendAsync(lease);
        foreach (var step in way)
            submit = await RecordAsync(submit, step);
        submit.State.ShouldBe(state);

        var to = SubmitLifecycle.Table.SingleOrDefault(line => line.From == state && line.On == on)?.To;
        var after = await Store.RecordAsync(submit.Id, on, NewsOf(submit, on) with { Note = "new" }, Stop);
        (after?.State).ShouldBe(to, $"{on} in {state}");
        (await Store.FindAsync(submit.Id, Stop)).ShouldBe(after ?? submit);
        return after is not null;
    }

    /// <summary>Random histories against <see cref="ModelSubmits"/>: every answer and every row must agree.</summary>
    [Fact]
    public async Task Random_histories_agree_with_the_model()
    {
        var model = new ModelSubmits(Clock);
        var made = 0;
        var steps = Gen.Frequency(
            (7, Gen.Const(Step.Begin)), (9, Gen.Const(Step.Intend)), (3, Gen.Const(Step.Supersede)), (16, Gen.Const(Step.Record)), (2, Gen.Const(Step.Note)),
            (2, Gen.Const(Step.EndTask)), (2, Gen.Const(Step.Wait)), (1, Gen.Const(Step.JumpClock)), (1, Gen.Const(Step.Reopen)));
        var history = Gen.Select(steps, Gen.Int[0, 99], Gen.Int[0, 99]).Array[1, 80];
        await history.SampleAsync(
            async steps =>
            {
                made += steps.Length;
                await FollowAsync(model, steps);
            },
            iter: Checkout.Count(25, 1500), threads: 1);
        TestContext.Current.TestOutputHelper?.WriteLine($"{made} steps, {model.All.Count} submits");
    }

    private int _tasks = 10_000;

    // One file and one book serve all histories; each has tasks of its own, and all that was ever written must stay as it is.
    private async Task FollowAsync(ModelSubmits model, (Step Step, int A, int B)[] steps)
    {
        var (held, ended, first) = (new Dictionary<long, Lease>(), new HashSet<long>(), model.All.Count);
        var tasks = new List<long>();
        foreach (var (step, a, b) in steps)
        {
            var task = tasks.Count > 0 ? tasks[a % tasks.Count] : Sample.Id(1);
            var known = model.All.Count > first ? model.All[first + b % (model.All.Count - first)] : null;
            var connection = s_connections[b % s_connections.Length];
            switch (step)
            {
                case Step.Begin:
                    var lease = await BeginAsync(++_tasks);
                    tasks.Add(lease.TaskId);
                    held[lease.TaskId] = lease;
                    break;
                case Step.Intend or Step.Supersede:
                    var submit = New(connection, step == Step.Supersede ? known?.Id ?? 77_777_777 : 0);
                    var by = held.GetValueOrDefault(task, new Lease(task, "nobody", 1));
                    (await Store.IntendAsync(by, submit, Stop)).ShouldBe(model.Intend(held.ContainsKey(task), task, submit));
                    break;
                case Step.Record when known is not null:
                    var on = (SubmitEvent)(a % Enum.GetValues<SubmitEvent>().Length);
                    var news = new SubmitNews(on is SubmitEvent.Accept or SubmitEvent.Adopt || b % 7 == 0 ? $"up-{known.Id - (a % 9 == 0 ? 1 : 0)}" : null, b % 3 == 0 ? $"note {a}" : null);
                    (await Store.RecordAsync(known.Id, on, news, Stop)).ShouldBe(model.Record(known.Id, on, news));
                    break;
                case Step.Note when known is not null:
                    (await Store.NoteAsync(known.Id, new SubmitNews(FilmUrl: $"https://films.example/{a}"), Stop))
                        .ShouldBe(model.Note(known.Id, new SubmitNews(FilmUrl: $"https://films.example/{a}")));
                    break;
                case Step.EndTask when held.Remove(task, out var of):
                    (await Tasks.FailAsync(of, "no", Stop)).ShouldBeTrue();
                    ended.Add(task);
                    break;
                case Step.Wait:
                    Clock.Advance(TimeSpan.FromSeconds(a));
                    break;
                case Step.JumpClock:
                    Clock.Jump = TimeSpan.FromHours(a - 50);
                    break;
                case Step.Reopen:
                    await ReopenAsync();
                    break;
            }
        }

        await CompareAsync(model, [.. model.All.Skip(first)], ended);
        foreach (var lease in held.Values)
            (await Tasks.FailAsync(lease, "over", Stop)).ShouldBeTrue();
        foreach (var open in model.All.Skip(first).Where(one => one.IsOpen).ToList())
            await CloseAsync(model, open);
    }

    private async Task CompareAsync(ModelSubmits model, IReadOnlyList<Submit> own, HashSet<long> ended)
    {
        foreach (var task in own.GroupBy(one => one.TaskId))
            (await Store.OfTaskAsync(task.Key, Stop)).ShouldBe(task);
        own.Where(one => one.IsOpen).GroupBy(one => one.TaskId).ShouldAllBe(task => task.Count() == 1);
        var since = Clock.Milliseconds - 60_000;
        foreach (var connection in s_connections)
        {
            var all = model.All.Where(one => one.Connection == connection).ToList();
            (await Store.CountAsync(connection, Stop)).ShouldBe(all.CountBy(one => one.State), ignoreOrder: true);
            (await Store.LostSinceAsync(connection, since, Stop)).ShouldBe(model.LostSince(connection, since));
            (await Store.LeftOpenAsync(connection, 0, 1000, Stop)).ShouldBe(all.Where(one => one.IsOpen && ended.Contains(one.TaskId)));
        }

        SubmitState[] states = [SubmitState.Unknown, SubmitState.Abandoned, SubmitState.Orphaned];
        var listed = model.All.Where(one => states.Contains(one.State)).Reverse().ToList();
        (await Store.ListAsync(states, 0, 5, Stop)).ShouldBe(listed.Take(5));
        if (listed.Count > 1)
            (await Store.ListAsync(states, listed[0].Id, 1000, Stop)).ShouldBe(listed.Skip(1));
    }

    private async Task CloseAsync(ModelSubmits model, Submit open)
    {
        foreach (var (on, news) in new[] { (SubmitEvent.NotSend, new SubmitNews()), (SubmitEvent.ProveAbsent, new SubmitNews()), (SubmitEvent.FailThere, new SubmitNews()) })
            (await Store.RecordAsync(open.Id, on, news, Stop)).ShouldBe(model.Record(open.Id, on, news));
    }
}
