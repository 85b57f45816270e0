using OmniReel.Contract.Requests;

namespace OmniReel.Server.Inputs;

/// <summary>
/// The only way out of this server: HTTP handlers whose every connection is checked on the address that the name resolved to. They
/// use no proxy, keep no cookies, follow no redirect and decompress nothing. What a handler cannot see, the form of the URL, is
/// <see cref="IUrlCheck"/>'s to judge first.
/// </summary>
public interface IGuardedHandlers
{
    /// <summary>
    /// A new handler; the caller disposes of it. Its requests fail with <see cref="InputException"/> as the innermost cause when an
    /// address is denied or a name cannot be resolved.
    /// </summary>
    SocketsHttpHandler Create();
}

/// <summary>What may be known of a URL before any name is resolved: its form, its port, an address written out in it.</summary>
public interface IUrlCheck : IUrlPolicy;
