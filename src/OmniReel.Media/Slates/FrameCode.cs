namespace OmniReel.Media.Slates;

/// <summary>
/// The number of a frame and of its shot as 48 cells of black and white: 8 of a beginning, 16 of the frame from 0, 8 of the shot from 1,
/// 8 of a check sum, 8 of an end. The most significant bit of each comes first, and white is 1.
/// </summary>
internal static class FrameCode
{
    public const int Cells = 48;

    /// <summary>What the code begins and ends with: half black and half white, and unlike itself in a mirror or upside down.</summary>
    public const byte Begin = 0xA6, End = 0x59;

    /// <summary>The cells, the first in the most significant of 48 bits.</summary>
    /// <param name="frame">Of the film, from 0; the number repeats after 65,536.</param>
    /// <param name="shot">From 1; likewise after 256.</param>
    public static ulong Of(int frame, int shot)
    {
        ReadOnlySpan<byte> counted = [(byte)(frame >> 8), (byte)frame, (byte)shot];
        return ((ulong)Begin << 40) | ((ulong)counted[0] << 32) | ((ulong)counted[1] << 24) | ((ulong)counted[2] << 16) | ((ulong)Sum(counted) << 8) | End;
    }

    /// <summary>CRC-8 with the polynomial x⁸+x²+x+1 (0x07), begun at 0xFF, neither reflected nor inverted at the end.</summary>
    public static byte Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xFF;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum << 1) ^ ((sum & 0x80) != 0 ? 0x107 : 0);
        }

        return (byte)sum;
    }
}
