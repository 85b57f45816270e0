using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OmniReel.Server.Http;

/// <summary>
/// Segments of the path as the client sent them. The path that Kestrel gives is decoded but for <c>%2F</c>, so that
/// <c>a%2Fb</c> and <c>a%252Fb</c> look alike in it; a caller's own id may hold both.
/// </summary>
internal static class RawPath
{
    /// <summary>The segment after this many slashes from the start, decoded once; empty when there is none.</summary>
    public static string Segment(HttpContext context, int slashes)
    {
        // Routing went by the path without its dots; where there are any, places in the target are not those of the path.
        var isPlain = !context.Features.Get<IHttpRequestFeature>()!.RawTarget.Contains("/.", StringComparison.Ordinal);
        return isPlain ? OfTarget(context, slashes) : OfPath(context, slashes);
    }

    private static string OfPath(HttpContext context, int slashes) => context.Request.Path.Value!.Split('/').ElementAtOrDefault(slashes) ?? "";

    private static string OfTarget(HttpContext context, int slashes)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget.AsSpan();
        var end = target.IndexOfAny('?', '#');
        if (end >= 0) target = target[..end];

        // The absolute form, http://host/path, is legal for any request.
        if (!target.StartsWith("/"))
        {
            var authority = target.IndexOf("://");
            var path = authority < 0 ? -1 : target[(authority + 3)..].IndexOf('/');
            if (path < 0) return "";
            target = target[(authority + 3 + path)..];
        }

        for (; slashes > 0; slashes--)
        {
            var slash = target.IndexOf('/');
            if (slash < 0) return "";
            target = target[(slash + 1)..];
        }

        var next = target.IndexOf('/');
        if (next >= 0) target = target[..next];
        return target.Contains('%') ? Uri.UnescapeDataString(target) : target.ToString();
    }
}
