using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores.Sqlite;

public sealed class SqliteTaskStoreTests : TaskStoreConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private protected override Task<ITaskStore> OpenAsync() => Task.FromResult<ITaskStore>(
        SqliteTaskStore.Open(_folder.File("tasks.db"), new SqliteOptions(), Clock, new TaskSignals(), new StoreHealth()));

    private protected override async Task CloseAsync(ITaskStore store) => await ((SqliteTaskStore)store).DisposeAsync();

    public void Dispose() => _folder.Dispose();
}
