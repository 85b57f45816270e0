using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Engines.Kling;

/// <summary>One connection, ready for use.</summary>
/// <param name="Connection">As configured.</param>
/// <param name="Upstream">What is asked and told over it.</param>
/// <param name="Work">What surrounds that.</param>
public sealed record KlingAccount(KlingConnection Connection, IUpstream Upstream, IPaidWork Work)
{
    /// <summary>Name of the connection.</summary>
    public string Name => Connection.Name;
}
