namespace OmniReel.Server.Engines.Submits;

/// <summary>
/// What upstreams tell us by themselves. Nothing of it is believed: a hint only says that asking now may be worth it.
/// </summary>
public interface IUpstreamHints
{
    /// <summary>Told the reference of a submit that may have changed. Handlers must not block.</summary>
    event Action<string>? Hinted;

    /// <summary>Where an upstream may tell about a submit: an absolute URL that nobody can guess; null where this server has no public address.</summary>
    string? AddressFor(string reference);
}
