using System.Runtime.Intrinsics;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Editing.Pixels;

/// <summary>Light that is not the same everywhere: every pixel is multiplied by what a map says, worked out once.</summary>
internal sealed unsafe class ShadeStep : IFrameStep
{
    private const int Whole = 128;

    /// <summary>In 1/128, for each pixel four equal shares but for alpha's, which is whole.</summary>
    private readonly ushort[] _shares;

    /// <param name="light">Of a place in the frame, both 0 to 1 from the top left: 0 is dark, 1 as it is.</param>
    public ShadeStep(int width, int height, Func<float, float, float> light)
    {
        _shares = new ushort[width * height];
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
                _shares[y * width + x] = (ushort)MathF.Round(Math.Clamp(light((x + 0.5f) / width, (y + 0.5f) / height), 0, 1) * Whole);
        });
    }

    public void Apply(Easel easel, Moment moment)
    {
        fixed (ushort* shares = _shares)
        {
            for (var y = 0; y < easel.Height; y++)
                Apply(easel.Pixels.Row(y), shares + (nint)y * easel.Width, easel.Width);
        }
    }

    private static void Apply(uint* row, ushort* shares, int width)
    {
        var x = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; x <= width - 8; x += 8)
            {
                var share = Vector128.Load(shares + x);
                var wide = Vector256.Create(Vector128.WidenLower(share), Vector128.WidenUpper(share));
                var both = (wide | (wide << 16)).AsUInt16();
                var pixel = Vector256.Load(row + x);
                var even = Vector256.Create(0x00FF00FFu);
                var low = (((pixel & even).AsUInt16() * both + Vector256.Create((ushort)64)) >>> 7).AsUInt32();
                var high = ((((pixel >>> 8) & even).AsUInt16() * both + Vector256.Create((ushort)64)) >>> 7).AsUInt32() << 8;
                (low | high | Vector256.Create(0xFF000000u)).Store(row + x);
            }
        }

        for (; x < width; x++)
        {
            uint share = shares[x], pixel = row[x];
            row[x] = 0xFF000000u | Level(pixel & 255, share) | Level((pixel >> 8) & 255, share) << 8 | Level((pixel >> 16) & 255, share) << 16;
        }
    }

    private static uint Level(uint value, uint share) => (value * share + 64) >> 7;
}
