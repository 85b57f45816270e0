using System.Net;
using Microsoft.AspNetCore.Http;

namespace OmniReel.Server.Http;

/// <summary>
/// What absolute links begin with: the configured public address, else the host the client itself asked, which may be told by a
/// proxy, if it is one of ours.
/// </summary>
internal sealed class LinkBase(HttpSettings settings)
{
    /// <summary>Scheme and authority (and path of the public address), without a trailing slash.</summary>
    public string For(HttpContext context)
    {
        if (settings.PublicUrl is { } known) return known;

        // Who comes through the admin socket names no host that a browser could open; without another address it has to do.
        var (scheme, host) = Asked(context);
        if (context.Connection.RemoteIpAddress is null) return settings.OwnAddress() is { Length: > 0 } own ? own : $"{scheme}://{host}";
        return host.Length > 0 ? $"{scheme}://{host}" : settings.OwnAddress();
    }

    /// <summary>Scheme and host (with its port, where one was named) that the client itself asked; the host is empty where it cannot be one.</summary>
    public (string Scheme, string Host) Asked(HttpContext context)
    {
        var scheme = context.Request.Scheme;
        var host = context.Request.Host.Value ?? "";
        if (settings.TrustedProxies.Count > 0 && context.Connection.RemoteIpAddress is { } peer && IsProxy(peer))
        {
            var headers = context.Request.Headers;
            scheme = Last(headers["X-Forwarded-Proto"]) is "https" or "http" ? Last(headers["X-Forwarded-Proto"])! : scheme;
            if (Last(headers["X-Forwarded-Host"]) is { Length: > 0 } forwarded && IsHost(forwarded)) host = forwarded;
        }

        return (scheme, IsHost(host) || context.Connection.RemoteIpAddress is null ? host : "");
    }

    private bool IsProxy(IPAddress peer)
    {
        var address = peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer;
        foreach (var network in settings.TrustedProxies)
        {
            if (network.Contains(address)) return true;
        }

        return false;
    }

    // The nearest proxy appends; what stands before its entry was written by strangers.
    private static string? Last(string? values) => values is null ? null : values[(values.LastIndexOf(',') + 1)..].Trim();

    private static bool IsHost(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_' or ':' or '[' or ']')) return false;
        }

        return text.Length > 0;
    }
}
