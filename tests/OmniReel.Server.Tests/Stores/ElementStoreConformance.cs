using System.Text;
using OmniReel.Contract.Requests;
using OmniReel.Server.Elements;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores;

/// <summary>Every promise of <see cref="IElementStore"/>. What a test here does not say, the interface does not promise.</summary>
public abstract class ElementStoreConformance : IAsyncLifetime
{
    private const long FirstTask = 200_000_000_000_000_000;

    private protected TestClock Clock { get; } = new();

    /// <summary>Tasks in the same data.</summary>
    private protected ITaskStore Tasks { get; set; } = null!;

    private protected IElementStore Store { get; set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens a store on the same data again and again.</summary>
    private protected abstract Task<IElementStore> OpenAsync();

    private protected abstract Task CloseAsync();

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_accepted_element_is_there_as_it_was_given_and_after_reopening()
    {
        await AcceptAsync(1, external: "mine");
        for (var i = 0; i < 2; i++)
        {
            var found = (await Store.FindAsync("a", "mine", Stop)).ShouldNotBeNull();
            (found.TaskId, found.Id, found.Tenant, found.Status, found.StatusMessage, found.Attempts, found.IsDeleted, found.CreatedAt)
                .ShouldBe((FirstTask + 1, 1001, "a", ElementStatus.Queued, "", 0, false, Clock.Milliseconds));
            (found.Facts.Name, found.Facts.Kind, found.Facts.Tags.Single(), found.Facts.CallbackUrl).ShouldBe(("Mara", ElementKind.MultiImage, "o_102", "https://a/b"));
            found.Media.ShouldBeEmpty();
            (await Store.FindAsync("a", $"{FirstTask + 1}", Stop)).ShouldNotBeNull().Id.ShouldBe(1001);
            await ReopenAsync();
        }
    }

    [Fact]
    public async Task Nobody_else_sees_or_deletes_it()
    {
        await MakeAsync(1, external: "mine");
        (await Store.FindAsync("b", "mine", Stop)).ShouldBeNull();
        (await Store.FindAsync("b", $"{FirstTask + 1}", Stop)).ShouldBeNull();
        (await Store.FindMadeAsync("b", 1001, Stop)).ShouldBeNull();
        (await Store.ListAsync("b", ElementForm.Advanced, false, 0, 10, Stop)).ShouldBeEmpty();
        (await Store.DeleteAsync("b", 1001, Stop)).ShouldBeFalse();
        (await AcceptAsync(2, external: "mine", tenant: "b")).ShouldBeOfType<ElementOutcome.Accepted>();
    }

    [Fact]
    public async Task A_task_id_wins_over_an_external_id_that_looks_like_it()
    {
        await AcceptAsync(1);
        await AcceptAsync(2, external: $"{FirstTask + 1}");
        (await Store.FindAsync("a", $"{FirstTask + 1}", Stop)).ShouldNotBeNull().Id.ShouldBe(1001);
    }

    [Fact]
    public async Task A_second_use_of_an_external_id_or_of_an_id_creates_nothing()
    {
        await AcceptAsync(1, external: "mine");
        (await AcceptAsync(2, external: "mine")).ShouldBeOfType<ElementOutcome.ExternalIdTaken>();
        (await Store.AcceptAsync(New(3) with { Id = 1001 }, Stop)).ShouldBeOfType<ElementOutcome.IdTaken>();
        (await Store.ListAsync("a", ElementForm.Advanced, false, 0, 10, Stop)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_repeated_create_gets_the_first_answer_and_a_changed_one_is_refused()
    {
        var claim = new ElementClaim("k", new byte[] { 1, 2 }, "r1");
        (await Store.AcceptAsync(New(1) with { Idempotency = claim }, Stop)).ShouldBeOfType<ElementOutcome.Accepted>();
        var replayed = (await Store.AcceptAsync(New(2) with { Idempotency = claim with { RequestId = "r2" } }, Stop)).ShouldBeOfType<ElementOutcome.Replayed>();
        (replayed.Element.TaskId, replayed.RequestId).ShouldBe((FirstTask + 1, "r1"));
        (await Store.AcceptAsync(New(3) with { Idempotency = claim with { BodyHash = new byte[] { 3 } } }, Stop)).ShouldBeOfType<ElementOutcome.KeyReused>();
        (await Store.FindRepeatAsync("a", claim with { RequestId = "r2" }, Stop)).ShouldBeEquivalentTo(replayed);
        (await Store.FindRepeatAsync("a", claim with { BodyHash = new byte[] { 3 } }, Stop)).ShouldBeOfType<ElementOutcome.KeyReused>();
        (await Store.FindRepeatAsync("b", claim, Stop)).ShouldBeNull();
        (await Store.AcceptAsync(New(4) with { Tenant = "b", Idempotency = claim }, Stop)).ShouldBeOfType<ElementOutcome.Accepted>();
    }

    [Fact]
    public async Task Lists_show_one_form_newest_first()
    {
        for (var n = 1; n <= 5; n++)
        {
            await Store.AcceptAsync(New(n) with { Facts = Facts(n == 3 ? ElementForm.Simple : ElementForm.Advanced) }, Stop);
            if (n != 4) Clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        (await Store.ListAsync("a", ElementForm.Advanced, false, 0, 10, Stop)).Select(element => element.Id).ShouldBe([1005, 1004, 1002, 1001]);
        (await Store.ListAsync("a", ElementForm.Advanced, false, 1, 2, Stop)).Select(element => element.Id).ShouldBe([1004, 1002]);
        (await Store.ListAsync("a", ElementForm.Simple, false, 0, 10, Stop)).ShouldHaveSingleItem().Id.ShouldBe(1003);
        (await Store.ListAsync("a", ElementForm.Advanced, false, 9, 10, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_attempt_that_was_cut_off_in_order_is_not_counted()
    {
        await AcceptAsync(1);
        for (var cut = 0; cut < 10; cut++)
        {
            (await Store.BeginAsync(FirstTask + 1, Stop)).ShouldNotBeNull().Element.Attempts.ShouldBe(1);
            await Store.GiveBackAsync(FirstTask + 1, Stop);
            await ReopenAsync();
        }

        await Store.BeginAsync(FirstTask + 1, Stop);
        await ReopenAsync();
        (await Store.BeginAsync(FirstTask + 1, Stop)).ShouldNotBeNull().Element.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_begun_and_not_ended_is_pending_after_reopening_with_its_body()
    {
        await AcceptAsync(1);
        await AcceptAsync(2);
        await MakeAsync(3);
        await Store.BeginAsync(FirstTask + 2, Stop);
        await ReopenAsync();
        (await Store.PendingAsync(Stop)).ShouldBe([FirstTask + 1, FirstTask + 2]);
        var again = (await Store.BeginAsync(FirstTask + 2, Stop)).ShouldNotBeNull();
        (again.Element.Status, again.Element.Attempts, again.BodyLength).ShouldBe((ElementStatus.Running, 2, 6));
        Encoding.UTF8.GetString((await Store.ReadBodyAsync(FirstTask + 2, Stop)).Span).ShouldBe("body 2");
    }

    [Fact]
    public async Task An_end_is_the_last_word()
    {
        await MakeAsync(1);
        await AcceptAsync(2);
        (await Store.FailAsync(FirstTask + 2, "too small", Stop)).ShouldNotBeNull().StatusMessage.ShouldBe("too small");
        foreach (var n in new[] { 1, 2 })
        {
            (await Store.BeginAsync(FirstTask + n, Stop)).ShouldBeNull();
            (await Store.SucceedAsync(FirstTask + n, ["x"], 100, long.MaxValue, Stop)).ShouldBeNull();
            (await Store.FailAsync(FirstTask + n, "y", Stop)).ShouldBeNull();
        }

        await ReopenAsync();
        (await Store.FindAsync("a", $"{FirstTask + 1}", Stop)).ShouldNotBeNull().Media.ShouldBe(["m1", "m2"]);
        (await Store.FindAsync("a", $"{FirstTask + 2}", Stop)).ShouldNotBeNull().Status.ShouldBe(ElementStatus.Failed);
        (await Store.PendingAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_a_made_element_is_deleted_and_only_once()
    {
        await AcceptAsync(1);
        (await Store.DeleteAsync("a", 1001, Stop)).ShouldBeFalse();
        (await Store.FindMadeAsync("a", 1001, Stop)).ShouldBeNull();
        await MakeAsync(2);
        (await Store.FindMadeAsync("a", 1002, Stop)).ShouldNotBeNull();
        (await Store.DeleteAsync("a", 1002, Stop)).ShouldBeTrue();
        (await Store.DeleteAsync("a", 1002, Stop)).ShouldBeFalse();
        (await Store.FindMadeAsync("a", 1002, Stop)).ShouldNotBeNull().IsDeleted.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_ever_made_is_told_at_start()
    {
        await AcceptAsync(1);
        await MakeAsync(2);
        await MakeAsync(3, tenant: "b");
        await Store.DeleteAsync("b", 1003, Stop);
        await ReopenAsync();
        Store.Made().OrderBy(made => made.Id).ShouldBe(
            [new MadeElement("a", 1002, ElementKind.MultiImage, false), new MadeElement("b", 1003, ElementKind.MultiImage, true)]);
    }

    [Fact]
    public async Task What_the_elements_of_a_tenant_hold_is_counted_and_bounded()
    {
        (await AcceptAsync(1)).ShouldBeOfType<ElementOutcome.Accepted>();
        (await Store.AcceptAsync(New(2) with { Quota = 11 }, Stop)).ShouldBeOfType<ElementOutcome.OverQuota>("there are 6 bytes, and 6 more");
        (await Store.AcceptAsync(New(2) with { Quota = 12 }, Stop)).ShouldBeOfType<ElementOutcome.Accepted>();
        (await Store.AcceptAsync(New(3) with { Quota = 6, Tenant = "b" }, Stop)).ShouldBeOfType<ElementOutcome.Accepted>("that is another tenant's");
        (await Store.BytesAsync("a", 0, Stop)).ShouldBe(12);
        await Store.SucceedAsync(FirstTask + 1, ["m1"], 1000, long.MaxValue, Stop);
        await ReopenAsync();
        (await Store.BytesAsync("a", 0, Stop)).ShouldBe(1006);
        (await Store.BytesAsync("a", FirstTask + 2, Stop)).ShouldBe(1000);
        await Store.FailAsync(FirstTask + 2, "no", Stop);
        (await Store.BytesAsync("a", 0, Stop)).ShouldBe(1000);
    }

    [Fact]
    public async Task Those_made_at_the_same_time_do_not_fill_the_same_room()
    {
        foreach (var n in new[] { 1, 2, 3, 4 })
            (await AcceptAsync(n)).ShouldBeOfType<ElementOutcome.Accepted>();
        var made = await Task.WhenAll(Enumerable.Range(1, 4).Select(n => Store.SucceedAsync(FirstTask + n, [$"m{n}"], 1000, 2100, Stop).AsTask()));
        made.Count(element => element is not null).ShouldBe(2);
        (await Store.BytesAsync("a", 0, Stop)).ShouldBeLessThanOrEqualTo(2100);
        (await Store.SucceedAsync(FirstTask + 99, [], 0, 1, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_page_of_those_that_can_be_used_is_full_though_others_lie_between()
    {
        foreach (var n in new[] { 1, 2, 3 })
        {
            await MakeAsync(n);
            await AcceptAsync(n + 10);
        }

        await MakeAsync(4);
        await Store.DeleteAsync("a", 1004, Stop);
        (await Store.ListAsync("a", ElementForm.Advanced, true, 0, 2, Stop)).Count.ShouldBe(2);
        (await Store.ListAsync("a", ElementForm.Advanced, true, 2, 2, Stop)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_media_of_a_deleted_element_leave_once_no_task_from_before_can_need_them()
    {
        await MakeAsync(1);
        await MakeAsync(2);
        await Tasks.AcceptAsync(Film(1), Stop);
        await Store.DeleteAsync("a", 1001, Stop);
        await LeavingAsync([]);
        Clock.Advance(TimeSpan.FromMinutes(2));
        await LeavingAsync([], "a film from before waits");
        var leased = (await Tasks.LeaseAsync("n", 1, TimeSpan.FromMinutes(1), Stop)).ShouldHaveSingleItem();
        await Tasks.AcceptAsync(Film(2), Stop);
        await LeavingAsync([], "a film from before is made");
        await Tasks.FailAsync(leased.Lease, "no", Stop);
        await LeavingAsync([FirstTask + 1], "the other film is from after");
        await Store.ForgetMediaAsync(FirstTask + 1, Stop);
        await Store.ForgetMediaAsync(FirstTask + 2, Stop);
        await ReopenAsync();
        await LeavingAsync([]);
        (await Store.BytesAsync("a", 0, Stop)).ShouldBe(100, "what is not deleted keeps its media");

        async Task LeavingAsync(long[] ids, string? why = null) => (await Store.LeavingAsync(Stop)).Select(element => element.TaskId).ShouldBe(ids, why);
    }

    private NewTask Film(int n) => Sample.New(Sample.Id(n), Clock.Milliseconds) with
    {
        Facts = Sample.Facts() with { Kind = new RequestKind(InputKind.Reference, ShotKind.SingleShot) },
    };

    [Fact]
    public async Task The_oldest_unfinished_work_is_that_which_may_still_need_its_inputs()
    {
        await OldestAsync(null);
        await Tasks.AcceptAsync(Sample.New(Sample.Id(9), Clock.Milliseconds), Stop);
        await OldestAsync(null, "a film of words alone has no inputs");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var first = Clock.Milliseconds;
        await Tasks.AcceptAsync(Film(1), Stop);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var second = Clock.Milliseconds;
        await AcceptAsync(1);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await OldestAsync(first);
        foreach (var leased in await Tasks.LeaseAsync("n", 2, TimeSpan.FromMinutes(1), Stop))
        {
            if (leased.Task.Id == Sample.Id(9)) await OldestAsync(first - 60_000, "whoever is at work may need anything");
            await Tasks.FailAsync(leased.Lease, "no", Stop);
        }

        await OldestAsync(second, "an element waits");
        await Store.BeginAsync(FirstTask + 1, Stop);
        await OldestAsync(second, "it is being made");
        await Store.FailAsync(FirstTask + 1, "no", Stop);
        await OldestAsync(null);

        async Task OldestAsync(long? at, string? why = null) => (await Store.OldestAsync(Stop)).ShouldBe(at, why);
    }

    [Fact]
    public async Task A_clock_that_goes_back_leaves_no_change_before_its_create()
    {
        await AcceptAsync(1);
        Clock.Jump = TimeSpan.FromHours(-1);
        var made = (await Store.SucceedAsync(FirstTask + 1, ["m"], 100, long.MaxValue, Stop)).ShouldNotBeNull();
        made.UpdatedAt.ShouldBe(made.CreatedAt);
    }

    private async Task ReopenAsync()
    {
        await CloseAsync();
        Store = await OpenAsync();
    }

    private async Task<ElementOutcome> AcceptAsync(int n, string? external = null, string tenant = "a") =>
        await Store.AcceptAsync(New(n) with { ExternalTaskId = external, Tenant = tenant }, Stop);

    private async Task MakeAsync(int n, string? external = null, string tenant = "a")
    {
        await AcceptAsync(n, external, tenant);
        (await Store.BeginAsync(FirstTask + n, Stop)).ShouldNotBeNull();
        (await Store.SucceedAsync(FirstTask + n, ["m1", "m2"], 100, long.MaxValue, Stop)).ShouldNotBeNull().Status.ShouldBe(ElementStatus.Succeeded);
    }

    private NewElement New(int n) =>
        new(FirstTask + n, 1000 + n, "a", null, Facts(ElementForm.Advanced), Encoding.UTF8.GetBytes($"body {n}"), Clock.Milliseconds, null);

    private static ElementFacts Facts(ElementForm form) => new()
    {
        Form = form,
        Kind = ElementKind.MultiImage,
        Name = "Mara",
        Description = "A potter.",
        Tags = ["o_102"],
        CallbackUrl = "https://a/b",
        Language = "en",
    };
}
