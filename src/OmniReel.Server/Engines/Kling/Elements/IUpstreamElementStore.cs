namespace OmniReel.Server.Engines.Kling.Elements;

/// <summary>An element of ours that was made at an upstream.</summary>
/// <param name="Connection">Name of the connection.</param>
/// <param name="Element">Our id of it, exact decimal digits.</param>
/// <param name="Edition">1 for the first that was made there; one that was deleted there is made anew as the next.</param>
/// <param name="TaskId">What it can be asked for there by.</param>
/// <param name="UpstreamId">What films there name it by, decimal digits.</param>
/// <param name="MadeAt">When that was learnt, Unix milliseconds.</param>
public sealed record UpstreamElement(string Connection, string Element, int Edition, string TaskId, string UpstreamId, long MadeAt);

/// <summary>Which elements were made where. What <see cref="KeepAsync"/> returned of survives power loss.</summary>
public interface IUpstreamElementStore
{
    /// <summary>Null where it was not made yet. Sees every write that was acknowledged before the call.</summary>
    ValueTask<UpstreamElement?> FindAsync(string connection, string element, CancellationToken cancellation);

    /// <summary>Remembers it, in place of an earlier edition. One that is older than what is known is not written.</summary>
    ValueTask KeepAsync(UpstreamElement element, CancellationToken cancellation);
}
