using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores;

public abstract partial class TaskStoreConformance
{
    [Fact]
    public async Task A_lease_that_ran_out_is_rescued_after_the_grace_and_one_that_is_renewed_is_not()
    {
        await AcceptAsync(1);
        await AcceptAsync(2);
        var leases = await Store.LeaseAsync("n1", 2, Ttl, Stop);
        Clock.Advance(TimeSpan.FromSeconds(20));
        (await Store.RenewAsync(leases[1].Lease, Ttl, Stop)).ShouldBeTrue();
        Clock.Advance(TimeSpan.FromSeconds(14));
        (await Store.RescueAsync(3, Grace, Stop)).Requeued.ShouldBeEmpty();
        Clock.Advance(TimeSpan.FromSeconds(2));
        (await Store.RescueAsync(3, Grace, Stop)).Requeued.ShouldBe([Sample.Id(1)]);
        (await FindAsync(1)).Status.ShouldBe(VideoTaskStatus.Queued);
        await AllRefused(leases[0].Lease);
        (await Store.RenewAsync(leases[1].Lease, Ttl, Stop)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("en", "went silent 3 times")]
    [InlineData("zh", "失去响应 3 次")]
    public async Task The_third_lost_lease_fails_the_task_in_its_creators_language(string language, string says)
    {
        await AcceptAsync(1, language: language);
        for (var lost = 1; lost <= 3; lost++)
        {
            await LeaseOneAsync();
            Clock.Advance(Ttl + Grace + TimeSpan.FromSeconds(1));
            var report = await Store.RescueAsync(3, Grace, Stop);
            (lost < 3 ? report.Requeued : report.Failed).ShouldBe([Sample.Id(1)]);
        }

        var task = await FindAsync(1);
        task.Status.ShouldBe(VideoTaskStatus.Failed);
        task.StatusMessage.ShouldContain(says);
    }

    [Fact]
    public async Task A_take_up_is_no_rescue()
    {
        await AcceptAsync(1);
        for (var restart = 0; restart < 5; restart++)
        {
            await LeaseOneAsync();
            await ReopenAsync();
            (await Store.TakeUpAsync("n1", 10, Stop)).Requeued.ShouldBe([Sample.Id(1)]);
        }

        for (var lost = 1; lost <= 2; lost++)
        {
            await LeaseOneAsync();
            Clock.Advance(Ttl + Grace + TimeSpan.FromSeconds(1));
            (await Store.RescueAsync(3, Grace, Stop)).Requeued.ShouldBe([Sample.Id(1)]);
        }
    }

    [Fact]
    public async Task A_take_up_leaves_other_nodes_alone_and_ends_a_task_that_kills_its_server_each_time()
    {
        await AcceptAsync(1);
        await LeaseOneAsync("n2");
        (await Store.TakeUpAsync("n1", 10, Stop)).Requeued.ShouldBeEmpty();
        for (var death = 1; death <= 10; death++)
        {
            var report = await Store.TakeUpAsync("n2", 10, Stop);
            (death < 10 ? report.Requeued : report.Failed).ShouldBe([Sample.Id(1)]);
            if (death < 10)
                await LeaseOneAsync("n2");
        }

        (await FindAsync(1)).StatusMessage.ShouldContain("died 10 times");
    }
}
