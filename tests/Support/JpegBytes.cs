namespace OmniReel.Testing;

/// <summary>Puts segments into JPEGs that an encoder made.</summary>
public static class JpegBytes
{
    /// <summary>An EXIF segment with one entry, the orientation, and text behind it as a camera's GPS might be.</summary>
    public static byte[] Exif(int orientation, bool little = true, string after = "")
    {
        byte[] tiff = little
            ? [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0]
            : [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        return [.. "Exif\0\0"u8, .. tiff, .. System.Text.Encoding.ASCII.GetBytes(after)];
    }

    /// <summary>The picture with a segment right after its start.</summary>
    public static byte[] With(byte[] jpeg, byte marker, byte[] segment) =>
        [0xFF, 0xD8, 0xFF, marker, (byte)((segment.Length + 2) >> 8), (byte)(segment.Length + 2), .. segment, .. jpeg[2..]];

    /// <summary>Where a marker is, or -1; looks at segments only.</summary>
    public static int Find(byte[] jpeg, Func<byte, bool> marker)
    {
        for (var at = 2; at + 4 < jpeg.Length && jpeg[at] == 0xFF; at += 2 + (jpeg[at + 2] << 8 | jpeg[at + 3]))
        {
            if (marker(jpeg[at + 1]))
                return at;
        }

        return -1;
    }

    /// <summary>The picture with another size in its frame header.</summary>
    public static byte[] Sized(byte[] jpeg, int width, int height)
    {
        var copy = (byte[])jpeg.Clone();
        var at = Find(copy, marker => marker is 0xC0 or 0xC1 or 0xC2);
        (copy[at + 5], copy[at + 6], copy[at + 7], copy[at + 8]) = ((byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width);
        return copy;
    }
}
