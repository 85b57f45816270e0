using System.Runtime.Intrinsics;
using OmniReel.Media.Editing.Pixels;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Editing.Lens;

/// <summary>Grain of film: brightness only, strongest in the middle tones, somewhere else in every frame.</summary>
internal sealed unsafe class GrainStep : IFrameStep
{
    private const int Side = 512;

    /// <summary>Levels to add, in 1/16; rows are twice as long as the tile, so that a run may begin anywhere.</summary>
    private readonly short[] _tile = new short[Side * Side * 2];

    public GrainStep(int width, int height, Strength strength)
    {
        var amount = strength switch { Strength.Slight => 6f, Strength.Strong => 20f, _ => 12f };
        var size = Math.Max(1, Math.Min(width, height) / 720f);
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                // Clumps of two sizes; the sum of three draws is nearly a bell.
                var fine = NoiseField.Hash(x, y, 71) + NoiseField.Hash(x, y, 72) + NoiseField.Hash(x, y, 73) - 1.5f;
                var clump = NoiseField.At(x / (1.6f * size), y / (1.6f * size), 2, 74) - 0.5f;
                var value = (short)MathF.Round((fine * 0.8f + clump * 1.6f) * amount * 16);
                _tile[y * Side * 2 + x] = value;
                _tile[y * Side * 2 + x + Side] = value;
            }
        }
    }

    public void Apply(Easel easel, Moment moment)
    {
        int left = (int)(NoiseField.Hash(moment.Frame, 1, 75) * Side), top = (int)(NoiseField.Hash(moment.Frame, 2, 76) * Side);
        fixed (short* tile = _tile)
        {
            for (var y = 0; y < easel.Height; y++)
            {
                var row = easel.Pixels.Row(y);
                var grain = tile + ((y + top) & (Side - 1)) * Side * 2;
                for (var x = 0; x < easel.Width; x++)
                    row[x] = Add(row[x], grain[((x + left) & (Side - 1))]);
            }
        }
    }

    private static uint Add(uint pixel, int grain)
    {
        int r = (int)(pixel >> 16) & 255, g = (int)(pixel >> 8) & 255, b = (int)pixel & 255;
        // 256 in the middle tones, a third of it at both ends.
        var luma = (54 * r + 183 * g + 19 * b) >> 8;
        var more = grain * (86 + (170 * luma * (255 - luma) >> 14)) >> 12;
        return 0xFF000000u | Level(r + more) << 16 | Level(g + more) << 8 | Level(b + more);
    }

    private static uint Level(int value) => (uint)Math.Clamp(value, 0, 255);
}
