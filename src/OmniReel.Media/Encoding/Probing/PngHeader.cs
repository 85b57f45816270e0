namespace OmniReel.Media.Encoding.Probing;

/// <summary>The chunks of a PNG before its pixels.</summary>
internal static class PngHeader
{
    private const int MostChunks = 1000;
    private const int LargestExif = 64 << 10;

    private const uint Header = 0x49484452, Pixels = 0x49444154, Transparency = 0x74524E53, Exif = 0x65584966;

    private const int Grey = 0, Colour = 2, Palette = 3, GreyAlpha = 4, ColourAlpha = 6;

    public static PictureFacts Read(HeaderBytes bytes)
    {
        bytes.Skip(8);
        if (bytes.Int() != 13 || bytes.Int() != Header)
            throw new UnreadableMediaException("a PNG begins with its IHDR chunk");
        uint width = bytes.Int(), height = bytes.Int();
        int depth = bytes.Byte(), type = bytes.Byte();
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue || !IsKind(type, depth))
            throw new UnreadableMediaException("its IHDR chunk says what no PNG is");
        bytes.Skip(3 + 4);

        var (transparent, orientation) = BeforePixels(bytes);
        var hasAlpha = type is GreyAlpha or ColourAlpha || transparent;
        return new((int)width, (int)height, orientation, hasAlpha, Memory(type, depth, hasAlpha, width, height));
    }

    private static (bool Transparent, int Orientation) BeforePixels(HeaderBytes bytes)
    {
        var transparent = false;
        var orientation = 1;
        for (var chunk = 0; chunk < MostChunks; chunk++)
        {
            var length = bytes.Int();
            var kind = bytes.Int();
            if (kind == Pixels)
                return (transparent, orientation);
            transparent |= kind == Transparency;
            if (kind == Exif && length <= LargestExif)
                orientation = ExifOrientation.Of(bytes.Take((int)length));
            else
                bytes.Skip(length);
            bytes.Skip(4);
        }

        throw new UnreadableMediaException("it has more chunks than any picture before its pixels");
    }

    private static bool IsKind(int type, int depth) => type switch
    {
        Grey => depth is 1 or 2 or 4 or 8 or 16,
        Palette => depth is 1 or 2 or 4 or 8,
        Colour or GreyAlpha or ColourAlpha => depth is 8 or 16,
        _ => false,
    };

    /// <summary>The decoder holds one picture; transparency takes a second one, in four planes.</summary>
    private static long Memory(int type, int depth, bool hasAlpha, uint width, uint height)
    {
        var channels = type switch { Colour => 3, GreyAlpha => 2, ColourAlpha => 4, _ => 1 };
        if (hasAlpha && type is Colour or Grey)
            channels++;
        var perPixel = channels * (depth == 16 ? 2 : 1) + (hasAlpha ? 8 : 0);
        return (long)Math.Min((double)perPixel * width * height, 1e18);
    }
}
