namespace OmniReel.Server.Elements;

/// <summary>How elements are kept.</summary>
/// <param name="Quota">Bytes that the elements of one tenant may hold together: media, and the requests of those that are still to be made.</param>
public sealed record ElementSettings(long Quota);
