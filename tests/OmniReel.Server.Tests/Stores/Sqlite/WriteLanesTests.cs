using System.Threading.Channels;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Stores.Sqlite;

public sealed class WriteLanesTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly WriteLanes _lanes = new(callers: 2);

    public void Dispose() => _lanes.Dispose();

    [Fact]
    public void Writes_under_a_lease_go_first_and_all_of_them_and_callers_up_to_the_size_of_a_group()
    {
        WriteCommand[] callers = [New(), New()], leased = [New(), New(), New()];
        foreach (var command in callers)
            _lanes.TryAdd(command).ShouldBeTrue();
        _lanes.TryAdd(New()).ShouldBeFalse("its lane is full");
        foreach (var command in leased)
            _lanes.TryAddLeased(command).ShouldBeTrue();
        Take(most: 4).ShouldBe([.. leased, callers[0]]);
        Take(most: 4).ShouldBe([callers[1]]);
    }

    [Fact]
    public async Task Who_waits_to_take_is_woken_by_each_way_to_add()
    {
        var (first, second, third) = (New(), New(), New());
        foreach (var (command, add) in new (WriteCommand, Func<ValueTask>)[]
        {
            (first, () => Done(_lanes.TryAdd(first))),
            (second, () => Done(_lanes.TryAddLeased(second))),
            (third, () => _lanes.AddAsync(third, TestContext.Current.CancellationToken)),
        })
        {
            var taking = await WaitToTakeAsync();
            await add();
            (await taking).ShouldBe([command]);
        }

        static ValueTask Done(bool added)
        {
            added.ShouldBeTrue();
            return default;
        }
    }

    [Fact]
    public async Task What_was_added_before_the_end_is_taken_and_nothing_after_it()
    {
        var last = New();
        _lanes.TryAdd(last);
        _lanes.Close();
        _lanes.TryAdd(New()).ShouldBeFalse();
        _lanes.TryAddLeased(New()).ShouldBeFalse();
        await Should.ThrowAsync<ChannelClosedException>(async () => await _lanes.AddAsync(New(), TestContext.Current.CancellationToken));
        Take(most: 4).ShouldBe([last]);
        Take(most: 4).ShouldBeNull();
    }

    [Fact]
    public async Task Who_waits_to_take_is_told_of_the_end()
    {
        var taking = await WaitToTakeAsync();
        _lanes.Close();
        (await taking).ShouldBeNull();
    }

    /// <summary>A thread that waits for something to take, and what it gets.</summary>
    private async Task<Task<List<WriteCommand>?>> WaitToTakeAsync()
    {
        var taken = new TaskCompletionSource<List<WriteCommand>?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => taken.SetResult(Take(most: 4))) { IsBackground = true };
        thread.Start();
        await Eventually.Async(() => Task.FromResult(thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin)));
        return taken.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);
    }

    /// <summary>The next group; null at the end.</summary>
    private List<WriteCommand>? Take(int most)
    {
        var group = new List<WriteCommand>();
        return _lanes.Take(group, most) ? group : null;
    }

    private static WriteCommand<int> New() => new(_ => 0);
}
