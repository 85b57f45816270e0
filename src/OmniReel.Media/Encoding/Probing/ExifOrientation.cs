using System.Buffers.Binary;

namespace OmniReel.Media.Encoding.Probing;

/// <summary>Finds one number in EXIF data (a TIFF directory): how a camera was held.</summary>
internal static class ExifOrientation
{
    private const int Upright = 1;
    private const int Tag = 0x0112, ShortType = 3;
    private const int EntryLength = 12;

    /// <summary>1 to 8; 1 also where the data says nothing or is broken.</summary>
    public static int Of(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return Upright;
        var little = tiff.StartsWith("II*\0"u8);
        if (!little && !tiff.StartsWith("MM\0*"u8))
            return Upright;
        var at = Int(tiff[4..], little);
        if (at > tiff.Length - 2)
            return Upright;

        var entries = tiff[((int)at + 2)..];
        for (int left = Short(tiff[(int)at..], little); left > 0 && entries.Length >= EntryLength; left--, entries = entries[EntryLength..])
        {
            if (Short(entries, little) == Tag && Short(entries[2..], little) == ShortType)
                return Short(entries[8..], little) is var found and >= 1 and <= 8 ? found : Upright;
        }

        return Upright;
    }

    private static int Short(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Int(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
