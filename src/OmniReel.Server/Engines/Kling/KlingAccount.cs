using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Engines.Kling;

/// <summary>One connection, ready for use. Disposing of it closes it.</summary>
/// <param name="Connection">As configured.</param>
/// <param name="Upstream">What is asked and told over it.</param>
/// <param name="Work">What surrounds that.</param>
/// <param name="Owned">What is closed with it.</param>
public sealed record KlingAccount(KlingConnection Connection, IUpstream Upstream, IPaidWork Work, params IReadOnlyList<IDisposable> Owned) : IDisposable
{
    /// <summary>Name of the connection.</summary>
    public string Name => Connection.Name;

    public void Dispose()
    {
        foreach (var one in Owned)
            one.Dispose();
    }
}
