namespace OmniReel.Media.Encoding.Probing;

/// <summary>What the header of a picture says; nothing of it was decoded.</summary>
/// <param name="StoredWidth">Pixels of a row as stored, before any turn.</param>
/// <param name="StoredHeight">Rows as stored.</param>
/// <param name="Orientation">How it is turned upright: EXIF's 1 (as it is) to 8.</param>
/// <param name="HasAlpha">Some pixels may be transparent.</param>
/// <param name="DecodingBytes">Memory that its decoding fills at its height, about.</param>
public sealed record PictureFacts(int StoredWidth, int StoredHeight, int Orientation, bool HasAlpha, long DecodingBytes)
{
    /// <summary>Longest side that is decoded.</summary>
    public const int LongestSide = 16_384;

    /// <summary>Most pixels that are decoded: 64 million.</summary>
    public const long MostPixels = UntrustedFile.MostPixels;

    /// <summary>Most memory that a decoding may fill.</summary>
    public const long MostBytes = 384L << 20;

    /// <summary>Pixels across, upright.</summary>
    public int Width => Orientation > 4 ? StoredHeight : StoredWidth;

    /// <summary>Pixels down, upright.</summary>
    public int Height => Orientation > 4 ? StoredWidth : StoredHeight;

    /// <summary>It may be handed to a decoder.</summary>
    public bool IsDecodable =>
        StoredWidth <= LongestSide && StoredHeight <= LongestSide && (long)StoredWidth * StoredHeight <= MostPixels && DecodingBytes <= MostBytes;
}

/// <summary>A file that is not what its first bytes say, or cannot be read to its end.</summary>
public sealed class UnreadableMediaException(string message, Exception? inner = null) : Exception(message, inner);
