using OmniReel.Server.Engines;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Tasks;

/// <summary>What becomes of a task whose attempt breaks.</summary>
public sealed class WorkerTroubleTests : WorkerDesk
{
    [Fact]
    public async Task A_task_whose_turn_has_not_come_goes_back_to_the_queue_as_often_as_it_takes()
    {
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        for (var busy = 0; busy < 2 * Options.TroubleLimit; busy++)
            (await Engine.NextAsync()).Break(new EngineBusyException("others are fetched"));
        (await Engine.NextAsync()).Finish(Sample.Result);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Succeeded);
    }

    [Fact]
    public async Task A_refusal_is_the_message_and_a_fault_is_a_plain_one()
    {
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        (await Engine.NextAsync()).Break(new EngineRefusedException("不支持"));
        (await EndAsync(1)).StatusMessage.ShouldBe("不支持");
        await AcceptAsync(2);
        (await Engine.NextAsync()).Break(new InvalidOperationException("secret detail"));
        var failed = await EndAsync(2);
        failed.Status.ShouldBe(VideoTaskStatus.Failed);
        failed.StatusMessage.ShouldBe(TaskMessages.EngineBroke("en"));
    }

    [Fact]
    public async Task Trouble_around_the_engine_is_tried_again_so_often_and_its_words_stay_in_the_log()
    {
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        for (var attempt = 1; attempt <= Options.TroubleLimit; attempt++)
        {
            var making = await Engine.NextAsync();
            making.Attempt.Task.Attempts.ShouldBe(attempt);
            making.Break(new EngineTroubleException("secret detail", new IOException("disk full")));
        }

        var failed = await EndAsync(1);
        failed.Status.ShouldBe(VideoTaskStatus.Failed);
        failed.StatusMessage.ShouldBe(TaskMessages.EngineBroke("en"));
        await AcceptAsync(2);
        (await Engine.NextAsync()).Break(new EngineTroubleException("killed", new IOException("gone")));
        (await Engine.NextAsync()).Finish(Sample.Result);
        (await EndAsync(2)).Status.ShouldBe(VideoTaskStatus.Succeeded);
    }

    [Fact]
    public async Task Trouble_of_the_store_under_an_engine_is_tried_again_and_a_busy_or_full_one_for_as_long_as_it_takes()
    {
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        for (var waits = 0; waits < 2 * Options.TroubleLimit; waits++)
            (await Engine.NextAsync()).Break(waits % 2 == 0 ? new StoreBusyException("busy") : new StoreFullException("full"));
        for (var trouble = 1; trouble < Options.TroubleLimit; trouble++)
            (await Engine.NextAsync()).Break(new StoreRefusedException("no"));
        (await Engine.NextAsync()).Finish(Sample.Result);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Succeeded);

        await AcceptAsync(2);
        for (var trouble = 1; trouble <= Options.TroubleLimit; trouble++)
            (await Engine.NextAsync()).Break(new StoreRefusedException("secret detail"));
        (await EndAsync(2)).StatusMessage.ShouldBe(TaskMessages.EngineBroke("en"));
    }

    [Fact]
    public async Task A_store_that_has_failed_under_an_engine_fails_no_film()
    {
        Options = Options with { Slots = 1 };
        Employ();
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        (await Engine.NextAsync()).Break(new StoreFailedException("the disk broke"));
        await AcceptAsync(2);
        (await Engine.NextAsync()).Attempt.Task.Id.ShouldBe(Sample.Id(2));
        (await FindAsync(1)).Status.ShouldBe(VideoTaskStatus.Running, "the next start takes it up");
    }

    [Fact]
    public async Task Restarts_use_up_no_trouble_and_a_full_disk_none_either()
    {
        await AcceptAsync(1);
        for (var restart = 0; restart < 2 * Options.TroubleLimit; restart++)
        {
            await Worker.StartAsync(Stop);
            await Engine.NextAsync();
            await Worker.StopAsync(Stop);
            Employ();
        }

        await Worker.StartAsync(Stop);
        for (var full = 0; full < 2 * Options.TroubleLimit; full++)
            (await Engine.NextAsync()).Break(new EngineTroubleException("full", new IOException("No space left on device", 28)));
        for (var trouble = 1; trouble < Options.TroubleLimit; trouble++)
            (await Engine.NextAsync()).Break(new EngineTroubleException("killed", new IOException("gone")));
        (await Engine.NextAsync()).Finish(Sample.Result);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Succeeded);
    }

    [Fact]
    public async Task Troubles_are_forgotten_with_their_task_however_it_ends()
    {
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        await TroubleAsync();
        var making = await Engine.NextAsync();
        Attempt.Troubled.ShouldBe(1);
        making.Break(new EngineRefusedException("no"));
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Failed);
        await NoneAsync();

        await AcceptAsync(2);
        for (var trouble = 1; trouble <= Options.TroubleLimit; trouble++)
            await TroubleAsync();
        (await EndAsync(2)).Status.ShouldBe(VideoTaskStatus.Failed);
        await NoneAsync();

        await AcceptAsync(3);
        await TroubleAsync();
        making = await Engine.NextAsync();
        await Store.CancelAsync("a", $"{Sample.Id(3)}", Stop);
        await making.Stopped;
        await NoneAsync();

        // The end is seen in memory a moment before it is told.
        Task NoneAsync() => Eventually.Async(() => Task.FromResult(Attempt.Troubled == 0));

        async Task TroubleAsync() => (await Engine.NextAsync()).Break(new EngineTroubleException("killed", new IOException("gone")));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_fails_alone()
    {
        await AcceptAsync(1);
        await AcceptAsync(2);
        await Store.DisposeAsync();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Folder.File("t.db")};Pooling=False"))
        {
            connection.Open();
            using var garble = connection.CreateCommand();
            garble.CommandText = $"UPDATE tasks SET facts = '{{garbled' WHERE id = {Sample.Id(1)}";
            garble.ExecuteNonQuery().ShouldBe(1);
        }

        await InitializeAsync();
        await Worker.StartAsync(Stop);
        (await Engine.NextAsync()).Finish(Sample.Result);
        (await EndAsync(2)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Failed);
        (await Store.ListAsync("a", 0, 10, Stop)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_film_is_not_lost_to_a_disk_that_is_full_for_a_while()
    {
        var refusals = 0;
        Wrap.OnSucceed = () =>
        {
            if (refusals++ < 3)
                throw new StoreFullException("full");
        };
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        (await Engine.NextAsync()).Finish(Sample.Result);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        refusals.ShouldBe(4);
    }

    [Fact]
    public async Task A_start_on_a_full_disk_takes_up_and_works_once_there_is_room()
    {
        await AcceptAsync(1);
        await Store.LeaseAsync(Options.Node, 1, Options.LeaseTime, Stop);
        await AcceptAsync(2);
        var (refusals, leases) = (0, 0);
        Wrap.OnLease = () => leases++;
        Wrap.OnTakeUp = () =>
        {
            leases.ShouldBe(0, "nothing is leased before");
            if (refusals++ < 3)
                throw new StoreFullException("full");
        };
        await Worker.StartAsync(Stop);
        for (var n = 0; n < 2; n++)
            (await Engine.NextAsync()).Finish(Sample.Result);
        foreach (var n in (int[])[1, 2])
            (await EndAsync(n)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        refusals.ShouldBe(4);
    }
}
