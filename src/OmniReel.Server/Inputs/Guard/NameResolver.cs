using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OmniReel.Server.Inputs.Guard;

/// <summary>Names to addresses.</summary>
internal interface INameResolver
{
    /// <summary>All addresses of a name. Throws <see cref="SocketException"/> for a name that has none.</summary>
    Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellation);
}

/// <summary>
/// The system's resolver. Its calls cannot be called back, and each holds a thread until a name server answers or is given up: one of
/// its own, because those of the pool are there for everybody. So those who ask for one name at the same time share one call, a zone whose servers are silent has few calls out, and all zones
/// together have no more than <see cref="MostOut"/>.
/// </summary>
/// <param name="ask">The call itself; null for the system's.</param>
internal sealed class SystemResolver(Func<string, Task<IPAddress[]>>? ask = null) : INameResolver, IDisposable
{
    /// <summary>Calls out at once.</summary>
    internal const int MostOut = 64;

    /// <summary>Calls out at once for names of one zone: <see cref="Zones"/>.</summary>
    internal const int MostOfZone = 4;

    /// <summary>Calls out at once for names of zones that have not answered lately; the rest is kept for those that have.</summary>
    internal const int MostOfUnknown = MostOut * 3 / 4;

    /// <summary>Zones that are remembered for having answered.</summary>
    private const int MostKnown = 1024;

    /// <summary>Names of one zone asked for at once, those that wait included.</summary>
    private const int MostAsking = 64;

    private readonly Func<string, Task<IPAddress[]>> _ask = ask ?? OnItsOwnThread;
    private readonly ConcurrentDictionary<string, Lazy<Task<IPAddress[]>>> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Zone> _zones = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _out = new(MostOut);
    private readonly SemaphoreSlim _unknownOut = new(MostOfUnknown);
    private readonly ConcurrentDictionary<string, bool> _answered = new(StringComparer.OrdinalIgnoreCase);

    public Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellation) =>
        _asked.GetOrAdd(name, key => new Lazy<Task<IPAddress[]>>(() => Task.Run(() => AskAsync(key)))).Value.WaitAsync(cancellation);

    public void Dispose()
    {
        _out.Dispose();
        _unknownOut.Dispose();
    }

    private static Task<IPAddress[]> OnItsOwnThread(string name)
    {
        var answer = new TaskCompletionSource<IPAddress[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(Ask, maxStackSize: 256 << 10) { IsBackground = true, Name = "name resolver" }.Start();
        return answer.Task;

        void Ask()
        {
            try
            {
                answer.SetResult(Dns.GetHostAddresses(name));
            }
            catch (Exception e)
            {
                answer.SetException(e);
            }
        }
    }

    private async Task<IPAddress[]> AskAsync(string name)
    {
        var zoneName = Zones.Of(name);
        var zone = _zones.GetOrAdd(zoneName, static _ => new Zone());
        try
        {
            // Nobody is still there when the turn of so late a one comes.
            if (Interlocked.Increment(ref zone.Asking) > MostAsking) throw new SocketException((int)SocketError.TryAgain);
            await zone.Slots.WaitAsync();
        }
        catch
        {
            Leave(name, zone);
            throw;
        }

        try
        {
            // Silent zones, however many, leave places to those that answer.
            var isKnown = _answered.ContainsKey(zoneName);
            if (!isKnown) await _unknownOut.WaitAsync();
            try
            {
                return await AskInTurnAsync(name, zoneName);
            }
            finally
            {
                if (!isKnown) _unknownOut.Release();
            }
        }
        finally
        {
            zone.Slots.Release();
            Leave(name, zone);
        }
    }

    private async Task<IPAddress[]> AskInTurnAsync(string name, string zoneName)
    {
        await _out.WaitAsync();
        var answers = false;
        try
        {
            var addresses = await _ask(name);
            answers = true;
            return addresses;
        }
        finally
        {
            _out.Release();
            Remember(zoneName, answers);
        }
    }

    private void Remember(string zoneName, bool answers)
    {
        if (!answers)
        {
            _answered.TryRemove(zoneName, out _);
            return;
        }

        if (_answered.Count >= MostKnown) _answered.Clear();
        _answered[zoneName] = true;
    }

    private void Leave(string name, Zone zone)
    {
        _asked.TryRemove(name, out _);
        if (Interlocked.Decrement(ref zone.Asking) == 0) _zones.TryRemove(new(Zones.Of(name), zone));
    }

    // Not disposed of when it is left: a late one may still hold it, and it owns no handle.
    private sealed class Zone : IDisposable
    {
        public readonly SemaphoreSlim Slots = new(MostOfZone);
        public int Asking;

        public void Dispose() => Slots.Dispose();
    }
}
