using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores;

/// <summary>Every promise of <see cref="ISubmitStore"/>. A store passes when its subclass is green.</summary>
public abstract partial class SubmitStoreConformance : IAsyncLifetime
{
    private protected static readonly TimeSpan Ttl = TimeSpan.FromSeconds(120);

    private protected TestClock Clock { get; } = new();

    private protected ITaskStore Tasks { get; set; } = null!;

    private protected ISubmitStore Store { get; set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens both stores on the same data again and again.</summary>
    private protected abstract Task OpenAsync();

    private protected abstract Task CloseAsync();

    public async ValueTask InitializeAsync() => await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task ReopenAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    private protected async Task<Lease> BeginAsync(int n, string node = "n1")
    {
        (await Tasks.AcceptAsync(Sample.New(Sample.Id(n), Clock.Milliseconds), Stop)).ShouldBeOfType<AcceptOutcome.Accepted>();
        return await LeaseAsync(node);
    }

    private protected async Task<Lease> LeaseAsync(string node = "n1") => (await Tasks.LeaseAsync(node, 1, Ttl, Stop)).ShouldHaveSingleItem().Lease;

    private protected NewSubmit New(string connection = "kling", long supersedes = 0) =>
        new(connection, "or-ab12", Reference: null, "00ff", 3.5m, Clock.Milliseconds, Clock.Milliseconds + 180_000, supersedes);

    private protected async Task<Submit> IntendAsync(Lease lease, NewSubmit? submit = null) =>
        (await Store.IntendAsync(lease, submit ?? New(), Stop)).ShouldNotBeNull();

    private protected async Task<Submit> RecordAsync(Submit of, SubmitEvent on, SubmitNews? news = null) =>
        (await Store.RecordAsync(of.Id, on, news ?? NewsOf(of, on), Stop)).ShouldNotBeNull();

    private protected static SubmitNews NewsOf(Submit of, SubmitEvent on) => new(on is SubmitEvent.Accept or SubmitEvent.Adopt ? $"up-{of.Id}" : null);

    [Fact]
    public async Task An_intent_is_there_as_it_was_given_and_after_reopening()
    {
        var lease = await BeginAsync(1);
        var intent = await IntendAsync(lease);
        (intent.TaskId, intent.Tenant, intent.Sequence, intent.Connection, intent.State).ShouldBe((lease.TaskId, "a", 1, "kling", SubmitLifecycle.Initial));
        (intent.Reference, intent.BodySum, intent.Units, intent.SentAt, intent.SettlesAt).ShouldBe(
            ($"or-ab12-{lease.TaskId}-1", "00ff", 3.5m, Clock.Milliseconds, Clock.Milliseconds + 180_000));
        (intent.UpstreamId, intent.Note, intent.FilmUrl, intent.IsOpen).ShouldBe((null, "", null, true));
        await Check();
        await ReopenAsync();
        await Check();

        async Task Check()
        {
            (await Store.FindAsync(intent.Id, Stop)).ShouldBe(intent);
            (await Store.OfTaskAsync(lease.TaskId, Stop)).ShouldBe([intent]);
            (await Store.FindAsync("kling", intent.Reference, Stop)).ShouldBe([intent]);
            (await Store.FindAsync("other", intent.Reference, Stop)).ShouldBeEmpty();
            (await Store.FindAsync(intent.Id + 1, Stop)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task An_intent_needs_the_lease_of_its_task()
    {
        var lease = await BeginAsync(1);
        foreach (var other in new[] { lease with { Epoch = lease.Epoch + 1 }, lease with { Node = "n2" }, lease with { TaskId = Sample.Id(9) } })
            (await Store.IntendAsync(other, New(), Stop)).ShouldBeNull();
        (await Tasks.ReleaseAsync(lease, Stop)).ShouldBeTrue();
        (await Store.IntendAsync(lease, New(), Stop)).ShouldBeNull();
        var again = await LeaseAsync();
        (await Store.IntendAsync(lease, New(), Stop)).ShouldBeNull();
        (await Store.OfTaskAsync(lease.TaskId, Stop)).ShouldBeEmpty();
        (await IntendAsync(again)).Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task A_task_waits_for_one_paid_film_at_most_even_in_a_race()
    {
        var lease = await BeginAsync(1);
        var intents = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () => await Store.IntendAsync(lease, New(), Stop), Stop)));
        var only = intents.OfType<Submit>().ShouldHaveSingleItem();
        foreach (var (on, open) in new[] { (SubmitEvent.Lose, true), (SubmitEvent.ProveAbsent, false) })
        {
            await RecordAsync(only, on);
            (await Store.IntendAsync(lease, New(), Stop) is null).ShouldBe(open);
        }

        (await Store.OfTaskAsync(lease.TaskId, Stop)).Select(one => (one.Sequence, one.State)).ShouldBe([(1, SubmitState.ProvedAbsent), (2, SubmitState.Sending)]);
    }

    [Fact]
    public async Task What_supersedes_takes_the_place_and_the_reference_in_one_step()
    {
        var lease = await BeginAsync(1);
        var first = await IntendAsync(lease);
        (await Store.IntendAsync(lease, New(supersedes: first.Id), Stop)).ShouldBeNull("only an Unknown one can be superseded");
        await RecordAsync(first, SubmitEvent.Lose);
        (await Store.IntendAsync(lease, New("other", first.Id), Stop)).ShouldBeNull("of another connection");
        (await Store.IntendAsync(lease, New(supersedes: first.Id + 1), Stop)).ShouldBeNull("there is none");
        await Should.ThrowAsync<ArgumentException>(async () => await Store.IntendAsync(lease, New(supersedes: first.Id) with { Reference = "mine" }, Stop));
        (await Store.FindAsync(first.Id, Stop)).ShouldNotBeNull().State.ShouldBe(SubmitState.Unknown);

        var second = await IntendAsync(lease, New(supersedes: first.Id));
        (second.Reference, second.Sequence, second.State).ShouldBe((first.Reference, 2, SubmitState.Sending));
        (await Store.FindAsync("kling", first.Reference, Stop)).Select(one => (one.Id, one.State))
            .ShouldBe([(second.Id, SubmitState.Sending), (first.Id, SubmitState.Superseded)]);

        await RecordAsync(second, SubmitEvent.Accept, new SubmitNews("up"));
        (await Store.RecordAsync(first.Id, SubmitEvent.Orphan, new SubmitNews("second-film"), Stop)).ShouldNotBeNull().UpstreamId.ShouldBe("second-film");
    }

    [Fact]
    public async Task A_reference_is_used_once()
    {
        var first = await IntendAsync(await BeginAsync(1));
        var lease = await BeginAsync(2);
        await Should.ThrowAsync<StoreRefusedException>(async () => await Store.IntendAsync(lease, New() with { Reference = first.Reference }, Stop));
        (await IntendAsync(lease, New() with { Reference = "own" })).Reference.ShouldBe("own");
    }

    [Fact]
    public async Task A_film_that_nobody_wanted_can_become_another_tasks()
    {
        var orphan = await RecordAsync(await IntendAsync(await BeginAsync(1)), SubmitEvent.Accept, new SubmitNews("up"));
        var adopter = await IntendAsync(await BeginAsync(2));
        (await Store.RecordAsync(adopter.Id, SubmitEvent.Accept, new SubmitNews("up"), Stop)).ShouldBeNull();
        await RecordAsync(orphan, SubmitEvent.Orphan);
        await RecordAsync(adopter, SubmitEvent.Accept, new SubmitNews("up"));
        (await Store.FindAsync("kling", "up", Stop)).Select(one => one.Id).ShouldBe([adopter.Id, orphan.Id]);
        (await Store.NoteAsync(orphan.Id, new SubmitNews("up", "adopted"), Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_upstream_id_is_one_accepted_submit_of_its_connection()
    {
        var first = await IntendAsync(await BeginAsync(1));
        var second = await IntendAsync(await BeginAsync(2));
        var elsewhere = await IntendAsync(await BeginAsync(3), New("other"));
        await RecordAsync(first, SubmitEvent.Accept, new SubmitNews("up"));
        (await Store.RecordAsync(second.Id, SubmitEvent.Accept, new SubmitNews("up"), Stop)).ShouldBeNull();
        await RecordAsync(second, SubmitEvent.Accept, new SubmitNews("up-2"));
        (await Store.NoteAsync(second.Id, new SubmitNews("up"), Stop)).ShouldBeFalse();
        await RecordAsync(elsewhere, SubmitEvent.Accept, new SubmitNews("up"));
        (await Store.FindAsync("kling", "up", Stop)).ShouldHaveSingleItem().Id.ShouldBe(first.Id);
        await Should.ThrowAsync<ArgumentException>(async () => await Store.RecordAsync(second.Id, SubmitEvent.Accept, new SubmitNews(Note: "no id"), Stop));
    }

    [Fact]
    public async Task News_are_kept_where_they_are_given_and_the_rest_is_left_as_it_was()
    {
        var submit = await IntendAsync(await BeginAsync(1));
        Clock.Advance(TimeSpan.FromSeconds(3));
        var lost = await RecordAsync(submit, SubmitEvent.Lose, new SubmitNews(Note: "超时"));
        (lost.Note, lost.UpdatedAt, lost.SentAt).ShouldBe(("超时", Clock.Milliseconds, submit.SentAt));
        var adopted = await RecordAsync(submit, SubmitEvent.Adopt, new SubmitNews("up"));
        (adopted.UpstreamId, adopted.Note).ShouldBe(("up", "超时"));
        (await Store.NoteAsync(submit.Id, new SubmitNews(FilmUrl: "https://films.example/1.mp4"), Stop)).ShouldBeTrue();
        (await Store.NoteAsync(submit.Id + 1, new SubmitNews(Note: "x"), Stop)).ShouldBeFalse();
        Clock.Jump = TimeSpan.FromDays(-3);
        var noted = (await Store.RecordAsync(submit.Id, SubmitEvent.FailThere, new SubmitNews(Note: "blocked"), Stop)).ShouldNotBeNull();
        noted.ShouldBe(adopted with { State = SubmitState.FailedThere, Note = "blocked", FilmUrl = "https://films.example/1.mp4" });
        (await Store.FindAsync(submit.Id, Stop)).ShouldBe(noted);
    }

    [Fact]
    public async Task Open_submits_of_ended_tasks_are_found_page_by_page()
    {
        var left = new List<long>();
        for (var n = 1; n <= 6; n++)
        {
            var lease = await BeginAsync(n);
            var submit = await IntendAsync(lease, New(n == 6 ? "other" : "kling"));
            if (n is 2 or 4)
                await RecordAsync(submit, n == 2 ? SubmitEvent.Lose : SubmitEvent.Accept);
            if (n != 3)
                (await Tasks.FailAsync(lease, "no", Stop)).ShouldBeTrue();
            if (n is not (3 or 6))
                left.Add(submit.Id);
        }

        (await Store.LeftOpenAsync("kling", 0, 10, Stop)).Select(one => one.Id).ShouldBe(left);
        (await Store.LeftOpenAsync("kling", 0, 2, Stop)).Select(one => one.Id).ShouldBe(left.Take(2));
        (await Store.LeftOpenAsync("kling", left[1], 10, Stop)).Select(one => one.Id).ShouldBe(left.Skip(2));
        (await Store.LeftOpenAsync("nobody", 0, 10, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_lost_are_counted_from_when_they_were_lost_whatever_became_of_them()
    {
        var times = new List<long>();
        for (var n = 1; n <= 3; n++)
        {
            var submit = await IntendAsync(await BeginAsync(n));
            Clock.Advance(TimeSpan.FromMinutes(1));
            times.Add(Clock.Milliseconds);
            await RecordAsync(submit, SubmitEvent.Lose);
            await RecordAsync(submit, n == 1 ? SubmitEvent.Accept : SubmitEvent.ProveAbsent);
        }

        (await Store.LostSinceAsync("kling", times[0], Stop)).ShouldBe(3);
        (await Store.LostSinceAsync("kling", times[0] + 1, Stop)).ShouldBe(2);
        (await Store.LostSinceAsync("kling", times[2] + 1, Stop)).ShouldBe(0);
        (await Store.LostSinceAsync("other", 0, Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task Strange_films_are_booked_once()
    {
        var film = new StrangeFilm("kling", "up-9", "or-ab12-7-1", 5, 6, "备份");
        (await Store.BookStrangerAsync(film, Stop)).ShouldBeTrue();
        (await Store.BookStrangerAsync(film with { Note = "again" }, Stop)).ShouldBeFalse();
        (await Store.BookStrangerAsync(film with { Connection = "other" }, Stop)).ShouldBeTrue();
        await ReopenAsync();
        (await Store.StrangersAsync(10, Stop)).ShouldBe([film with { Connection = "other" }, film]);
        (await Store.StrangersAsync(1, Stop)).Count.ShouldBe(1);
    }
}
