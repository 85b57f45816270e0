using System.Globalization;
using OmniReel.Media.Figures;
using OmniReel.Media.Plans;
using OmniReel.Media.Tests.Script;
using SkiaSharp;

namespace OmniReel.Media.Tests.Obedience;

/// <summary>What prompts of both languages say is there, measured on rendered frames.</summary>
public sealed class SceneObedienceTests
{
    private static void Print(FormattableString line) => TestContext.Current.TestOutputHelper!.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("the sea at {0}", "noon", "night")]
    [InlineData("a city street at {0}", "noon", "night")]
    [InlineData("a forest at {0}", "noon", "night")]
    [InlineData("{0}的雪山", "正午", "夜晚")]
    [InlineData("{0}的草地", "中午", "深夜")]
    [InlineData("{0}的房间", "正午", "夜里")]
    public void Noon_is_light_and_night_is_dark(string scene, string noon, string night)
    {
        using Watched day = new(Said(scene, noon)), dark = new(Said(scene, night));
        double light = day.Luma(20).Mean(), dim = dark.Luma(20).Mean();
        Print($"{scene}: luma {light:0} at noon, {dim:0} at night");
        light.ShouldBeGreaterThan(dim + 35);
    }

    [Theory]
    [InlineData("a woman in a {0} dress stands on the beach at noon", "red orange yellow green blue purple pink white black brown gray")]
    [InlineData("中午，一个穿{0}连衣裙的女人站在城市街道上", "红色 橙色 黄色 绿色 蓝色 紫色 粉色 白色 黑色 棕色 灰色")]
    public void A_dress_has_its_colour(string scene, string words)
    {
        var lights = new Dictionary<NamedColor, double>();
        foreach (var (word, color) in words.Split(' ').Zip(Enum.GetValues<NamedColor>()))
        {
            using var film = new Watched(Said(scene, word));
            var (hue, chroma, luma) = Look(Torso(film));
            var (wanted, _, _) = Look([ClothColors.Of(color)]);
            Print($"{film.Shot.Place} {color}: hue {hue:0} (cloth {wanted:0}), chroma {chroma:0}, luma {luma:0}");
            lights[color] = luma;
            if (color is NamedColor.White or NamedColor.Black or NamedColor.Gray)
            {
                chroma.ShouldBeLessThan(48, $"{color} is a colour");
                continue;
            }

            var apart = Math.Abs(hue - wanted);
            Math.Min(apart, 360 - apart).ShouldBeLessThan(35, $"{color} in {film.Shot.Place}");
            chroma.ShouldBeGreaterThan(20, $"{color} in {film.Shot.Place}");
        }

        lights[NamedColor.White].ShouldBeGreaterThan(lights[NamedColor.Gray] + 25);
        lights[NamedColor.Gray].ShouldBeGreaterThan(lights[NamedColor.Black] + 15);
    }

    [Theory]
    [InlineData("a red balloon over a lake at noon", 1)]
    [InlineData("two red balloons over a lake at noon", 2)]
    [InlineData("three red balloons over a lake at noon", 3)]
    [InlineData("five red balloons over a meadow at noon", 5)]
    [InlineData("正午，一只红色气球飘在草地上空", 1)]
    [InlineData("正午，两只红色气球飘在草地上空", 2)]
    [InlineData("正午的海上有三个红气球", 3)]
    [InlineData("正午，五个红色的气球飘在海上", 5)]
    public void As_many_are_seen_as_are_counted(string prompt, int count)
    {
        using var film = new Watched(prompt, 640, 360);
        var blobs = Blobs.Of(film.Colors(30), 640, Blobs.IsRed, 60).Where(b => b.Y < 0.53).ToList(); // Below are poppies and a roof.
        Print($"{prompt}: {blobs.Count} red things, the lowest at {blobs.Max(b => b.Y):0.00} of the height");
        blobs.Count.ShouldBe(count);
    }

    [Theory]
    [InlineData("a city street at noon, static camera, no people, {0}", "rain", "snow", "clear sky", "no rain")]
    [InlineData("正午的草地，固定镜头，没有人，{0}", "下雨", "下雪", "晴朗", "没有雨")]
    public void Rain_and_snow_are_seen_to_fall(string scene, params string[] weathers)
    {
        double[] busy = [.. weathers.Select(words =>
        {
            using var film = new Watched(Said(scene, words));
            // What changes with the grain alone is taken off.
            var change = film.Luma(40).Change(film.Luma(43), 0.05, 0.6) - 0.34;
            Print($"{film.Shot.Place} {words}: {change:0.00} of luma in 3 frames");
            return change;
        })];
        busy[0].ShouldBeGreaterThan(4 * busy[2]);
        busy[1].ShouldBeGreaterThan(2.5 * busy[2]);
        busy[3].ShouldBeLessThan(busy[1] / 2);
    }

    [Theory]
    [InlineData("a woman walks in the rain with an umbrella", "a woman walks in the rain without an umbrella")]
    [InlineData("雨中行走的女人打着伞", "雨中行走的女人，没有打伞")]
    public void No_umbrella_is_no_umbrella(string with, string without)
    {
        Difference(with, s => s with { Figures = [.. s.Figures.Select(f => f with { Accessories = [] })] }).ShouldBeGreaterThan(0.4);
        Difference(without, s => s with { Figures = [.. s.Figures.Select(f => f with { Accessories = [] })] }).ShouldBe(0);
    }

    [Theory]
    [InlineData("a woman on the beach", "the beach, no people")]
    [InlineData("海边的女人", "海边，没有人")]
    public void No_people_are_no_people(string with, string without)
    {
        Difference(with, s => s with { Figures = [] }).ShouldBeGreaterThan(1);
        Difference(without, s => s with { Figures = [] }).ShouldBe(0);
    }

    [Theory]
    [InlineData("the sea at night, clear sky", "the sea at night, no moon")]
    [InlineData("夜晚的海，晴朗", "夜晚的海，没有月亮")]
    public void No_moon_is_no_moon(string with, string without)
    {
        Difference(with, s => s with { HasMoon = false }).ShouldBeGreaterThan(0.1);
        Difference(without, s => s with { HasMoon = false }).ShouldBe(0);
    }

    [Theory]
    [InlineData("a red balloon on the left over a meadow at noon", "a red balloon on the right over a meadow at noon")]
    [InlineData("正午，左边有一个红气球，草地", "正午，右边有一个红气球，草地")]
    public void Left_is_left_and_right_is_right(string left, string right)
    {
        double l = Red(left).X, r = Red(right).X;
        Print($"{left}: {l:0.00}; right: {r:0.00} of the width");
        l.ShouldBeLessThan(0.42);
        r.ShouldBeGreaterThan(0.58);
    }

    [Theory]
    [InlineData("{0} red balloon over a meadow at noon", "a tiny", "a", "a huge")]
    [InlineData("正午，草地上空有{0}红气球", "一个很小的", "一个", "一个巨大的")]
    public void Tiny_is_smaller_than_usual_and_huge_is_larger(string scene, params string[] sizes)
    {
        double[] pixels = [.. sizes.Select(size => (double)Red(Said(scene, size)).Pixels)];
        Print($"{scene}: {string.Join(", ", pixels)} px of red");
        pixels[1].ShouldBeGreaterThan(1.5 * pixels[0]);
        pixels[2].ShouldBeGreaterThan(1.5 * pixels[1]);
    }

    [Theory]
    [InlineData("a meadow at noon in {0}, no people", "summer", "winter")]
    [InlineData("{0}正午的草地，没有人", "夏天", "冬天")]
    public void Winter_is_white_and_summer_is_green(string scene, string summer, string winter)
    {
        var ((_, green, low), (_, gray, high)) = (Ground(Said(scene, summer)), Ground(Said(scene, winter)));
        Print($"{scene}: ground chroma {green:0} and luma {low:0} in summer, {gray:0} and {high:0} in winter");
        green.ShouldBeGreaterThan(gray * 1.5);
        high.ShouldBeGreaterThan(low + 20);
    }

    private static string Said(string scene, string words) => string.Format(CultureInfo.InvariantCulture, scene, words);

    private static Blobs.Blob Red(string prompt)
    {
        using var film = new Watched(prompt);
        return Blobs.Of(film.Colors(30), film.Stage.Width, Blobs.IsRed, 8).MaxBy(b => b.Pixels);
    }

    private static double Difference(string prompt, Func<ShotPlan, ShotPlan> other)
    {
        var shot = Reading.Shot(prompt);
        using Watched film = new(shot), changed = new(other(shot));
        var difference = film.Luma(30).Change(changed.Luma(30), 0, 1);
        Print($"{prompt}: {difference:0.00} of luma besides");
        return difference;
    }

    private static (double Hue, double Chroma, double Luma) Ground(string prompt)
    {
        using var film = new Watched(prompt);
        var pixels = film.Colors(20);
        return Look(pixels[(int)(0.8 * pixels.Length)..]);
    }

    /// <summary>The middle of the dress, breast to knee.</summary>
    private static SKColor[] Torso(Watched film)
    {
        var standing = film.Standing;
        float metre = standing.PixelsPerMetre, half = 0.07f * metre;
        var pixels = film.Colors(0);
        return [.. from y in Enumerable.Range((int)(standing.Ground.Y - 1.15f * metre), (int)(0.55f * metre))
            from x in Enumerable.Range((int)(standing.Ground.X - half), (int)(2 * half) + 1)
            select pixels[y * film.Stage.Width + x]];
    }

    private static (double Hue, double Chroma, double Luma) Look(IReadOnlyCollection<SKColor> pixels)
    {
        double red = pixels.Average(p => p.Red), green = pixels.Average(p => p.Green), blue = pixels.Average(p => p.Blue);
        double x = red - (green + blue) / 2, y = Math.Sqrt(0.75) * (green - blue);
        return ((Math.Atan2(y, x) * 180 / Math.PI + 360) % 360, Math.Sqrt(x * x + y * y), 0.2126 * red + 0.7152 * green + 0.0722 * blue);
    }
}
