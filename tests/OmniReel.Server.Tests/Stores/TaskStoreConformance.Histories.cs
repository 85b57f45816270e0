using CsCheck;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

public abstract partial class TaskStoreConformance
{
    private static readonly string[] s_engines = ["embedded", "kling", "relay"];

    private static readonly QueueLane[] s_lanes = [QueueLane.All, QueueLane.Of("kling"), QueueLane.Without(["kling", "relay"]), QueueLane.Of("relay"), QueueLane.All];

    private enum Step { Accept, Lease, Renew, Succeed, Fail, Release, Reroute, Cancel, Wait, JumpClock, Rescue, TakeUp, Reopen }

    /// <summary>Random histories, step by step against <see cref="ModelStore"/>: every answer and every visible row must agree.</summary>
    [Fact]
    public async Task Random_histories_agree_with_the_model()
    {
        var steps = Gen.Frequency(
                (6, Gen.Const(Step.Accept)), (4, Gen.Const(Step.Lease)), (2, Gen.Const(Step.Renew)), (2, Gen.Const(Step.Succeed)),
                (1, Gen.Const(Step.Fail)), (2, Gen.Const(Step.Release)), (2, Gen.Const(Step.Reroute)), (2, Gen.Const(Step.Cancel)), (3, Gen.Const(Step.Wait)),
                (1, Gen.Const(Step.JumpClock)), (2, Gen.Const(Step.Rescue)), (1, Gen.Const(Step.TakeUp)), (1, Gen.Const(Step.Reopen)));
        var history = Gen.Select(steps, Gen.Int[0, 9], Gen.Int[0, 5]).Array[1, 60];
        var run = 0;
        await history.SampleAsync(
            async steps => await FollowAsync(steps, tenant: $"t{run++}"), iter: Checkout.Count(20, 300), threads: 1);
    }

    private async Task FollowAsync((Step Step, int A, int B)[] steps, string tenant)
    {
        // One file serves all histories: each has a tenant of its own, and leaves nothing open behind.
        var model = new ModelStore(Clock);
        var leases = new List<Lease>();
        Clock.Jump = TimeSpan.Zero;
        foreach (var (step, a, b) in steps)
        {
            var lease = leases.Count > 0 ? leases[a % leases.Count] : new Lease(1, "nobody", 1);
            switch (step)
            {
                case Step.Accept:
                    var task = Sample.New(
                        Next(), Clock.Milliseconds, tenant, b is 1 or 2 ? $"x{a}" : null, b is 2 or 3 ? Sample.Claim($"k{a}", (byte)(a % 2)) : null);
                    task = task with { Facts = task.Facts with { Engine = s_engines[(a + b) % s_engines.Length] } };
                    Told(await Store.AcceptAsync(task, Stop)).ShouldBe(model.Accept(task));
                    break;
                case Step.Lease:
                    var lane = s_lanes[(a + b) % s_lanes.Length];
                    var leased = await Store.LeaseAsync($"n{b % 2}", new LeaseRoom(a % 4, a % 4) { Lane = lane }, Ttl, Stop);
                    string.Join(',', leased.Select(l => $"{l.Task.Id}@{l.Lease.Epoch}")).ShouldBe(model.Lease($"n{b % 2}", lane, a % 4, Ttl));
                    leases.AddRange(leased.Select(l => l.Lease));
                    break;
                case Step.Renew:
                    (await Store.RenewAsync(lease, Ttl, Stop)).ShouldBe(model.Renew(lease, Ttl));
                    break;
                case Step.Succeed:
                    (await Store.SucceedAsync(lease, Sample.Result, Stop)).ShouldBe(model.Leave(lease, VideoTaskStatus.Succeeded));
                    break;
                case Step.Fail:
                    (await Store.FailAsync(lease, "no", Stop)).ShouldBe(model.Leave(lease, VideoTaskStatus.Failed));
                    break;
                case Step.Release:
                    (await Store.ReleaseAsync(lease, Stop)).ShouldBe(model.Leave(lease, VideoTaskStatus.Queued));
                    break;
                case Step.Reroute:
                    (await Store.RerouteAsync(lease, s_engines[b % s_engines.Length], Stop)).ShouldBe(model.Reroute(lease, s_engines[b % s_engines.Length]));
                    break;
                case Step.Cancel:
                    var id = Sample.Id(_minted - a);
                    (await Store.CancelAsync(tenant, $"{id}", Stop)).ShouldBe(model.Cancel(id));
                    break;
                case Step.Wait:
                    Clock.Advance(TimeSpan.FromSeconds(a * 5));
                    break;
                case Step.JumpClock:
                    Clock.Jump = TimeSpan.FromHours((a - 5) * 30);
                    break;
                case Step.Rescue:
                    Told(await Store.RescueAsync(3, Grace, Stop)).ShouldBe(model.Rescue(3, Grace));
                    break;
                case Step.TakeUp:
                    Told(await Store.TakeUpAsync($"n{b % 2}", 2, Stop)).ShouldBe(model.TakeUp($"n{b % 2}", 2));
                    break;
                case Step.Reopen:
                    // A start takes up at once, as every node of this file has died with the process.
                    await ReopenAsync();
                    foreach (var node in new[] { "n0", "n1" })
                        Told(await Store.TakeUpAsync(node, 10, Stop)).ShouldBe(model.TakeUp(node, 10));
                    break;
            }
        }

        (await ShowAsync(tenant)).ShouldBe(model.Show());
        foreach (var open in await Store.ListAsync(tenant, 0, 100, Stop))
            await Store.CancelAsync(tenant, $"{open.Id}", Stop);
    }

    private int _minted = 1000;

    private long Next() => Sample.Id(++_minted);

    private static string Told(AcceptOutcome outcome) => outcome switch
    {
        AcceptOutcome.Accepted a => $"accepted {a.Task.Id}",
        AcceptOutcome.Replayed r => $"replayed {r.Task.Id}",
        AcceptOutcome.KeyReused => "key reused",
        _ => "external taken",
    };

    private static string Told(RescueReport report) => $"{string.Join(',', report.Requeued)}|{string.Join(',', report.Failed)}";

    private async Task<string> ShowAsync(string tenant)
    {
        var lines = new List<string>();
        foreach (var listed in await Store.ListAsync(tenant, 0, 100, Stop))
        {
            var task = (await Store.FindAsync(tenant, $"{listed.Id}", Stop)).ShouldNotBeNull();
            task.ShouldBeEquivalentTo(listed);
            lines.Add($"{task.Id} {task.ExternalTaskId} {task.Status} a{task.Attempts} v{task.Version / VideoTask.VersionsPerWrite} {task.Engine}({string.Join(',', task.Tried)}) q{await Store.QueuePositionAsync(task, Stop)}");
        }

        return string.Join('\n', lines);
    }
}
