namespace OmniReel.Media.Pictures;

/// <summary>One plane of a picture with a rim of its own mirrored content, which a camera that goes back or aside may see.</summary>
internal sealed class Plane
{
    /// <summary>Of the longer side: as far as the rim reaches.</summary>
    private const float RimShare = 0.08f;

    /// <summary>Vector loads may read this far behind the last sample.</summary>
    private const int Slack = 64;

    public Plane(ReadOnlySpan<byte> samples, int width, int height)
    {
        (Width, Height) = (width, height);
        Rim = Math.Min(Math.Min(width, height) - 1, 4 + (int)(RimShare * Math.Max(width, height)));
        Stride = width + 2 * Rim;
        Rows = height + 2 * Rim;
        Bytes = new byte[Stride * Rows + Slack];
        for (var y = 0; y < Rows; y++)
        {
            var source = samples.Slice(Mirrored(y - Rim, height) * width, width);
            var row = Bytes.AsSpan(y * Stride, Stride);
            source.CopyTo(row[Rim..]);
            for (var x = 0; x < Rim; x++)
            {
                row[x] = source[Mirrored(x - Rim, width)];
                row[Rim + width + x] = source[Mirrored(width + x, width)];
            }
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Samples on each side that are mirrored.</summary>
    public int Rim { get; }

    /// <summary>Samples of a row, rims included.</summary>
    public int Stride { get; }

    /// <summary>Rows, rims included.</summary>
    public int Rows { get; }

    /// <summary>Row by row, rims included.</summary>
    public byte[] Bytes { get; }

    private static int Mirrored(int at, int count) => at < 0 ? -1 - at : at >= count ? 2 * count - 1 - at : at;
}
