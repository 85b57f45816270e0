using System.Globalization;
using System.Web;

namespace OmniReel.Server.Engines.Kling.Films;

/// <summary>What a link to a film says of itself. Its query is what opens it, and is shown to nobody.</summary>
internal static class FilmLink
{
    private static readonly string[] s_ends = ["expires", "x-expires", "expire", "exp", "x-oss-expires", "x-kcdn-expires"];

    // Unix seconds of the years 2001 to 2286; anything else is no such time.
    private const long Least = 1_000_000_000, Most = 9_999_999_999;

    /// <summary>Scheme, host and path.</summary>
    public static string Bare(string url) => new Uri(url).GetLeftPart(UriPartial.Path);

    /// <summary>When it stops working, Unix seconds; null where it does not say.</summary>
    public static long? ExpiresAt(string url)
    {
        var query = HttpUtility.ParseQueryString(new Uri(url).Query);
        foreach (var name in query.AllKeys.OfType<string>())
        {
            if (s_ends.Contains(name, StringComparer.OrdinalIgnoreCase) && long.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var end) && end is >= Least and <= Most)
                return end;
        }

        return DateTimeOffset.TryParseExact(query["X-Amz-Date"], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed)
            && int.TryParse(query["X-Amz-Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? signed.ToUnixTimeSeconds() + seconds
            : null;
    }
}
