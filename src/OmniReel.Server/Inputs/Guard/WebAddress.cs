using System.Net;
using System.Text;
using OmniReel.Contract.Requests;

namespace OmniReel.Server.Inputs.Guard;

/// <summary>A URL that could be fetched from, taken apart. Nothing has been resolved.</summary>
/// <param name="Target">What is requested: the host in ASCII, no fragment, no user.</param>
/// <param name="Host">The name in ASCII, or the address as written out by us.</param>
/// <param name="Literal">The address, when the URL names one.</param>
internal sealed record WebAddress(Uri Target, string Host, IPAddress? Literal)
{
    private const int LongestUrl = 4096;
    private const int LongestCallback = 2048;

    private static readonly UrlComplaint s_form = new(
        "is not a URL that can be fetched; give an absolute http or https URL whose host is a domain name or an IP address",
        "不是可以访问的地址；请填写完整的 http 或 https 地址，主机为域名或 IP 地址");

    private static readonly UrlComplaint s_scheme = new(
        "must begin with http:// or https://", "必须以 http:// 或 https:// 开头");

    private static readonly UrlComplaint s_length = Length(LongestUrl), s_callbackLength = Length(LongestCallback);

    private static readonly UrlComplaint s_user = new(
        "holds a user name or an @ before its path; leave it out, and write an @ of a query as %40",
        "在路径之前含有用户名或 @；请去掉，查询中的 @ 请写成 %40");

    /// <summary>Whether the name means something in a local network only.</summary>
    public bool IsLocal => Literal is null && HostNames.IsLocal(Host);

    /// <summary>Takes a URL apart; the second value says why it cannot be.</summary>
    public static (WebAddress? Address, UrlComplaint Complaint) Read(string url, UrlUse use = UrlUse.Media)
    {
        if (url.Length > LongestUrl) return (null, s_length);
        if (use == UrlUse.Callback && url.Length > LongestCallback) return (null, s_callbackLength);
        var colon = url.IndexOf("://", StringComparison.Ordinal);
        if (colon < 0 || url[..colon].ToLowerInvariant() is not ("http" or "https")) return (null, s_scheme);
        if (url.Any(c => c <= ' ' || c == '\x7f' || c == '\\') || HasLoneSurrogate(url)) return (null, s_form);

        // Where a host begins and ends is where parsers disagree; what stands before the first slash is taken whole.
        var rest = url.AsSpan(colon + 3);
        var slash = rest.IndexOf('/');
        var authority = slash < 0 ? rest : rest[..slash];
        if (authority.Contains('@')) return (null, s_user);
        var end = authority.IndexOfAny('?', '#');
        if (authority[..(end < 0 ? authority.Length : end)].Contains('%')) return (null, s_form);

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0 || uri.Port <= 0)
            return (null, s_form);
        return Of(uri) is { } address ? (address, default) : (null, s_form);
    }

    private static WebAddress? Of(Uri uri)
    {
        if (uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
            return IPAddress.TryParse(uri.DnsSafeHost, out var address) ? Of(uri, address) : null;

        var bare = uri.Host.TrimEnd('.');
        if (uri.Host.Length - bare.Length <= 1 && IPAddress.TryParse(bare, out var dotted)) return Of(uri, dotted);
        return HostNames.Ascii(uri.Host) is { } name ? new WebAddress(Without(uri, name), name, null) : null;
    }

    private static WebAddress Of(Uri uri, IPAddress address)
    {
        var plain = PublicAddresses.Plain(address);
        var text = plain.ToString();
        return new WebAddress(Without(uri, plain.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{text}]" : text), text, plain);
    }

    private static Uri Without(Uri uri, string host) => new($"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}{uri.PathAndQuery}");

    private static UrlComplaint Length(int most) => new($"is longer than {most} characters", $"超过 {most} 个字符");

    private static bool HasLoneSurrogate(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) return true;
        }

        return false;
    }
}
