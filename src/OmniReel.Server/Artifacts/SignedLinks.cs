using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OmniReel.Server.Artifacts;

/// <summary>
/// Links to artifacts that open without a key until they expire: <c>/files/ID?exp=UNIX-SECONDS&amp;sig=HMAC-SHA-256</c>.
/// A link lives between <see cref="Life"/> and a day more: its end is rounded up to a day, so that within a day the same
/// artifact has the same link and caches keep working.
/// </summary>
/// <param name="key">The secret that signs them.</param>
/// <param name="time">The clock.</param>
/// <param name="clocks">Other clocks, for what has its own; null for none.</param>
internal sealed class SignedLinks(byte[] key, TimeProvider time, ILinkClocks? clocks = null)
{
    /// <summary>The least time that a link works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>What was read while a link of ours in it was good is accepted within this time.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private const long Day = 24 * 60 * 60;

    /// <summary>Path and query of a link to the artifact that works from now on.</summary>
    public string For(string artifact)
    {
        var now = Now(artifact).ToUnixTimeSeconds();
        if (clocks?.Life(artifact) is { } life) return For(artifact, now + (long)life.TotalSeconds);
        var ends = now + (long)Life.TotalSeconds;
        return For(artifact, (ends + Day - 1) / Day * Day);
    }

    /// <summary>Path and query of a link that works until <paramref name="exp"/>, Unix seconds.</summary>
    public string For(string artifact, long exp) => string.Create(
        CultureInfo.InvariantCulture, $"/files/{Uri.EscapeDataString(artifact)}?exp={exp}&sig={Sign(artifact, exp)}");

    /// <summary>
    /// What an absolute URL is, if it is a link of ours: by its signature, whatever host it names, because a server has many names
    /// and a signature cannot be forged. Null for anything else.
    /// </summary>
    /// <param name="at">When the link has to be good; null: now.</param>
    public (string Artifact, LinkVerdict Verdict)? Find(string url, DateTimeOffset? at = null)
    {
        var query = url.IndexOf('?');
        if (query < 0 || !url.AsSpan(0, query).Contains("/files/", StringComparison.Ordinal)) return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;

        var segments = uri.Segments;
        if (segments.Length < 3 || segments[^2] != "files/") return null;
        var artifact = Uri.UnescapeDataString(segments[^1]);
        var verdict = Check(artifact, Only(uri.Query, "exp="), Only(uri.Query, "sig="), at);
        return verdict == LinkVerdict.Forged ? null : (artifact, verdict);
    }

    /// <summary>Whether <paramref name="sig"/> is ours for this artifact and this end, and whether the end has come.</summary>
    /// <param name="at">By then; null: by now.</param>
    public LinkVerdict Check(string artifact, string? exp, string? sig, DateTimeOffset? at = null)
    {
        if (sig is null || !long.TryParse(exp, NumberStyles.None, CultureInfo.InvariantCulture, out var end)) return LinkVerdict.Forged;

        // Compared as text of a fixed length: Base64 has more than one spelling of the same bytes, and only ours is good.
        var right = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(artifact, end)), Encoding.UTF8.GetBytes(sig))
            && exp == end.ToString(CultureInfo.InvariantCulture);
        if (!right) return LinkVerdict.Forged;
        return (at ?? Now(artifact)).ToUnixTimeSeconds() < end ? LinkVerdict.Good : LinkVerdict.Expired;
    }

    private DateTimeOffset Now(string artifact) => clocks?.Now(artifact) ?? time.GetUtcNow();

    private static string? Only(string query, string name)
    {
        string? found = null;
        foreach (var part in query.TrimStart('?').Split('&'))
        {
            if (!part.StartsWith(name, StringComparison.Ordinal)) continue;
            if (found is not null) return null;
            found = part[name.Length..];
        }

        return found;
    }

    private string Sign(string artifact, long exp)
    {
        var text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"files\n{exp}\n{artifact}"));
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, text));
    }
}

/// <summary>What a link is worth.</summary>
internal enum LinkVerdict
{
    /// <summary>Ours, and not over.</summary>
    Good,

    /// <summary>Ours, and over.</summary>
    Expired,

    /// <summary>Not ours.</summary>
    Forged,
}
