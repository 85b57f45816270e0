using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores.Sqlite;

public sealed class SqliteDeliveryStoreTests : DeliveryStoreConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SqliteStorage _storage = null!;

    private protected override Task OpenAsync()
    {
        _storage = SqliteStorage.Open(_folder.File("t.db"), new SqliteOptions(), Clock, new StoreHealth());
        Tasks = new SqliteTaskStore(_storage, new TaskSignals(), new SqliteOutbox(_storage, new Notices(), new Notices(), Signals, Feed));
        Deliveries = new SqliteDeliveryStore(_storage, Signals);
        return Task.CompletedTask;
    }

    private protected override async Task CloseAsync()
    {
        await ((SqliteTaskStore)Tasks).DisposeAsync();
        await _storage.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();
}
