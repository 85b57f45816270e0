using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Stores;
using OmniReel.Server.Tests.Tasks;

namespace OmniReel.Server.Tests.Engines.Animatic;

/// <summary>Identical films at the same time: one is made, and the others wait for it.</summary>
public sealed class FilmFlightTests : ShelfDesk
{
    private readonly TaskCompletionSource _isBegun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task One_is_made_and_all_have_it_byte_for_byte(int count)
    {
        var first = BringAsync(Order(1, marked: true), HeldAsync);
        await _isBegun.Task;
        var others = Enumerable.Range(2, count - 1).Select(n => Follow(n, marked: true)).ToArray();
        foreach (var (_, told, slot) in others)
        {
            await told.First;
            slot.Done.ShouldBe(["left"], "another film is made in its place meanwhile");
        }

        _mayEnd.SetResult();
        var made = await first;
        var shared = await Task.WhenAll(others.Select(other => other.Film));
        Made.ShouldBe(1);
        made.IsCached.ShouldBeFalse();
        shared.ShouldAllBe(one => one.IsCached && one.Bytes == made.Bytes);
        foreach (var one in shared)
        {
            Parts(one).ShouldAllBe(part => !Parts(made).Contains(part));
            foreach (var (its, that) in Parts(one).Zip(Parts(made)))
                Content(its).SequenceEqual(Content(that)).ShouldBeTrue();
        }

        others.ShouldAllBe(other => other.Told.All.SequenceEqual(new[] { 40, 70 }), "40 when it came, then what the film came to");
        Directory.GetFileSystemEntries(Folder.File("drafts")).ShouldBeEmpty();
        Console.WriteLine($"{count} identical films at once: {Made} drawn, {shared.Length} shared.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_the_first_is_canceled_or_breaks_one_of_the_others_makes_it_and_the_rest_wait_for_that(bool isCanceled)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var first = BringAsync(Order(1), told => HeldAsync(told).WaitAsync(cancel.Token), cancellation: cancel.Token);
        await _isBegun.Task;
        var others = Enumerable.Range(2, 3).Select(n => Follow(n)).ToArray();
        foreach (var (_, told, _) in others)
            await told.First;

        if (isCanceled)
            await cancel.CancelAsync();
        else
            _mayEnd.SetException(new IOException("the disk"));
        (await Should.ThrowAsync<Exception>(first)).ShouldSatisfyAllConditions(cause => (cause is OperationCanceledException).ShouldBe(isCanceled), cause => (cause is IOException).ShouldBe(!isCanceled));
        var films = await Task.WhenAll(others.Select(other => other.Film));
        Made.ShouldBe(2, "the first, and one of the three who waited for it");
        films.Count(film => !film.IsCached).ShouldBe(1);
        films.ShouldAllBe(film => Content(film.VideoArtifact).SequenceEqual(Content(films[0].VideoArtifact)));
        others.Count(other => other.Slot.Done.Contains("returned")).ShouldBeInRange(1, 3, "whoever may have to make it has a place");
    }

    [Fact]
    public async Task A_film_that_is_made_is_shared_before_its_task_has_ended()
    {
        var made = await BringUnwrittenAsync(1);
        var second = await BringAsync(Order(2));
        (Made, made.IsCached, second.IsCached).ShouldBe((1, false, true));
    }

    [Fact]
    public async Task A_film_whose_task_was_canceled_while_it_was_written_down_is_made_anew()
    {
        await BringUnwrittenAsync(1);
        Shelf().Forget(Order(1).Task);
        var second = await BringAsync(Order(2));
        (Made, second.IsCached).ShouldBe((2, false));
        Parts(second).ShouldAllBe(part => Content(part).Length > 0);
        (await BringAsync(Order(3))).IsCached.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_demands_a_new_film_waits_for_nobody_and_may_be_waited_for()
    {
        var first = BringAsync(Order(1, fresh: true), HeldAsync);
        await _isBegun.Task;
        var second = Follow(2);
        await second.Told.First;
        (await BringAsync(Order(3, fresh: true))).IsCached.ShouldBeFalse();
        Made.ShouldBe(2);
        first.IsCompleted.ShouldBeFalse();
        _mayEnd.SetResult();
        ((await first).IsCached, (await second.Film).IsCached, Made).ShouldBe((false, true, 2));
        (await BringAsync(Order(4, fresh: true))).IsCached.ShouldBeFalse();
        Made.ShouldBe(3);
    }

    [Fact]
    public async Task One_who_waits_and_is_canceled_disturbs_nobody_and_other_tenants_wait_for_nothing()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var first = BringAsync(Order(1), HeldAsync);
        await _isBegun.Task;
        var (given, told, _) = Follow(2, cancellation: cancel.Token);
        var third = Follow(3);
        await told.First;
        await third.Told.First;
        (await BringAsync(Order(4, tenant: "b"))).IsCached.ShouldBeFalse();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(given);
        _mayEnd.SetResult();
        ((await first).IsCached, (await third.Film).IsCached, Made).ShouldBe((false, true, 2));
    }

    /// <summary>Making that tells 40, goes on when the test says so, and then tells 70.</summary>
    private async Task HeldAsync(IProgress<int> told)
    {
        told.Report(40);
        _isBegun.TrySetResult();
        await _mayEnd.Task;
        told.Report(70);
    }

    private (Task<TaskResult> Film, FirstPercent Told, NoSlot Slot) Follow(int n, bool marked = false, CancellationToken? cancellation = null)
    {
        var (told, slot) = (new FirstPercent(), new NoSlot());
        return (BringAsync(Order(n, marked), slot: slot, percent: told, cancellation: cancellation), told, slot);
    }

    /// <summary>A film that is made and stored, and does not stand in the index yet.</summary>
    private async Task<TaskResult> BringUnwrittenAsync(int n)
    {
        var order = Order(n);
        var result = await BringAsync(order);
        Films.Remove(order.Task);
        return result;
    }

    private sealed class FirstPercent : IProgress<int>
    {
        private readonly Percents _all = new();
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task First => _first.Task;

        public IReadOnlyList<int> All => _all.All;

        public void Report(int value)
        {
            _all.Report(value);
            _first.TrySetResult();
        }
    }
}
