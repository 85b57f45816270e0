using OmniReel.Contract.Requests;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores;

public abstract partial class TaskStoreConformance
{
    private async Task<VideoTask> AcceptForAsync(int n, string engine, InputKind input = InputKind.TextToVideo) =>
        (await Store.AcceptAsync(Sample.New(Sample.Id(n), Clock.Milliseconds) with { Facts = Sample.Facts() with { Engine = engine, Kind = new RequestKind(input, ShotKind.SingleShot) } }, Stop))
        .ShouldBeOfType<AcceptOutcome.Accepted>().Task;

    private async Task<IEnumerable<long>> LeaseLaneAsync(QueueLane lane, LeaseRoom room) =>
        (await Store.LeaseAsync("n1", room with { Lane = lane }, Ttl, Stop)).Select(leased => leased.Task.Id - Sample.Id(0));

    [Fact]
    public async Task A_lane_has_the_tasks_of_its_engine_alone_and_the_rest_has_all_others()
    {
        foreach (var (n, engine) in new[] { "kling", "embedded", "gone", "kling", "relay", "embedded" }.Index())
            (await AcceptForAsync(n, engine)).ShouldSatisfyAllConditions(task => task.Engine.ShouldBe(engine), task => task.Tried.ShouldBeEmpty());
        await ReopenAsync();
        var here = QueueLane.Without(["kling", "relay", "unused"]);
        (await LeaseLaneAsync(QueueLane.Of("unused"), 9)).ShouldBeEmpty();
        (await LeaseLaneAsync(here, 2)).ShouldBe([1, 2]);
        (await LeaseLaneAsync(QueueLane.Of("kling"), 1)).ShouldBe([0]);
        (await LeaseLaneAsync(here, 9)).ShouldBe([5]);
        (await LeaseLaneAsync(QueueLane.All, 9)).ShouldBe([3, 4]);
    }

    [Fact]
    public async Task Room_for_inputs_is_one_for_all_engines_of_a_lane()
    {
        await AcceptForAsync(1, "gone", InputKind.FirstFrame);
        await AcceptForAsync(2, "embedded", InputKind.Reference);
        await AcceptForAsync(3, "embedded");
        await AcceptForAsync(4, "gone", InputKind.FirstFrame);
        (await LeaseLaneAsync(QueueLane.Without(["kling"]), new LeaseRoom(9, 1))).ShouldBe([1, 3]);
        (await LeaseLaneAsync(QueueLane.All, new LeaseRoom(9, 9))).ShouldBe([2, 4]);
    }

    [Fact]
    public async Task A_task_goes_to_another_engine_and_keeps_its_place_and_what_was_tried()
    {
        await AcceptForAsync(1, "kling");
        await AcceptForAsync(2, "relay");
        var first = (await Store.LeaseAsync("n1", new LeaseRoom(1, 1) { Lane = QueueLane.Of("kling") }, Ttl, Stop)).ShouldHaveSingleItem();
        (await Store.RerouteAsync(first.Lease with { Epoch = 7 }, "relay", Stop)).ShouldBeFalse();
        (await Store.RerouteAsync(first.Lease, "relay", Stop)).ShouldBeTrue();
        await AllRefused(first.Lease);
        await ReopenAsync();

        var task = await FindAsync(1);
        (task.Status, task.Engine, task.Facts.Engine, task.Attempts).ShouldBe((VideoTaskStatus.Queued, "relay", "kling", 1));
        task.Tried.ShouldBe(["kling"]);
        (await Store.QueuePositionAsync(task, Stop)).ShouldBe(0);
        (await Store.QueuePositionAsync(await FindAsync(2), Stop)).ShouldBe(1);
        (await LeaseLaneAsync(QueueLane.Of("kling"), 9)).ShouldBeEmpty();

        foreach (var (from, to, tried) in new[] { ("relay", "third", "kling relay"), ("third", "kling", "kling relay third"), ("kling", "relay", "kling relay third") })
        {
            var leased = (await Store.LeaseAsync("n1", new LeaseRoom(1, 1) { Lane = QueueLane.Of(from) }, Ttl, Stop)).ShouldHaveSingleItem();
            (await Store.RerouteAsync(leased.Lease, to, Stop)).ShouldBeTrue();
            string.Join(' ', (await FindAsync(1)).Tried).ShouldBe(tried);
        }
    }

    [Fact]
    public async Task The_queue_position_counts_those_of_the_same_engine()
    {
        foreach (var (n, engine) in new[] { "kling", "embedded", "kling", "embedded" }.Index())
            await AcceptForAsync(n, engine);
        (await Positions()).ShouldBe([0, 0, 1, 1]);
        await ReopenAsync();
        (await Positions()).ShouldBe([0, 0, 1, 1]);
        (await LeaseLaneAsync(QueueLane.Of("kling"), 1)).ShouldBe([0]);
        (await Positions()).ShouldBe([null, 0, 0, 1]);

        async Task<List<int?>> Positions()
        {
            var all = new List<int?>();
            for (var n = 0; n < 4; n++)
                all.Add(await Store.QueuePositionAsync(await FindAsync(n), Stop));
            return all;
        }
    }
}
