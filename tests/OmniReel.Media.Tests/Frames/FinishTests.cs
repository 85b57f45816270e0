using CsCheck;
using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Tests.Frames;

public sealed unsafe class FinishTests
{
    [Fact]
    public void Vectors_and_scalars_give_the_same_bytes() =>
        Gen.Select(Gen.Int[8, 50], Gen.Int[8, 20], Gen.Int[0, 5000], Gen.UInt, Gen.Int[0, 1 << 30]).Sample((halfWidth, halfHeight, frame, color, seed) =>
        {
            using var pixels = Noise(halfWidth * 2, halfHeight * 2, seed);
            var vignette = new Vignette(new Stage(pixels.Width, pixels.Height), new SKColor(color));
            I420Frame vector = new(pixels.Width, pixels.Height), scalar = new(pixels.Width, pixels.Height);
            Finish.Run(pixels, vignette, frame, vector);
            Finish.Run(pixels, vignette, frame, scalar, vectors: false);
            return vector.Bytes.AsSpan().SequenceEqual(scalar.Bytes);
        });

    [Theory]
    [InlineData(0xFFFFFFFF, 235, 128, 128)]
    [InlineData(0xFF000000, 16, 128, 128)]
    [InlineData(0xFFFF0000, 63, 102, 240)]
    [InlineData(0xFF00FF00, 173, 42, 26)]
    [InlineData(0xFF0000FF, 32, 240, 118)]
    public void Colours_are_those_of_bt709_within_a_level(uint color, int luma, int u, int v)
    {
        var frame = Plain(color, SKColors.Black.WithAlpha(0), 3);

        foreach (var y in frame.Bytes[..frame.UStart])
            ((int)y).ShouldBeInRange(luma - 1, luma + 1);
        ((int)frame.Bytes[frame.UStart + 5]).ShouldBeInRange(u - 1, u + 1);
        ((int)frame.Bytes[frame.VStart + 5]).ShouldBeInRange(v - 1, v + 1);
    }

    [Fact]
    public void Grain_is_at_most_two_levels_and_moves_from_frame_to_frame()
    {
        var first = Plain(0xFF808080, SKColors.Black.WithAlpha(0), 1).Bytes.AsSpan(0, 64 * 64).ToArray();
        var second = Plain(0xFF808080, SKColors.Black.WithAlpha(0), 2).Bytes.AsSpan(0, 64 * 64).ToArray();

        (first.Max() - first.Min()).ShouldBeInRange(1, 2);
        first.SequenceEqual(second).ShouldBeFalse();
    }

    [Fact]
    public void The_vignette_darkens_corners_and_leaves_the_middle()
    {
        var plain = Plain(0xFFC0C0C0, SKColors.Black.WithAlpha(0), 1);
        var dark = Plain(0xFFC0C0C0, SKColors.Black.WithAlpha(120), 1);

        dark.Bytes[32 * 64 + 32].ShouldBe(plain.Bytes[32 * 64 + 32]);
        (plain.Bytes[0] - dark.Bytes[0]).ShouldBeGreaterThan(60);
    }

    private static I420Frame Plain(uint color, SKColor vignette, int number)
    {
        using var pixels = new PixelBlock(64, 64);
        for (var y = 0; y < 64; y++)
            new Span<uint>(pixels.Row(y), 64).Fill(color);
        var frame = new I420Frame(64, 64);
        Finish.Run(pixels, new Vignette(new Stage(64, 64), vignette), number, frame);
        return frame;
    }

    private static PixelBlock Noise(int width, int height, int seed)
    {
        var random = new Random(seed);
        var pixels = new PixelBlock(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                pixels.Row(y)[x] = (uint)random.Next() | 0xFF000000;
        }

        return pixels;
    }
}
