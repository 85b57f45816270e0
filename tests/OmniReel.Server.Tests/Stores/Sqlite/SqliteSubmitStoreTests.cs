using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores.Sqlite;

public sealed class SqliteSubmitStoreTests : SubmitStoreConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SqliteStorage _storage = null!;
    private SqliteTaskStore _tasks = null!;

    private protected override Task OpenAsync()
    {
        _storage = SqliteStorage.Open(_folder.File("tasks.db"), new SqliteOptions(), Clock, new StoreHealth());
        (Tasks, Store) = (_tasks = new SqliteTaskStore(_storage, new TaskSignals()), new SqliteSubmitStore(_storage));
        return Task.CompletedTask;
    }

    private protected override async Task CloseAsync()
    {
        await _tasks.DisposeAsync();
        await _storage.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();
}
