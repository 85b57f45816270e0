using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores;

/// <summary>Submits and the ends of their tasks.</summary>
public abstract partial class SubmitStoreConformance
{
    [Theory]
    [InlineData(SubmitState.Sending, true)]
    [InlineData(SubmitState.Unknown, true)]
    [InlineData(SubmitState.Accepted, true)]
    [InlineData(SubmitState.ProvedAbsent, false)]
    [InlineData(SubmitState.Rejected, false)]
    [InlineData(SubmitState.Abandoned, false)]
    public async Task A_task_with_an_open_submit_is_not_canceled_not_passed_on_and_never_given_up(SubmitState state, bool isPaid)
    {
        var lease = await BeginAsync(1);
        var submit = await IntendAsync(lease);
        foreach (var step in s_ways[state])
            submit = await RecordAsync(submit, step);
        (await Tasks.IsPaidAsync(await FindAsync(1), Stop)).ShouldBe(isPaid);
        if (isPaid)
            (await Tasks.RerouteAsync(lease, "relay", Stop)).ShouldBeFalse();

        for (var death = 1; death <= 4; death++)
        {
            var report = death % 2 == 0 ? await TakeUpAsync() : await RescueAsync();
            (isPaid || report.Failed.Count == 0).ShouldBeTrue();
            if (isPaid)
                report.Requeued.ShouldBe([Sample.Id(1)]);
            if (report.Failed.Count > 0 || (await FindAsync(1)).IsTerminal)
                return;
            if (isPaid)
                (await Tasks.CancelAsync("a", $"{Sample.Id(1)}", Stop)).ShouldBe(CancelOutcome.Paid);
            lease = await LeaseAsync();
            if (isPaid)
                (await Tasks.CancelAsync("a", $"{Sample.Id(1)}", Stop)).ShouldBe(CancelOutcome.Paid);
        }

        (await FindAsync(1)).Status.ShouldBe(VideoTaskStatus.Running);
        (await Store.FindAsync(submit.Id, Stop)).ShouldBe(submit);

        async Task<RescueReport> RescueAsync()
        {
            Clock.Advance(Ttl + TimeSpan.FromMinutes(1));
            return await Tasks.RescueAsync(isPaid ? 1 : 9, TimeSpan.Zero, Stop);
        }

        async Task<RescueReport> TakeUpAsync()
        {
            await ReopenAsync();
            return await Tasks.TakeUpAsync("n1", isPaid ? 1 : 9, Stop);
        }
    }

    [Fact]
    public async Task Without_an_open_submit_all_is_as_it_was()
    {
        var lease = await BeginAsync(1);
        await RecordAsync(await IntendAsync(lease), SubmitEvent.NotSend);
        (await Tasks.TakeUpAsync("n1", 1, Stop)).Failed.ShouldBe([Sample.Id(1)]);
        await RecordAsync(await IntendAsync(await BeginAsync(2)), SubmitEvent.Reject);
        (await Tasks.CancelAsync("a", $"{Sample.Id(2)}", Stop)).ShouldBe(CancelOutcome.Canceled);
        await RecordAsync(await IntendAsync(lease = await BeginAsync(3)), SubmitEvent.Reject);
        (await Tasks.RerouteAsync(lease, "relay", Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_submit_is_delivered_with_the_success_of_its_task()
    {
        var lease = await BeginAsync(1);
        var submit = await RecordAsync(await IntendAsync(lease), SubmitEvent.Accept);
        (await Tasks.SucceedAsync(lease with { Epoch = 9 }, Sample.Result with { Submit = submit.Id }, Stop)).ShouldBeFalse();
        (await Store.FindAsync(submit.Id, Stop)).ShouldBe(submit);
        (await Tasks.SucceedAsync(lease, Sample.Result with { Submit = submit.Id }, Stop)).ShouldBeTrue();
        await ReopenAsync();
        (await Store.FindAsync(submit.Id, Stop)).ShouldBe(submit with { State = SubmitState.Delivered });
        (await FindAsync(1)).Result.ShouldNotBeNull().Submit.ShouldBe(submit.Id);
        (await Store.LeftOpenAsync("kling", 0, 9, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_submit_fails_with_its_task_where_the_upstream_says_so_and_else_is_left_open()
    {
        var failed = await BeginAsync(1);
        var left = await BeginAsync(2);
        var (there, open) = (await RecordAsync(await IntendAsync(failed), SubmitEvent.Accept), await RecordAsync(await IntendAsync(left), SubmitEvent.Accept));
        (await Tasks.FailAsync(failed, new TaskFailure("内容被拒绝", there.Id), Stop)).ShouldBeTrue();
        (await Tasks.FailAsync(left, "the disk of the server broke", Stop)).ShouldBeTrue();
        (await Store.FindAsync(there.Id, Stop)).ShouldNotBeNull().State.ShouldBe(SubmitState.FailedThere);
        (await Store.LeftOpenAsync("kling", 0, 9, Stop)).ShouldBe([open]);
        (await FindAsync(1)).StatusMessage.ShouldBe("内容被拒绝");
    }

    [Fact]
    public async Task An_end_ends_no_submit_of_another_task_and_none_in_a_state_that_has_no_such_end()
    {
        var mine = await BeginAsync(1);
        var others = await RecordAsync(await IntendAsync(await BeginAsync(2)), SubmitEvent.Accept);
        (await Tasks.SucceedAsync(mine, Sample.Result with { Submit = others.Id }, Stop)).ShouldBeTrue();
        (await Store.FindAsync(others.Id, Stop)).ShouldBe(others);

        var lease = await BeginAsync(3);
        var unknown = await RecordAsync(await IntendAsync(lease), SubmitEvent.Lose);
        (await Tasks.FailAsync(lease, new TaskFailure("no", unknown.Id), Stop)).ShouldBeTrue();
        (await Store.FindAsync(unknown.Id, Stop)).ShouldBe(unknown);
    }

    private async Task<VideoTask> FindAsync(int n) => (await Tasks.FindAsync("a", $"{Sample.Id(n)}", Stop)).ShouldNotBeNull();
}
