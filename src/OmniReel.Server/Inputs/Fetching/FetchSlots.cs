namespace OmniReel.Server.Inputs.Fetching;

/// <summary>
/// How many fetches run at once: of one share, to one host, in all. They are taken in this order and given back in the other, so
/// that nobody waits for a slot while holding one that the others need. A wait that becomes long ends with <see cref="InputsBusyException"/>.
/// </summary>
internal sealed class FetchSlots(TimeProvider time) : IDisposable
{
    /// <summary>How long a slot is waited for: longer than one request needs for all its pictures, four at a time, so that it is never in its own way.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly KeyedSlots<FetchShare> _shares = new(4);
    private readonly KeyedSlots<string> _hosts = new(4);
    private readonly SemaphoreSlim _all = new(32);

    /// <summary>One fetch of a share, with all its redirects.</summary>
    public Task<IDisposable> OfShareAsync(FetchShare share, CancellationToken cancellation) =>
        PatientlyAsync(patience => _shares.TakeAsync(share, patience), cancellation);

    /// <summary>One request to a host.</summary>
    public Task<IDisposable> ToHostAsync(string host, CancellationToken cancellation) => PatientlyAsync(patience => TakeAsync(host, patience), cancellation);

    private async Task<IDisposable> PatientlyAsync(Func<CancellationToken, Task<IDisposable>> take, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        try
        {
            return await take(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new InputsBusyException();
        }
    }

    private async Task<IDisposable> TakeAsync(string host, CancellationToken cancellation)
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
    private sealed class KeyedSlots<TKey>(int most)
        where TKey : notnull
    {
        private readonly Dictionary<TKey, Entry> _entries = [];

        public async Task<IDisposable> TakeAsync(TKey key, CancellationToken cancellation)
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

        private void Leave(TKey key, Entry entry)
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
