using System.Globalization;

namespace OmniReel.Server.Http.Files;

/// <summary>What a <c>Range</c> header asks for, seen against a file's length.</summary>
/// <param name="Kind">Whole, part, or nothing that exists.</param>
/// <param name="Offset">First byte of a part.</param>
/// <param name="Length">Bytes of a part or of the whole.</param>
internal readonly record struct ByteRange(ByteRangeKind Kind, long Offset, long Length)
{
    /// <summary>
    /// One range, <c>a-b</c>, <c>a-</c> or <c>-n</c>. Several at once, or anything that is not a range of bytes, is answered with the whole:
    /// RFC 9110 allows it, and no bomb of overlapping ranges can be built on it.
    /// </summary>
    public static ByteRange Parse(string? header, long length)
    {
        var whole = new ByteRange(ByteRangeKind.Whole, 0, length);
        if (header is null || !header.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase)) return whole;

        var spec = header.AsSpan(6).Trim();
        var dash = spec.IndexOf('-');
        if (dash < 0 || spec.Contains(',')) return whole;

        var first = spec[..dash];
        var last = spec[(dash + 1)..];
        if (first.IsEmpty)
        {
            if (!TryNumber(last, out var suffix)) return whole;
            return suffix == 0 || length == 0 ? new(ByteRangeKind.Unsatisfiable, 0, 0) : Part(Math.Max(0, length - suffix), length - 1);
        }

        if (!TryNumber(first, out var from)) return whole;
        var to = long.MaxValue;
        if (!last.IsEmpty && !TryNumber(last, out to)) return whole;
        if (to < from) return whole;
        return from >= length ? new(ByteRangeKind.Unsatisfiable, 0, 0) : Part(from, Math.Min(to, length - 1));
    }

    private static ByteRange Part(long from, long to) => new(ByteRangeKind.Part, from, to - from + 1);

    private static bool TryNumber(ReadOnlySpan<char> digits, out long value)
    {
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value)) return true;
        // More digits than a long has is still a number, larger than any file.
        value = long.MaxValue;
        return digits.Length > 18 && !digits.ContainsAnyExceptInRange('0', '9');
    }
}

/// <summary>See <see cref="ByteRange"/>.</summary>
internal enum ByteRangeKind
{
    /// <summary>200.</summary>
    Whole,

    /// <summary>206.</summary>
    Part,

    /// <summary>416.</summary>
    Unsatisfiable,
}
