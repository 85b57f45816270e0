using OmniReel.Contract.Requests;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores;

public abstract partial class TaskStoreConformance
{
    [Fact]
    public async Task Leases_take_the_oldest_first_once_each_and_count_the_attempt()
    {
        for (var n = 1; n <= 5; n++)
            await AcceptAsync(10 - n);
        var first = await Store.LeaseAsync("n1", 2, Ttl, Stop);
        first.Select(l => l.Task.Id).ShouldBe([Sample.Id(9), Sample.Id(8)]);
        first.ShouldAllBe(l => l.Task.Status == VideoTaskStatus.Running && l.Task.Attempts == 1 && l.Lease.Epoch == 1 && l.Lease.Node == "n1");
        (await Store.LeaseAsync("n2", 10, Ttl, Stop)).Select(l => l.Task.Id).ShouldBe([Sample.Id(7), Sample.Id(6), Sample.Id(5)]);
        (await Store.LeaseAsync("n1", 10, Ttl, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tasks_with_inputs_are_passed_over_where_there_is_no_room_for_them()
    {
        foreach (var (n, kind) in new[] { InputKind.VideoEdit, InputKind.TextToVideo, InputKind.Reference, InputKind.FirstFrame, InputKind.TextToVideo, InputKind.VideoFeature }.Index())
            (await Store.AcceptAsync(Sample.New(Sample.Id(n)) with { Facts = Sample.Facts() with { Kind = new RequestKind(kind, ShotKind.SingleShot) } }, Stop))
                .ShouldBeOfType<AcceptOutcome.Accepted>();
        (await Store.LeaseAsync("n1", new LeaseRoom(0, 5), Ttl, Stop)).ShouldBeEmpty();
        (await Ids(new LeaseRoom(2, 1))).ShouldBe([Sample.Id(0), Sample.Id(1)]);
        (await Ids(new LeaseRoom(2, 0))).ShouldBe([Sample.Id(4)]);
        await ReopenAsync();
        (await Ids(new LeaseRoom(9, 2))).ShouldBe([Sample.Id(2), Sample.Id(3)]);
        (await Ids(9)).ShouldBe([Sample.Id(5)]);

        async Task<IEnumerable<long>> Ids(LeaseRoom room) => (await Store.LeaseAsync("n1", room, Ttl, Stop)).Select(leased => leased.Task.Id);
    }

    [Fact]
    public async Task One_task_is_leased_out_of_its_turn_while_it_is_queued_and_never_after()
    {
        for (var n = 1; n <= 3; n++)
            await AcceptAsync(n);
        var second = await FindAsync(2);
        var leased = (await Store.LeaseOneAsync("n1", second, Ttl, Stop)).ShouldNotBeNull();
        (leased.Task.Status, leased.Task.Attempts, leased.Lease).ShouldBe((VideoTaskStatus.Running, 1, new Lease(second.Id, "n1", 1)));
        leased.BodyLength.ShouldBe((await Store.ReadBodyAsync(second, Stop)).Length);
        (await Store.LeaseOneAsync("n2", second, Ttl, Stop)).ShouldBeNull();
        (await Store.LeaseAsync("n1", 9, Ttl, Stop)).Select(l => l.Task.Id).ShouldBe([Sample.Id(1), Sample.Id(3)]);
        (await Store.SucceedAsync(leased.Lease, Sample.Result, Stop)).ShouldBeTrue();
        (await Store.LeaseOneAsync("n1", second, Ttl, Stop)).ShouldBeNull();
        (await FindAsync(2)).Status.ShouldBe(VideoTaskStatus.Succeeded);
    }

    [Fact]
    public async Task A_body_is_read_where_it_is_short_enough()
    {
        await AcceptAsync(1);
        var task = await FindAsync(1);
        var body = await Store.ReadBodyAsync(task, Stop);
        (await Store.BodyLengthAsync(task, Stop)).ShouldBe(body.Length);
        (await Store.ReadShortBodyAsync(task, body.Length, Stop)).ShouldNotBeNull().ToArray().ShouldBe(body.ToArray());
        (await Store.ReadShortBodyAsync(task, body.Length - 1, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Parallel_workers_never_lease_one_task_twice()
    {
        for (var n = 1; n <= 60; n++)
            await AcceptAsync(n);
        var leased = await Task.WhenAll(Enumerable.Range(0, 30).Select(w => Task.Run(async () => await Store.LeaseAsync($"n{w}", 3, Ttl, Stop), Stop)));
        var ids = leased.SelectMany(l => l).Select(l => l.Task.Id).ToList();
        ids.Count.ShouldBe(60);
        ids.Distinct().Count().ShouldBe(60);
    }

    [Fact]
    public async Task A_success_is_durable_with_all_of_its_result()
    {
        await AcceptAsync(1);
        var leased = await LeaseOneAsync();
        Clock.Advance(TimeSpan.FromSeconds(4));
        (await Store.SucceedAsync(leased.Lease, Sample.Result, Stop)).ShouldBeTrue();
        await ReopenAsync();
        var task = await FindAsync(1);
        task.Status.ShouldBe(VideoTaskStatus.Succeeded);
        task.Progress.ShouldBe(100);
        task.Result.ShouldBeEquivalentTo(Sample.Result);
        task.UpdatedAt.ShouldBe(task.CreatedAt + 4000);
    }

    [Fact]
    public async Task A_failure_keeps_its_message()
    {
        await AcceptAsync(1);
        (await Store.FailAsync((await LeaseOneAsync()).Lease, "因为", Stop)).ShouldBeTrue();
        var task = await FindAsync(1);
        task.Status.ShouldBe(VideoTaskStatus.Failed);
        task.StatusMessage.ShouldBe("因为");
    }

    [Fact]
    public async Task A_released_task_waits_again_at_its_old_place()
    {
        await AcceptAsync(1);
        await AcceptAsync(2);
        (await Store.ReleaseAsync((await LeaseOneAsync()).Lease, Stop)).ShouldBeTrue();
        var again = await LeaseOneAsync();
        again.Task.Id.ShouldBe(Sample.Id(1));
        again.Task.Attempts.ShouldBe(2);
        again.Lease.Epoch.ShouldBe(2);
    }

    [Fact]
    public async Task Every_write_under_a_lost_lease_is_refused_and_changes_nothing()
    {
        await AcceptAsync(1);
        var old = (await LeaseOneAsync()).Lease;
        await Store.ReleaseAsync(old, Stop);
        var now = (await LeaseOneAsync("n2")).Lease;
        var before = await FindAsync(1);
        foreach (var foreign in new[] { old, old with { Epoch = now.Epoch }, now with { Node = "n1" }, now with { Epoch = now.Epoch + 1 } })
            await AllRefused(foreign);
        (await FindAsync(1)).ShouldBeEquivalentTo(before);
        (await Store.RenewAsync(now, Ttl, Stop)).ShouldBeTrue();
        (await Store.SucceedAsync(now, Sample.Result, Stop)).ShouldBeTrue();
        await AllRefused(now);
    }

    private async Task AllRefused(Lease lease)
    {
        (await Store.RenewAsync(lease, Ttl, Stop)).ShouldBeFalse();
        (await Store.SucceedAsync(lease, Sample.Result, Stop)).ShouldBeFalse();
        (await Store.FailAsync(lease, "no", Stop)).ShouldBeFalse();
        (await Store.ReleaseAsync(lease, Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_cancel_ends_queued_and_running_tasks_and_the_attempt_learns_of_it()
    {
        await AcceptAsync(1, "mine");
        await AcceptAsync(2);
        var leased = await LeaseOneAsync();
        (await Store.CancelAsync("a", "mine", Stop)).ShouldBe(CancelOutcome.Canceled);
        (await Store.CancelAsync("a", $"{Sample.Id(2)}", Stop)).ShouldBe(CancelOutcome.Canceled);
        await AllRefused(leased.Lease);
        (await Store.CancelAsync("a", "mine", Stop)).ShouldBe(CancelOutcome.AlreadyEnded);
        (await FindAsync(1)).Status.ShouldBe(VideoTaskStatus.Canceled);
        (await Store.LeaseAsync("n1", 10, Ttl, Stop)).ShouldBeEmpty();
        (await Store.CancelAsync("a", "unknown", Stop)).ShouldBe(CancelOutcome.NotFound);
    }

    [Fact]
    public async Task Of_a_cancel_and_a_success_at_once_exactly_one_wins()
    {
        for (var n = 1; n <= 20; n++)
        {
            await AcceptAsync(n);
            var lease = (await LeaseOneAsync()).Lease;
            var cancel = Task.Run(async () => await Store.CancelAsync("a", $"{lease.TaskId}", Stop), Stop);
            var succeed = Task.Run(async () => await Store.SucceedAsync(lease, Sample.Result, Stop), Stop);
            var succeeded = await succeed;
            (await cancel).ShouldBe(succeeded ? CancelOutcome.AlreadyEnded : CancelOutcome.Canceled);
            (await FindAsync(n)).Status.ShouldBe(succeeded ? VideoTaskStatus.Succeeded : VideoTaskStatus.Canceled);
        }
    }

    [Fact]
    public async Task Terminal_states_absorb_every_event()
    {
        for (var n = 1; n <= 3; n++)
            await AcceptAsync(n);
        var leases = await Store.LeaseAsync("n1", 2, Ttl, Stop);
        await Store.SucceedAsync(leases[0].Lease, Sample.Result, Stop);
        await Store.FailAsync(leases[1].Lease, "no", Stop);
        await Store.CancelAsync("a", $"{Sample.Id(3)}", Stop);
        var before = await Store.ListAsync("a", 0, 10, Stop);
        foreach (var task in before)
        {
            task.IsTerminal.ShouldBeTrue();
            (await Store.CancelAsync("a", $"{task.Id}", Stop)).ShouldBe(CancelOutcome.AlreadyEnded);
        }

        Clock.Advance(TimeSpan.FromHours(1));
        await Store.RescueAsync(1, Grace, Stop);
        await Store.TakeUpAsync("n1", 1, Stop);
        (await Store.LeaseAsync("n1", 10, Ttl, Stop)).ShouldBeEmpty();
        (await Store.ListAsync("a", 0, 10, Stop)).ShouldBeEquivalentTo(before);
    }

    [Fact]
    public async Task The_queue_position_counts_who_is_ahead()
    {
        for (var n = 1; n <= 4; n++)
            await AcceptAsync(n);
        (await Positions()).ShouldBe([0, 1, 2, 3]);
        var first = await LeaseOneAsync();
        (await Positions()).ShouldBe([null, 0, 1, 2]);
        await Store.CancelAsync("a", $"{Sample.Id(3)}", Stop);
        (await Positions()).ShouldBe([null, 0, null, 1]);
        await Store.ReleaseAsync(first.Lease, Stop);
        (await Positions()).ShouldBe([0, 1, null, 2]);
        await ReopenAsync();
        (await Positions()).ShouldBe([0, 1, null, 2]);

        async Task<List<int?>> Positions()
        {
            var all = new List<int?>();
            for (var n = 1; n <= 4; n++)
                all.Add(await Store.QueuePositionAsync(await FindAsync(n), Stop));
            return all;
        }
    }

    [Fact]
    public async Task Each_change_of_status_moves_the_version_and_a_renewal_does_not()
    {
        var accepted = await AcceptAsync(1);
        var leased = await LeaseOneAsync();
        leased.Task.Version.ShouldBe(accepted.Version + VideoTask.VersionsPerWrite);
        await Store.RenewAsync(leased.Lease, Ttl, Stop);
        (await FindAsync(1)).Version.ShouldBe(leased.Task.Version);
        await Store.SucceedAsync(leased.Lease, Sample.Result, Stop);
        (await FindAsync(1)).Version.ShouldBe(leased.Task.Version + VideoTask.VersionsPerWrite);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(240)]
    public async Task A_jump_of_the_wall_clock_ends_no_lease_and_keeps_none(int hours)
    {
        await AcceptAsync(1);
        var leased = await LeaseOneAsync();
        Clock.Jump = TimeSpan.FromHours(hours);
        (await Store.RescueAsync(3, Grace, Stop)).Requeued.ShouldBeEmpty();
        (await Store.RenewAsync(leased.Lease, Ttl, Stop)).ShouldBeTrue();
        await AcceptAsync(2);
        Clock.Jump = TimeSpan.Zero;
        await AcceptAsync(3);
        Clock.Advance(Ttl + Grace + TimeSpan.FromSeconds(1));
        (await Store.RescueAsync(3, Grace, Stop)).Requeued.ShouldBe([Sample.Id(1)]);
        var order = await Store.LeaseAsync("n1", 3, Ttl, Stop);
        order.Select(l => l.Task.Id).ShouldBe([Sample.Id(1), Sample.Id(2), Sample.Id(3)]);
        order.ShouldAllBe(l => l.Task.UpdatedAt >= l.Task.CreatedAt);
    }
}
