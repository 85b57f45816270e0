namespace OmniReel.Server.Inputs.Fetching;

/// <summary>
/// How many fetches run at once: of one tenant, to one host, in all. They are taken in this order and given back in the other, so
/// that nobody waits for a slot while holding one that the others need.
/// </summary>
internal sealed class FetchSlots : IDisposable
{
    private readonly KeyedSlots _tenants = new(4);
    private readonly KeyedSlots _hosts = new(4);
    private readonly SemaphoreSlim _all = new(32);

    /// <summary>One fetch of a tenant, with all its redirects.</summary>
    public Task<IDisposable> OfTenantAsync(string tenant, CancellationToken cancellation) => _tenants.TakeAsync(tenant, cancellation);

    /// <summary>One request to a host.</summary>
    public async Task<IDisposable> ToHostAsync(string host, CancellationToken cancellation)
    {
        var held = await _hosts.TakeAsync(host, cancellation);
        try
        {
            await _all.WaitAsync(cancellation);
            return new Held(() =>
            {
                _all.Release();
                held.Dispose();
            });
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose() => _all.Dispose();

    /// <summary>So many at once of each key; keys that nobody holds are forgotten.</summary>
    private sealed class KeyedSlots(int most)
    {
        private readonly Dictionary<string, Entry> _entries = [];

        public async Task<IDisposable> TakeAsync(string key, CancellationToken cancellation)
        {
            Entry entry;
            lock (_entries)
            {
                if (!_entries.TryGetValue(key, out entry!)) _entries[key] = entry = new Entry(most);
                entry.Users++;
            }

            try
            {
                await entry.Slots.WaitAsync(cancellation);
            }
            catch
            {
                Leave(key, entry);
                throw;
            }

            return new Held(() =>
            {
                entry.Slots.Release();
                Leave(key, entry);
            });
        }

        private void Leave(string key, Entry entry)
        {
            lock (_entries)
            {
                if (--entry.Users == 0) _entries.Remove(key);
            }
        }

        private sealed class Entry(int most)
        {
            public SemaphoreSlim Slots { get; } = new(most);

            public int Users { get; set; }
        }
    }

    private sealed class Held(Action release) : IDisposable
    {
        private Action? _release = release;

        public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
    }
}
