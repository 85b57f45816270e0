using OmniReel.Server.Engines.Kling.Elements;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores.Sqlite;

public sealed class SqliteUpstreamElementStoreTests : UpstreamElementStoreConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SqliteStorage _storage = null!;

    private protected override Task<IUpstreamElementStore> OpenAsync()
    {
        _storage = SqliteStorage.Open(_folder.File("tasks.db"), new SqliteOptions(), TimeProvider.System, new StoreHealth());
        return Task.FromResult<IUpstreamElementStore>(new SqliteUpstreamElementStore(_storage));
    }

    private protected override async Task CloseAsync() => await _storage.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}
