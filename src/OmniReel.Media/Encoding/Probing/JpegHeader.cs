namespace OmniReel.Media.Encoding.Probing;

/// <summary>The segments of a JPEG up to its end; what lies between them is only looked through for the next one.</summary>
internal static class JpegHeader
{
    /// <summary>Every scan goes over the whole picture again: cameras make one, careful encoders about ten.</summary>
    private const int MostScans = 100;

    private const int MostSegments = 10_000;

    private const int Baseline = 0xC0, Extended = 0xC1, Progressive = 0xC2, Huffman = 0xC4, Extension = 0xC8, Arithmetic = 0xCC;
    private const int Start = 0xD8, End = 0xD9, Scan = 0xDA, FirstRestart = 0xD0, LastRestart = 0xD7, Temporary = 0x01, App1 = 0xE1;

    public static PictureFacts Read(HeaderBytes bytes)
    {
        bytes.Skip(2);
        Frame? frame = null;
        var orientation = 1;
        var scans = 0;
        for (var segment = 0; segment < MostSegments; segment++)
        {
            // A picture that was cut off has no end marker, and is shown as far as it goes.
            if (NextMarker(bytes, scans > 0) is not { } marker || marker == End)
                return scans == 0 ? throw new UnreadableMediaException("it ends before its pixels begin") : Facts(frame!, orientation);
            if (marker is Temporary or Start)
                continue;

            var length = bytes.Short() - 2;
            if (length < 0)
                throw new UnreadableMediaException("one of its segments is shorter than its own head");
            if (marker is >= Baseline and <= 0xCF and not (Huffman or Extension or Arithmetic))
            {
                if (frame is not null)
                    throw new UnreadableMediaException("it holds more than one frame");
                frame = ReadFrame(bytes.Take(length), marker);
                continue;
            }

            if (marker == Scan && (frame is null || ++scans > MostScans))
                throw new UnreadableMediaException(frame is null ? "its pixels begin before its size is known" : $"it has more than {MostScans} scans");
            if (marker == App1 && frame is null)
                orientation = Orientation(bytes.Take(length)) ?? orientation;
            else
                bytes.Skip(length);
        }

        throw new UnreadableMediaException("it has more segments than any picture");
    }

    private static int? NextMarker(HeaderBytes bytes, bool amongPixels)
    {
        while (!bytes.AtEnd)
        {
            var found = bytes.Byte();
            if (found != 0xFF)
            {
                if (!amongPixels)
                    throw new UnreadableMediaException("there is something between its segments");
                continue;
            }

            while (found == 0xFF && !bytes.AtEnd)
                found = bytes.Byte();
            // Restarts lie among the pixels by the thousand, and have no length.
            if (found is not (0 or 0xFF or (>= FirstRestart and <= LastRestart)))
                return found;
        }

        return null;
    }

    private static Frame ReadFrame(byte[] segment, int marker)
    {
        if (marker is not (Baseline or Extended or Progressive))
            throw new UnreadableMediaException("it is coded in a way that browsers do not show (lossless, hierarchical or arithmetic)");
        if (segment.Length < 6 || segment.Length < 6 + segment[5] * 3)
            throw new UnreadableMediaException("its frame header is too short");
        int height = segment[1] << 8 | segment[2], width = segment[3] << 8 | segment[4];
        if (segment[0] != 8 || width == 0 || height == 0 || segment[5] is not (1 or 3 or 4))
            throw new UnreadableMediaException("its frame header says what no photo is");
        var factors = Enumerable.Range(0, segment[5]).Select(i => segment[7 + 3 * i]).Select(f => (X: f >> 4, Y: f & 15)).ToArray();
        if (factors.Any(f => f.X is 0 or > 4 || f.Y is 0 or > 4))
            throw new UnreadableMediaException("its frame header says what no photo is");
        double widest = factors.Max(f => f.X), tallest = factors.Max(f => f.Y);
        return new(width, height, factors.Sum(f => f.X / widest * (f.Y / tallest)), marker == Progressive);
    }

    /// <summary>A progressive picture is kept as 16-bit coefficients until its last scan. CMYK is made RGB with a second picture.</summary>
    private static PictureFacts Facts(Frame frame, int orientation)
    {
        var perPixel = frame.Samples * (frame.IsProgressive ? 3 : 1);
        return new(frame.Width, frame.Height, orientation, HasAlpha: false, (long)(perPixel * frame.Width * frame.Height));
    }

    private static int? Orientation(byte[] segment) =>
        segment.AsSpan().StartsWith("Exif\0\0"u8) ? ExifOrientation.Of(segment.AsSpan(6)) : null;

    /// <param name="Samples">Of all components, per pixel.</param>
    private sealed record Frame(int Width, int Height, double Samples, bool IsProgressive);
}
