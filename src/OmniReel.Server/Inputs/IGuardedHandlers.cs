namespace OmniReel.Server.Inputs;

/// <summary>
/// The only way out of this server: HTTP handlers whose every connection is checked on the address that the name resolved to. They
/// use no proxy, keep no cookies, follow no redirect and decompress nothing.
/// </summary>
public interface IGuardedHandlers
{
    /// <summary>A new handler; the caller disposes of it. Its requests fail with <see cref="InputException"/> as the innermost cause when an address is denied.</summary>
    SocketsHttpHandler Create();
}

/// <summary>What may be known of a URL before any name is resolved: its form, its port, an address written out in it.</summary>
public interface IUrlCheck
{
    /// <summary>Why the server will never connect there, in both languages, naming the setting that would allow it; null when it may.</summary>
    (string English, string Chinese)? Complaint(string url);
}
