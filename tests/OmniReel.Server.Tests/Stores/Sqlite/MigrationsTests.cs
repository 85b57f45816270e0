using OmniReel.Server.Stores;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores.Sqlite;

public sealed class MigrationsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("t.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_file_gets_every_script_and_the_settings_that_promises_rest_on()
    {
        using var database = SqliteFile.OpenWriter(Path);
        database.Ask("PRAGMA user_version").ShouldBe($"{Migrations.Known().Count}");
        database.Ask("PRAGMA journal_mode").ShouldBe("wal");
        database.Ask("PRAGMA synchronous").ShouldBe("2");
        database.Ask("PRAGMA foreign_keys").ShouldBe("1");
        database.Ask("PRAGMA busy_timeout").ShouldBe("5000");
        database.Ask("SELECT sqlite_version()").Split('.').Select(int.Parse).ToArray()
            .ShouldSatisfyAllConditions(v => (v[0] * 1_000_000 + v[1] * 1000 + v[2]).ShouldBeGreaterThanOrEqualTo(3_051_003, "older ones may corrupt a log that is reset"));
    }

    [Fact]
    public void Only_what_is_missing_is_applied()
    {
        using var database = SqliteDatabase.OpenWriter(Path);
        Migrations.Apply(database, Path, ["CREATE TABLE a (x)"]);
        Migrations.Apply(database, Path, ["not SQL any more", "CREATE TABLE b (x); INSERT INTO b VALUES (7);"]);
        database.Ask("SELECT x FROM b").ShouldBe("7");
        database.Ask("PRAGMA user_version").ShouldBe("2");
    }

    [Fact]
    public async Task A_file_of_the_version_before_films_had_keys_is_read_as_it_was()
    {
        using (var old = SqliteDatabase.OpenWriter(Path))
        {
            Migrations.Apply(old, Path, [.. Migrations.Known().Take(6)]);
            old.Run("""
                INSERT INTO tasks (queue_place, id, tenant, status, facts, created_at, updated_at, result)
                VALUES (1, 400000000000000001, 'a', 2, '{"profile":"Relay","model":"V3Omni","mode":"Std","kind":{"input":"TextToVideo","shots":"SingleShot"},"units":3.5,"language":"en","ignored_fields":[],"engine":"embedded"}',
                    5, 6, '{"video_artifact":"film","frames":121,"width":1280,"height":720,"bytes":12345,"units":3.5,"not_understood":["sound"]}')
                """);
        }

        await using var store = SqliteTaskStore.Open(Path, new SqliteOptions(), TimeProvider.System, new TaskSignals(), new StoreHealth());
        var task = (await store.FindAsync("a", "400000000000000001", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (task.Result!.VideoArtifact, task.Result.PosterArtifact, task.Result.FilmKey, task.Result.IsCached, task.Facts.Fresh).ShouldBe(("film", null, null, false, false));
        (await store.FindFilmAsync("a", "any", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_of_the_version_before_lanes_gives_each_task_the_engine_of_its_facts()
    {
        using (var old = SqliteDatabase.OpenWriter(Path))
        {
            Migrations.Apply(old, Path, [.. Migrations.Known().Take(7)]);
            foreach (var (n, status, facts) in new[]
            {
                (1, 2, Facts("embedded")), (2, 0, Facts("embedded")), (3, 0, Facts("kling")), (4, 0, "{broken"), (5, 0, """{"profile":"Relay"}"""),
            })
                old.Run($"""
                    INSERT INTO tasks (queue_place, id, tenant, status, facts, created_at, updated_at, result)
                    VALUES ({n}, {400_000_000_000_000_000 + n}, 'a', {status}, '{facts}', 5, 6, {(status == 2 ? "'{\"video_artifact\":\"film\",\"frames\":1,\"width\":2,\"height\":2,\"bytes\":1,\"units\":1,\"not_understood\":[]}'" : "NULL")});
                    INSERT INTO bodies (queue_place, body) VALUES ({n}, x'7b7d');
                    """);
        }

        var stop = TestContext.Current.CancellationToken;
        using (var storage = SqliteDatabase.OpenReader(Path))
            storage.Ask("PRAGMA user_version").ShouldBe("7");
        await using var store = SqliteTaskStore.Open(Path, new SqliteOptions(), TimeProvider.System, new TaskSignals(), new StoreHealth());
        foreach (var (n, engine) in new[] { "embedded", "embedded", "kling", "(unreadable)", "(unreadable)" }.Index())
        {
            var task = (await store.FindAsync("a", $"{400_000_000_000_000_001 + n}", stop)).ShouldNotBeNull();
            (task.Engine, task.Tried.Count).ShouldBe((engine, 0));
        }

        (await store.LeaseAsync("n", new LeaseRoom(9, 9) { Lane = QueueLane.Of("kling") }, TimeSpan.FromMinutes(1), stop)).Select(leased => leased.Task.QueuePlace).ShouldBe([3]);
        (await store.LeaseAsync("n", new LeaseRoom(9, 9) { Lane = QueueLane.Without(["kling"]) }, TimeSpan.FromMinutes(1), stop)).Select(leased => leased.Task.QueuePlace).ShouldBe([2, 4, 5]);

        static string Facts(string engine) =>
            $$"""{"profile":"Relay","model":"V3Omni","mode":"Std","kind":{"input":"TextToVideo","shots":"SingleShot"},"units":3.5,"language":"en","ignored_fields":[],"engine":"{{engine}}"}""";
    }

    [Fact]
    public void A_script_that_fails_leaves_nothing_behind()
    {
        using var database = SqliteDatabase.OpenWriter(Path);
        Should.Throw<SqliteFault>(() => Migrations.Apply(database, Path, ["CREATE TABLE a (x)", "CREATE TABLE b (x); INSERT INTO nowhere VALUES (1);"]));
        database.Ask("PRAGMA user_version").ShouldBe("1");
        database.Ask("SELECT count(*) FROM sqlite_schema WHERE name = 'b'").ShouldBe("0");
        database.IsIdle.ShouldBeTrue();
    }

    [Fact]
    public void A_file_of_a_newer_program_is_refused_in_one_line()
    {
        using (var database = SqliteDatabase.OpenWriter(Path))
            database.Run("PRAGMA user_version = 99");
        var refused = Should.Throw<DataFolderException>(() => SqliteFile.OpenWriter(Path));
        refused.Message.ShouldContain(Path);
        refused.Message.ShouldContain("schema 99");
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_in_one_line()
    {
        File.WriteAllText(Path, new string('x', 5000));
        Should.Throw<DataFolderException>(() => SqliteFile.OpenWriter(Path)).Message.ShouldContain(Path);
    }
}
