using System.Globalization;

namespace OmniReel.Media.Encoding.Probing;

/// <summary>Numbers as ffprobe writes them: they may be <c>N/A</c>, negative, or larger than any film.</summary>
internal static class Numbers
{
    /// <summary>About a year: whatever is longer is an error of the file.</summary>
    private const double Longest = 3e7;

    /// <summary>Seconds; null for what is none.</summary>
    public static double? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= Longest ? value : null;

    /// <summary>A ratio of two whole numbers, as <c>30000/1001</c> or <c>4:3</c>; null unless it is positive and finite.</summary>
    public static double? Ratio(string? text)
    {
        var at = text?.AsSpan().IndexOfAny('/', ':') ?? -1;
        return at > 0 && long.TryParse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var above)
            && long.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var below) && above > 0 && below > 0
            ? (double)above / below
            : null;
    }
}
