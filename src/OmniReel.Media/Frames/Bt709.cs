namespace OmniReel.Media.Frames;

/// <summary>BT.709 in limited range as integers over 256: luma 16..235, chroma 16..240 about 128.</summary>
internal static class Bt709
{
    public const int RedY = 47, GreenY = 157, BlueY = 16;
    public const int RedU = -26, GreenU = -86, BlueU = 112;
    public const int RedV = 112, GreenV = -102, BlueV = -10;

    /// <summary>Luma with eight fractional bits.</summary>
    public static int Luma(int red, int green, int blue) => RedY * red + GreenY * green + BlueY * blue + (16 << 8);

    /// <summary>Blue difference with eight fractional bits, for colours that are sums of <paramref name="count"/>.</summary>
    public static int ChromaU(int red, int green, int blue, int count = 1) => RedU * red + GreenU * green + BlueU * blue + (128 << 8) * count;

    /// <summary>Red difference with eight fractional bits, for colours that are sums of <paramref name="count"/>.</summary>
    public static int ChromaV(int red, int green, int blue, int count = 1) => RedV * red + GreenV * green + BlueV * blue + (128 << 8) * count;
}
