using System.Text;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores;

/// <summary>
/// Every promise of <see cref="ITaskStore"/>. A store passes when its subclass is green; what a test here does not say, the
/// interface does not promise.
/// </summary>
public abstract partial class TaskStoreConformance : IAsyncLifetime
{
    private protected static readonly TimeSpan Ttl = TimeSpan.FromSeconds(30);
    private protected static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private protected TestClock Clock { get; } = new();

    private protected ITaskStore Store { get; set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens a store on the same data again and again.</summary>
    private protected abstract Task<ITaskStore> OpenAsync();

    private protected abstract Task CloseAsync(ITaskStore store);

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync(Store);
        GC.SuppressFinalize(this);
    }

    private protected async Task ReopenAsync()
    {
        await CloseAsync(Store);
        Store = await OpenAsync();
    }

    private protected async Task<VideoTask> AcceptAsync(int n, string? external = null, string tenant = "a", string language = "en") =>
        (await Store.AcceptAsync(Sample.New(Sample.Id(n), Clock.Milliseconds, tenant, external, language: language), Stop))
        .ShouldBeOfType<AcceptOutcome.Accepted>().Task;

    private protected async Task<LeasedTask> LeaseOneAsync(string node = "n1") =>
        (await Store.LeaseAsync(node, 1, Ttl, Stop)).ShouldHaveSingleItem();

    private protected async Task<VideoTask> FindAsync(int n, string tenant = "a") =>
        (await Store.FindAsync(tenant, $"{Sample.Id(n)}", Stop)).ShouldNotBeNull();

    [Fact]
    public async Task An_accepted_task_is_there_as_it_was_given_and_after_reopening()
    {
        var accepted = await AcceptAsync(1, "mine");
        await Check();
        await ReopenAsync();
        await Check();

        async Task Check()
        {
            var found = await FindAsync(1);
            found.ShouldBeEquivalentTo(accepted);
            found.Status.ShouldBe(TaskLifecycle.Initial);
            found.Facts.ShouldBeEquivalentTo(Sample.Facts());
            (await Store.FindAsync("a", "mine", Stop)).ShouldBeEquivalentTo(accepted);
        }
    }

    [Fact]
    public async Task Tenants_do_not_see_each_other()
    {
        await AcceptAsync(1, "mine");
        (await Store.FindAsync("b", $"{Sample.Id(1)}", Stop)).ShouldBeNull();
        (await Store.FindAsync("b", "mine", Stop)).ShouldBeNull();
        (await Store.ListAsync("b", 0, 10, Stop)).ShouldBeEmpty();
        (await Store.CancelAsync("b", $"{Sample.Id(1)}", Stop)).ShouldBe(CancelOutcome.NotFound);
        await AcceptAsync(2, "mine", tenant: "b");
        (await Store.FindAsync("b", "mine", Stop)).ShouldNotBeNull().Id.ShouldBe(Sample.Id(2));
    }

    [Fact]
    public async Task A_task_id_wins_over_an_external_id_of_the_same_digits()
    {
        await AcceptAsync(1);
        await AcceptAsync(2, external: $"{Sample.Id(1)}");
        await AcceptAsync(3, external: $"{Sample.Id(9)}");
        (await FindAsync(1)).Id.ShouldBe(Sample.Id(1));
        (await Store.FindAsync("a", $"{Sample.Id(9)}", Stop)).ShouldNotBeNull().Id.ShouldBe(Sample.Id(3));
        (await Store.FindAsync("a", "unknown", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task An_external_id_is_taken_once_per_tenant_even_in_a_race()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 64).Select(n =>
            Task.Run(async () => await Store.AcceptAsync(Sample.New(Sample.Id(n), external: "mine"), Stop), Stop)));
        outcomes.Count(o => o is AcceptOutcome.Accepted).ShouldBe(1);
        outcomes.Count(o => o is AcceptOutcome.ExternalIdTaken).ShouldBe(63);
        (await Store.ListAsync("a", 0, 100, Stop)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Parallel_twins_of_one_key_make_one_task_and_read_one_answer()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 64).Select(n => Task.Run(
            async () => await Store.AcceptAsync(Sample.New(Sample.Id(n), external: "mine", claim: Sample.Claim("k", requestId: $"r{n}")), Stop), Stop)));
        var first = outcomes.OfType<AcceptOutcome.Accepted>().ShouldHaveSingleItem().Task;
        var replays = outcomes.OfType<AcceptOutcome.Replayed>().ToList();
        replays.Count.ShouldBe(63);
        replays.ShouldAllBe(r => r.Task.Id == first.Id && r.RequestId == $"r{first.Id - Sample.Id(0)}");
        (await Store.ListAsync("a", 0, 100, Stop)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_replay_shows_the_task_as_it_was_accepted_however_far_it_has_come()
    {
        var first = (await Store.AcceptAsync(Sample.New(Sample.Id(1), Clock.Milliseconds, claim: Sample.Claim("k")), Stop))
            .ShouldBeOfType<AcceptOutcome.Accepted>().Task;
        Clock.Advance(TimeSpan.FromSeconds(3));
        await Store.SucceedAsync((await LeaseOneAsync()).Lease, Sample.Result, Stop);
        await ReopenAsync();
        var replay = (await Store.AcceptAsync(Sample.New(Sample.Id(2), claim: Sample.Claim("k", requestId: "r2")), Stop))
            .ShouldBeOfType<AcceptOutcome.Replayed>();
        replay.Task.ShouldBeEquivalentTo(first);
        replay.RequestId.ShouldBe("r1");
    }

    [Fact]
    public async Task A_key_with_another_body_creates_nothing_and_belongs_to_one_tenant()
    {
        await Store.AcceptAsync(Sample.New(Sample.Id(1), claim: Sample.Claim("k", body: 1)), Stop);
        (await Store.AcceptAsync(Sample.New(Sample.Id(2), claim: Sample.Claim("k", body: 2)), Stop)).ShouldBeOfType<AcceptOutcome.KeyReused>();
        (await Store.FindAsync("a", $"{Sample.Id(2)}", Stop)).ShouldBeNull();
        (await Store.AcceptAsync(Sample.New(Sample.Id(3), tenant: "b", claim: Sample.Claim("k", body: 2)), Stop))
            .ShouldBeOfType<AcceptOutcome.Accepted>();
    }

    [Fact]
    public async Task A_key_is_found_as_an_accept_would_find_it()
    {
        (await Store.FindRepeatAsync("a", Sample.Claim("k"), Stop)).ShouldBeNull();
        var first = (await Store.AcceptAsync(Sample.New(Sample.Id(1), claim: Sample.Claim("k")), Stop)).ShouldBeOfType<AcceptOutcome.Accepted>().Task;
        await Store.FailAsync((await LeaseOneAsync()).Lease, "no", Stop);

        var repeat = (await Store.FindRepeatAsync("a", Sample.Claim("k", requestId: "r2"), Stop)).ShouldBeOfType<AcceptOutcome.Replayed>();
        repeat.Task.ShouldBeEquivalentTo(first);
        repeat.RequestId.ShouldBe("r1");
        (await Store.FindRepeatAsync("a", Sample.Claim("k", body: 2), Stop)).ShouldBeOfType<AcceptOutcome.KeyReused>();
        (await Store.FindRepeatAsync("b", Sample.Claim("k"), Stop)).ShouldBeNull();
        (await Store.FindRepeatAsync("a", Sample.Claim("other"), Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_refused_external_id_does_not_use_up_the_key()
    {
        await AcceptAsync(1, "mine");
        (await Store.AcceptAsync(Sample.New(Sample.Id(2), external: "mine", claim: Sample.Claim("k")), Stop)).ShouldBeOfType<AcceptOutcome.ExternalIdTaken>();
        (await Store.AcceptAsync(Sample.New(Sample.Id(3), external: "other", claim: Sample.Claim("k", body: 9)), Stop)).ShouldBeOfType<AcceptOutcome.Accepted>();
    }

    [Fact]
    public async Task The_list_is_newest_first_with_the_larger_id_first_among_equals_and_pages_without_gap_or_repeat()
    {
        foreach (var n in new[] { 5, 3, 9, 1, 7 })
            await Store.AcceptAsync(Sample.New(Sample.Id(n), createdAt: 1000 + n / 4), Stop);
        await AcceptAsync(50, tenant: "b");
        var expected = new[] { 9, 7, 5, 3, 1 }.Select(Sample.Id).ToList();
        var paged = new List<long>();
        for (var skip = 0; skip < 6; skip += 2)
            paged.AddRange((await Store.ListAsync("a", skip, 2, Stop)).Select(t => t.Id));
        paged.ShouldBe(expected);
        (await Store.ListAsync("a", 5, 2, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lease_tells_the_length_of_the_body_which_is_read_apart_byte_for_byte()
    {
        var task = Sample.New(Sample.Id(1)) with { Body = Encoding.UTF8.GetBytes("{ \"prompt\" : \"海边\" } // \0") };
        await Store.AcceptAsync(task, Stop);
        var leased = await LeaseOneAsync();
        leased.BodyLength.ShouldBe(task.Body.Length);
        (await Store.ReadBodyAsync(leased.Task, Stop)).ToArray().ShouldBe(task.Body.ToArray());
    }
}
