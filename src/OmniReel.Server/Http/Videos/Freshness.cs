using Microsoft.Extensions.Primitives;

namespace OmniReel.Server.Http.Videos;

/// <summary>The header <c>Cache-Control</c> of a POST, of which <c>no-store</c> counts: the film is to be made anew.</summary>
internal static class Freshness
{
    public static bool IsDemanded(in StringValues header)
    {
        foreach (var line in header)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                if (line.AsSpan(part).Trim().Equals("no-store", StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return false;
    }
}
