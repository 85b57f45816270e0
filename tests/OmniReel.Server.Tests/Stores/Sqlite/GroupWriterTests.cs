using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores.Sqlite;

public sealed class GroupWriterTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StoreHealth _health = new();
    private readonly TestClock _clock = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteStatement _insert;
    private readonly GroupWriter _writer;

    public GroupWriterTests()
    {
        _database = SqliteFile.OpenWriter(_folder.File("t.db"));
        _database.Run("CREATE TABLE t (n INTEGER PRIMARY KEY, filling BLOB) STRICT");
        _insert = _database.Prepare("INSERT INTO t (n, filling) VALUES (?1, zeroblob(?2))");
        _writer = new GroupWriter(_database, new SqliteOptions { QueueLength = 64, GroupSize = 64 }, _clock, _health, _ => { });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_gathers_during_a_commit_shares_the_next_one_and_nobody_is_answered_before_it()
    {
        using var blocked = new Blocker(_writer);
        var before = _writer.Commits;
        var writes = Enumerable.Range(1, 50).Select(n => WriteAsync(n)).ToList();
        writes.ShouldAllBe(w => !w.IsCompleted);
        Rows().ShouldBe(0);
        blocked.Open();
        await Task.WhenAll(writes);
        Rows().ShouldBe(50);
        (_writer.Commits - before).ShouldBe(2, "one for the blocker, one for all fifty");
    }

    [Fact]
    public async Task An_answer_comes_after_the_commit_that_others_can_see()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(producer => Task.Run(
            async () =>
            {
                using var reader = SqliteFile.OpenReader(_folder.File("t.db"));
                for (var n = 0; n < 10; n++)
                {
                    await WriteAsync(producer * 100 + n);
                    reader.Ask($"SELECT n FROM t WHERE n = {producer * 100 + n}").ShouldNotBeEmpty();
                }
            },
            Stop)));
    }

    [Fact]
    public async Task A_command_that_fails_harms_no_neighbour_and_leaves_no_half_of_itself()
    {
        using var blocked = new Blocker(_writer);
        var good = WriteAsync(1);
        var half = _writer.WriteAsync<int>(_ => Insert(2) + throw_(), Stop);
        var twin = WriteAsync(1);
        var alsoGood = WriteAsync(3);
        blocked.Open();
        await Task.WhenAll(good, alsoGood);
        (await Should.ThrowAsync<InvalidOperationException>(half)).Message.ShouldBe("mine");
        await Should.ThrowAsync<StoreRefusedException>(twin);
        Rows().ShouldBe(2);
        await WriteAsync(4);
        _health.Cause.ShouldBeNull();

        static int throw_() => throw new InvalidOperationException("mine");
    }

    [Fact]
    public async Task A_full_disk_refuses_what_does_not_fit_and_goes_on()
    {
        await WriteAsync(1);
        _database.Ask($"PRAGMA max_page_count = {long.Parse(_database.Ask("PRAGMA page_count")) + 8}");
        using var blocked = new Blocker(_writer);
        var small = WriteAsync(2);
        var large = WriteAsync(3, 1_000_000);
        blocked.Open();
        await small;
        await Should.ThrowAsync<StoreFullException>(large);
        await WriteAsync(4);
        Rows().ShouldBe(3);
        _health.Cause.ShouldBeNull();
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1034)]
    [InlineData(11)]
    public async Task A_broken_disk_or_file_is_the_end_of_the_store(int code)
    {
        using var blocked = new Blocker(_writer);
        var neighbour = WriteAsync(1);
        var broken = _writer.WriteAsync<int>(_ => throw new SqliteFault(code, "injected"), Stop);
        blocked.Open();
        await Should.ThrowAsync<StoreFailedException>(broken);
        await Should.ThrowAsync<StoreFailedException>(neighbour);
        await Should.ThrowAsync<StoreFailedException>(WriteAsync(2));
        _health.Cause.ShouldBeOfType<SqliteFault>().Code.ShouldBe(code);
        _health.Failed.IsCancellationRequested.ShouldBeTrue();
        Rows().ShouldBe(0);
    }

    [Fact]
    public async Task After_a_fatal_fault_among_commands_that_are_redone_one_by_one_nothing_more_is_committed()
    {
        using var blocked = new Blocker(_writer);
        var runs = 0;
        var before = WriteAsync(1);

        // The second run comes after the group was rolled back for the sake of the neighbour that throws.
        var broken = _writer.WriteAsync(_ => ++runs == 2 ? throw new SqliteFault(1034, "fsync") : 0, Stop);
        var throws = _writer.WriteAsync<int>(_ => throw new InvalidOperationException(), Stop);
        var after = WriteAsync(2);
        blocked.Open();
        await before;
        await Should.ThrowAsync<StoreFailedException>(broken);
        await Should.ThrowAsync<StoreFailedException>(throws);
        await Should.ThrowAsync<StoreFailedException>(after);
        Rows().ShouldBe(1);
    }

    [Fact]
    public async Task A_leased_write_has_a_place_when_callers_have_none_and_is_in_the_next_commit()
    {
        using var blocked = new Blocker(_writer);
        var callers = Enumerable.Range(1, 64).Select(n => WriteAsync(n)).ToList();
        var late = WriteAsync(65);
        var rowsAtLeased = -1;
        var leased = Enumerable.Range(100, 10).Select(n => _writer.WriteLeasedAsync(
            _ =>
            {
                rowsAtLeased = Math.Max(rowsAtLeased, Rows());
                return Insert(n);
            },
            Stop)).ToList();
        blocked.Open();
        await Task.WhenAll(leased);
        rowsAtLeased.ShouldBe(0, "the leased writes are in the first commit after the blocker's");
        await Task.WhenAll(callers);
        await late;
        Rows().ShouldBe(75);
    }

    [Fact]
    public async Task Leased_writes_wake_an_idle_writer_and_are_refused_once_it_is_closed()
    {
        for (var n = 1; n <= 20; n += 2)
        {
            await _writer.WriteLeasedAsync(_ => Insert(n), Stop);
            await WriteAsync(n + 1);
        }

        var blocked = new Blocker(_writer);
        var queued = _writer.WriteLeasedAsync(_ => Insert(21), Stop);
        var closing = _writer.DisposeAsync().AsTask();
        blocked.Open();
        await closing;
        await queued;
        await Should.ThrowAsync<StoreBusyException>(_writer.WriteLeasedAsync(_ => Insert(22), Stop));
        Rows().ShouldBe(21);
    }

    [Fact]
    public async Task A_write_that_finds_no_place_in_time_is_refused_as_busy_and_not_made()
    {
        using var blocked = new Blocker(_writer);
        var queued = Enumerable.Range(1, 64).Select(n => WriteAsync(n)).ToList();
        var late = WriteAsync(65);
        late.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(251));
        await Should.ThrowAsync<StoreBusyException>(late);
        blocked.Open();
        await Task.WhenAll(queued);
        Rows().ShouldBe(64);
    }

    [Fact]
    public async Task Closing_writes_what_is_queued()
    {
        var blocked = new Blocker(_writer);
        var queued = Enumerable.Range(1, 10).Select(n => WriteAsync(n)).ToList();
        var closing = _writer.DisposeAsync().AsTask();
        blocked.Open();
        await closing;
        await Task.WhenAll(queued);
        await Should.ThrowAsync<StoreBusyException>(WriteAsync(11));
    }

    [Fact]
    public async Task The_log_is_folded_into_the_file_when_it_is_long_and_first_thing_after_a_kill()
    {
        const int large = 4 << 20, most = 24 << 20;
        for (var n = 0; n < 12; n++)
            await WriteAsync(n, large);
        await FoldedAsync();
        new FileInfo(_folder.File("t.db-wal")).Length.ShouldBeLessThan(most);
        new FileInfo(_folder.File("t.db")).Length.ShouldBeGreaterThan(most);

        // What a killed process leaves behind: a file, and a log that is not in it yet.
        await WriteAsync(12, large);
        foreach (var file in (string[])["t.db", "t.db-wal"])
            File.Copy(_folder.File(file), _folder.File("killed-" + file));
        var before = new FileInfo(_folder.File("killed-t.db")).Length;
        using var database = SqliteFile.OpenWriter(_folder.File("killed-t.db"));
        await using var writer = new GroupWriter(database, new SqliteOptions(), _clock, _health, _ => { });
        for (var n = 0; n < 2; n++)
            await writer.WriteAsync(_ => 0, Stop);
        new FileInfo(_folder.File("killed-t.db")).Length.ShouldBeGreaterThan(before);
    }

    // The fold comes after the answers; the next write comes after the fold.
    private Task<int> FoldedAsync() => _writer.WriteAsync(_ => 0, Stop);

    private Task<int> WriteAsync(int n, int filling = 0) => _writer.WriteAsync(_ => Insert(n, filling), Stop);

    private int Insert(int n, int filling = 0) => _insert.Bind(0, n).Bind(1, filling).Run();

    private int Rows()
    {
        using var reader = SqliteFile.OpenReader(_folder.File("t.db"));
        return int.Parse(reader.Ask("SELECT count(*) FROM t"));
    }

    /// <summary>Holds the writer inside a transaction until it is opened.</summary>
    private sealed class Blocker : IDisposable
    {
        private readonly ManualResetEventSlim _open = new();

        public Blocker(GroupWriter writer)
        {
            using var entered = new ManualResetEventSlim();
            _ = writer.WriteAsync(
                _ =>
                {
                    entered.Set();
                    _open.Wait();
                    return 0;
                },
                CancellationToken.None);
            entered.Wait();
        }

        public void Open() => _open.Set();

        public void Dispose() => _open.Set();
    }
}
