using Microsoft.AspNetCore.Http;

namespace OmniReel.Server.Http.Console;

/// <summary>What a browser says of the page that a request comes from.</summary>
internal enum Origin
{
    /// <summary>Nothing: an old browser, a program, or an address that somebody typed.</summary>
    Untold,

    /// <summary>It is a page of this server.</summary>
    Same,

    /// <summary>It is a page of somebody else.</summary>
    Foreign,
}

/// <summary>Tells requests of our own pages from those that other pages make a browser send: by <c>Origin</c> and <c>Sec-Fetch-Site</c>, which no page can set.</summary>
internal sealed class SameOrigin(HttpSettings settings, LinkBase linkBase)
{
    public Origin Of(HttpContext context)
    {
        var headers = context.Request.Headers;
        var site = headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "none" or "same-origin")) return Origin.Foreign;

        var origin = headers.Origin.ToString();
        if (origin.Length > 0) return IsOurs(context, origin) ? Origin.Same : Origin.Foreign;
        return site == "same-origin" ? Origin.Same : Origin.Untold;
    }

    private bool IsOurs(HttpContext context, string origin)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Scheme is not ("http" or "https")) return false;
        if (settings.PublicUrl is { } known && new Uri(known).GetLeftPart(UriPartial.Authority) == from.GetLeftPart(UriPartial.Authority)) return true;

        // A proxy that ends TLS and is not named as ours leaves http here: then https may stand in the origin, never the other way round.
        var (scheme, host) = linkBase.Asked(context);
        return (scheme == "http" || from.Scheme == "https") && Uri.TryCreate($"{from.Scheme}://{host}", UriKind.Absolute, out var asked)
            && string.Equals(asked.Authority, from.Authority, StringComparison.OrdinalIgnoreCase);
    }
}
