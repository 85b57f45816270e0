using OmniReel.Server.Stores.Sqlite;

namespace OmniReel.Server.Tests.Stores.Sqlite;

public sealed class SqliteStatementTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteStatement _statement;

    public SqliteStatementTests()
    {
        _database = SqliteFile.OpenWriter(_folder.File("t.db"));
        _statement = _database.Prepare("SELECT length(?1)");
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_long_value_is_let_go_once_it_was_used(bool isText)
    {
        var much = new byte[1 << 20];
        much.AsSpan().Fill((byte)'x');
        (isText ? _statement.BindUtf8(0, much) : _statement.BindBlob(0, much)).Step().ShouldBeTrue();
        _statement.Long(0).ShouldBe(much.Length);
        _statement.Step().ShouldBeFalse();
        _statement.Step().ShouldBeTrue();
        _statement.IsNull(0).ShouldBeTrue("SQLite held the value for as long as nobody bound another");
        _statement.Reset();

        // And the statement goes on as before.
        _statement.BindBlob(0, "four"u8).Step().ShouldBeTrue();
        _statement.Long(0).ShouldBe(4);
        _statement.Reset();
    }
}
