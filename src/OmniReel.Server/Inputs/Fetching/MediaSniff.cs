using OmniReel.Media.Encoding;

namespace OmniReel.Server.Inputs.Fetching;

/// <summary>What a file is, by its first bytes. Names and content types are not asked: they are whatever their sender wrote.</summary>
internal static class MediaSniff
{
    /// <summary>With so many bytes every format can be told.</summary>
    public const int Needed = 12;

    /// <summary>The format, or null for what is none of ours.</summary>
    public static MediaFormat? Of(ReadOnlySpan<byte> first)
    {
        if (first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return MediaFormat.Jpeg;
        if (first.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return MediaFormat.Png;
        return first.Length >= Needed && IsMovie(first) ? MediaFormat.Mp4 : null;
    }

    /// <summary>What a recognised file is called on the wire.</summary>
    public static string ContentType(MediaFormat format, ReadOnlySpan<byte> first) => format switch
    {
        MediaFormat.Jpeg => "image/jpeg",
        MediaFormat.Png => "image/png",
        _ => first[4..8].SequenceEqual("ftyp"u8) && !first[8..12].SequenceEqual("qt  "u8) ? "video/mp4" : "video/quicktime",
    };

    /// <summary>Whether a format is of a kind of input.</summary>
    public static bool Is(this MediaFormat format, InputMedia media) => (format == MediaFormat.Mp4) == (media == InputMedia.Video);

    // An old MOV may begin with any of its atoms; pictures in the same container (HEIF, AVIF) name themselves in the brand.
    private static bool IsMovie(ReadOnlySpan<byte> first)
    {
        var kind = first[4..8];
        if (kind.SequenceEqual("ftyp"u8)) return !IsPictureBrand(first[8..12]);
        return kind.SequenceEqual("moov"u8) || kind.SequenceEqual("mdat"u8) || kind.SequenceEqual("wide"u8)
            || kind.SequenceEqual("free"u8) || kind.SequenceEqual("skip"u8) || kind.SequenceEqual("pnot"u8);
    }

    private static bool IsPictureBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("avif"u8) || brand.StartsWith("avis"u8) || brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8)
        || brand.StartsWith("mif"u8) || brand.StartsWith("msf"u8) || brand.StartsWith("crx"u8) || brand.StartsWith("jp"u8);
}
