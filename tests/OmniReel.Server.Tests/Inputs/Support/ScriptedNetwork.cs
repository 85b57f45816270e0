using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using OmniReel.Server.Inputs.Guard;

namespace OmniReel.Server.Tests.Inputs.Support;

/// <summary>
/// A network inside the test: names resolve to what the test says, and a connection to an address outside this machine ends at a
/// listener of the test or nowhere. Nothing leaves the machine.
/// </summary>
internal sealed class ScriptedNetwork : INameResolver, IDialer, IOwnAddresses
{
    private readonly ConcurrentDictionary<string, Func<CancellationToken, Task<IPAddress[]>>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<IPEndPoint, IPEndPoint> _routes = new();

    /// <summary>Every endpoint that a connection was tried to.</summary>
    public ConcurrentQueue<IPEndPoint> Dialed { get; } = [];

    /// <summary>Every name that was asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public IPAddress? Own { get; set; }

    /// <summary>What a connection seems to be connected to, if not to what was asked for.</summary>
    public IPEndPoint? Remote { get; set; }

    public void Name(string name, params string[] addresses) => Name(name, _ => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()));

    public void Name(string name, Func<CancellationToken, Task<IPAddress[]>> answer) => _names[name] = answer;

    public void Route(string address, int port, IPEndPoint to) => _routes[new IPEndPoint(IPAddress.Parse(address), port)] = to;

    public Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellation)
    {
        Asked.Enqueue(name);
        return _names.TryGetValue(name, out var answer) ? answer(cancellation) : throw new SocketException((int)SocketError.HostNotFound);
    }

    public async ValueTask<Dialed> DialAsync(IPEndPoint endpoint, CancellationToken cancellation)
    {
        Dialed.Enqueue(endpoint);
        var to = _routes.TryGetValue(endpoint, out var routed) ? routed : IPAddress.IsLoopback(endpoint.Address) ? endpoint : throw new SocketException((int)SocketError.ConnectionRefused);
        var socket = new Socket(to.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(to, cancellation);
        return new Dialed(new NetworkStream(socket, ownsSocket: true), Remote ?? endpoint);
    }

    public bool Contain(IPAddress address) => address.Equals(Own);
}
