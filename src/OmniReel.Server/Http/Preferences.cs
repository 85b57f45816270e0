using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace OmniReel.Server.Http;

/// <summary>The header <c>Prefer</c> (RFC 7240), of which <c>wait=SECONDS</c> is understood. A preference that cannot be read is no error.</summary>
internal static class Preferences
{
    /// <summary>The longest wait that is granted.</summary>
    public const int LongestWait = 60;

    /// <summary>Seconds to wait, 0 to <see cref="LongestWait"/>; null when none were asked for.</summary>
    public static int? Wait(in StringValues header)
    {
        if (header.Count == 0) return null;

        foreach (var line in header)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                var preference = line.AsSpan(part);
                var semicolon = preference.IndexOf(';');
                if (semicolon >= 0) preference = preference[..semicolon];

                var equals = preference.IndexOf('=');
                if (equals < 0 || !preference[..equals].Trim().Equals("wait", StringComparison.OrdinalIgnoreCase)) continue;
                var value = preference[(equals + 1)..].Trim().Trim('"');
                if (value.IsEmpty || value.ContainsAnyExceptInRange('0', '9')) return null;
                return value.Length > 3 ? LongestWait : Math.Min(LongestWait, int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture));
            }
        }

        return null;
    }
}
