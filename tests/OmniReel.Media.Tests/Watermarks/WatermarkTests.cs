using OmniReel.Media.Watermarks;

namespace OmniReel.Media.Tests.Watermarks;

public sealed class WatermarkTests
{
    public static TheoryData<int, int> Sizes => new() { { 1280, 720 }, { 720, 1280 }, { 960, 960 }, { 3840, 2160 }, { 1108, 832 }, { 320, 180 }, { 64, 64 }, { 16, 16 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void It_lies_in_the_lower_right_corner_and_leaves_the_rest_alone(int width, int height)
    {
        foreach (var luma in new byte[] { 16, 126, 235 })
        {
            var frame = Flat(width, height, luma);
            new Watermark(width, height).Blend(frame, width, height);
            var changed = Enumerable.Range(0, width * height).Where(at => frame[at] != luma).ToList();
            changed.ShouldNotBeEmpty();
            if (Math.Min(width, height) < 180)
                continue;
            changed.Min(at => at % width).ShouldBeGreaterThan(width / 2);
            changed.Min(at => at / width).ShouldBeGreaterThan(height * 4 / 5);
            changed.Max(at => at % width).ShouldBeLessThan(width - 1);
            changed.Count.ShouldBeLessThan(width * height / 40, "small");
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void It_reads_on_black_and_on_white(int width, int height)
    {
        Contrast(width, height, 16).ShouldBeGreaterThan(110);
        Contrast(width, height, 235).ShouldBeGreaterThan(Math.Min(width, height) >= 180 ? 45 : 15);
        Contrast(width, height, 126).ShouldBeGreaterThan(60);
    }

    [Fact]
    public void Colours_under_it_turn_toward_grey_and_never_past_it()
    {
        var frame = Flat(640, 360, 126);
        frame.AsSpan(640 * 360, 640 * 360 / 4).Fill(90);
        frame.AsSpan(640 * 360 * 5 / 4).Fill(200);
        new Watermark(640, 360).Blend(frame, 640, 360);
        frame.AsSpan(640 * 360, 640 * 360 / 4).ToArray().ShouldAllBe(u => u >= 90 && u <= 128);
        frame.AsSpan(640 * 360 * 5 / 4).ToArray().ShouldAllBe(v => v <= 200 && v >= 128);
        frame.AsSpan(640 * 360, 640 * 360 / 4).ToArray().Max().ShouldBeGreaterThan((byte)115);
    }

    private static int Contrast(int width, int height, byte luma)
    {
        var frame = Flat(width, height, luma);
        new Watermark(width, height).Blend(frame, width, height);
        var seen = frame.AsSpan(0, width * height).ToArray();
        return seen.Max() - seen.Min();
    }

    private static byte[] Flat(int width, int height, byte luma)
    {
        var frame = new byte[width * height * 3 / 2];
        frame.AsSpan(0, width * height).Fill(luma);
        frame.AsSpan(width * height).Fill(128);
        return frame;
    }
}
