namespace OmniReel.Testing;

/// <summary>Reads the code of a frame as the guide says, knowing nothing but its luma.</summary>
public static class FrameCodes
{
    /// <summary>Frame and shot; null where there is no code, or one that does not hold.</summary>
    public static (int Frame, int Shot)? Read(ReadOnlySpan<byte> luma, int width, int height)
    {
        var row = Math.Min(width, height) / 90;
        var levels = new int[48];
        for (var cell = 0; cell < 48; cell++)
            levels[cell] = luma[row * width + (2 * cell + 1) * width / 96];
        var threshold = (levels[..8].Sum() + levels[40..].Sum()) / 16;
        var code = levels.Aggregate(0UL, (bits, level) => bits << 1 | (level > threshold ? 1UL : 0));
        if (code >> 40 != 0xA6 || (code & 0xFF) != 0x59)
            return null;
        var sum = 0xFF;
        for (var bit = 39; bit >= 16; bit--)
            sum = (sum << 1 & 0xFF) ^ ((sum >> 7 ^ (int)(code >> bit & 1)) != 0 ? 7 : 0);
        return sum == (int)(code >> 8 & 0xFF) ? ((int)(code >> 24 & 0xFFFF), (int)(code >> 16 & 0xFF)) : null;
    }
}
