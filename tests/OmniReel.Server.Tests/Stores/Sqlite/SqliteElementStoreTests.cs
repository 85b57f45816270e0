using OmniReel.Server.Elements;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores.Sqlite;

public sealed class SqliteElementStoreTests : ElementStoreConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SqliteStorage _storage = null!;

    private protected override Task<IElementStore> OpenAsync()
    {
        _storage = SqliteStorage.Open(_folder.File("tasks.db"), new SqliteOptions(), Clock, new StoreHealth());
        Tasks = new SqliteTaskStore(_storage, new TaskSignals());
        return Task.FromResult<IElementStore>(new SqliteElementStore(_storage));
    }

    private protected override async Task CloseAsync() => await _storage.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}
