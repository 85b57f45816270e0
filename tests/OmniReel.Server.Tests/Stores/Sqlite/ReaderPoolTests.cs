using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;
using SQLitePCL;

namespace OmniReel.Server.Tests.Stores.Sqlite;

public sealed class ReaderPoolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StoreHealth _health = new();

    public ReaderPoolTests()
    {
        using var made = SqliteFile.OpenWriter(_folder.File("t.db"));
    }

    public void Dispose()
    {
        _health.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_connection_that_cannot_be_opened_is_a_store_that_is_busy()
    {
        using var pool = Pool("nowhere/t.db", _ => new Reader());
        Should.Throw<StoreBusyException>(() => Read(pool)).InnerException.ShouldBeOfType<SqliteFault>();
        _health.Cause.ShouldBeNull("too many open files pass");
    }

    [Fact]
    public void A_file_that_is_broken_under_the_first_statement_is_reported_and_the_connection_closed()
    {
        SqliteDatabase? opened = null;
        using var pool = Pool("t.db", database =>
        {
            opened = database;
            throw new SqliteFault(raw.SQLITE_IOERR, "disk I/O error");
        });
        Should.Throw<StoreFailedException>(() => Read(pool));
        _health.Cause.ShouldBeOfType<SqliteFault>();
        Should.Throw<ObjectDisposedException>(() => opened!.Ask("SELECT 1"));
    }

    [Fact]
    public void Readers_are_used_again()
    {
        var made = 0;
        using var pool = Pool("t.db", _ =>
        {
            made++;
            return new Reader();
        });
        for (var n = 0; n < 10; n++)
            Read(pool).ShouldBe(1);
        made.ShouldBe(1);
        Should.Throw<InvalidOperationException>(() => pool.Read<int, int>(0, (_, _) => throw new InvalidOperationException()));
        Read(pool).ShouldBe(1);
        made.ShouldBe(2, "one whose statements may be in the middle of something is not");
    }

    private ReaderPool<Reader> Pool(string file, Func<SqliteDatabase, Reader> prepare) => new(_folder.File(file), _health, prepare);

    private static int Read(ReaderPool<Reader> pool) => pool.Read(1, (_, n) => n);

    private sealed class Reader : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
