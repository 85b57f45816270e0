using System.Net;
using System.Net.Sockets;

namespace OmniReel.Server.Inputs.Guard;

/// <summary>Names to addresses.</summary>
internal interface INameResolver
{
    /// <summary>All addresses of a name. Throws <see cref="SocketException"/> for a name that has none.</summary>
    Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellation);
}

/// <summary>The system's resolver. Its calls cannot be called back, so that only so many are out at once: a name server that never answers holds no more threads than that.</summary>
internal sealed class SystemResolver : INameResolver, IDisposable
{
    private readonly SemaphoreSlim _out = new(32);

    public async Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellation)
    {
        await _out.WaitAsync(cancellation);
        var answer = Dns.GetHostAddressesAsync(name, CancellationToken.None);
        _ = answer.ContinueWith(static (done, slots) =>
        {
            _ = done.Exception;
            ((SemaphoreSlim)slots!).Release();
        }, _out, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return await answer.WaitAsync(cancellation);
    }

    public void Dispose() => _out.Dispose();
}
