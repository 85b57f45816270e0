using System.Threading.Channels;

namespace OmniReel.Server.Callbacks;

/// <summary>A callback as it happens, for whoever listens.</summary>
/// <param name="Id">The id that its delivery has, or would have.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Event">The task's status in the wire's word.</param>
/// <param name="Body">The bytes that its delivery has, or would have.</param>
/// <param name="Url">Where it is delivered to; null when the task names no callback URL.</param>
public sealed record HappenedCallback(string Id, long TaskId, string Event, ReadOnlyMemory<byte> Body, string? Url);

/// <summary>
/// Tells listeners of every event of their account's tasks, those without a callback URL too, once it is durable. It keeps nothing:
/// who was not there has missed it, and a listener that falls too far behind is let go.
/// </summary>
public sealed class CallbackFeed
{
    private const int Behind = 4096;

    private readonly Lock _gate = new();
    private Listener[] _listeners = [];

    /// <summary>Somebody of this account listens.</summary>
    public bool IsListenedTo(string tenant) => Array.Exists(Volatile.Read(ref _listeners), listener => listener.Tenant == tenant);

    /// <summary>Begins to listen; ends when the answer is disposed of.</summary>
    public Listener Listen(string tenant)
    {
        var listener = new Listener(this, tenant);
        lock (_gate) _listeners = [.. _listeners, listener];
        return listener;
    }

    /// <summary>Called by a store after its commit. Never blocks.</summary>
    public void Tell(string tenant, HappenedCallback callback)
    {
        foreach (var listener in Volatile.Read(ref _listeners))
        {
            if (listener.Tenant == tenant) listener.Take(callback);
        }
    }

    private void Leave(Listener listener)
    {
        lock (_gate) _listeners = [.. _listeners.Where(other => other != listener)];
    }

    /// <summary>One who listens.</summary>
    public sealed class Listener : IDisposable
    {
        private readonly CallbackFeed _feed;
        private readonly Channel<HappenedCallback> _heard = Channel.CreateBounded<HappenedCallback>(Behind);

        internal Listener(CallbackFeed feed, string tenant) => (_feed, Tenant) = (feed, tenant);

        internal string Tenant { get; }

        /// <summary>What is heard, in order; it completes when this listener fell too far behind.</summary>
        public ChannelReader<HappenedCallback> Heard => _heard.Reader;

        /// <summary>Leaves.</summary>
        public void Dispose() => _feed.Leave(this);

        internal void Take(HappenedCallback callback)
        {
            if (!_heard.Writer.TryWrite(callback)) _heard.Writer.TryComplete();
        }
    }
}
