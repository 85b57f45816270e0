using System.Globalization;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Tests.Script;
using SkiaSharp;

namespace OmniReel.Media.Tests.Obedience;

/// <summary>What places and seasons look like, measured on rendered frames of both languages' prompts.</summary>
public sealed class PlaceObedienceTests
{
    private static void Print(FormattableString line) => TestContext.Current.TestOutputHelper!.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("underwater at noon, no people", "a meadow at noon, no people")]
    [InlineData("中午的海底，没有人", "中午的沙漠，没有人")]
    public void Under_water_all_is_blue_green(string prompt, string control)
    {
        var (water, other) = (Mean(prompt, 0, 0.8), Mean(control, 0.4, 0.8));
        Print($"{prompt}: {Text(water)}; {control}: {Text(other)}");
        Hue(water).ShouldBeInRange(165, 215);
        (Math.Min(water.Green, water.Blue) - water.Red).ShouldBeGreaterThan(40);
        Hue(other).ShouldNotBeInRange(165, 215);
    }

    [Theory]
    [InlineData("a desert at {0}, no people", "noon", "sunset", "sunrise")]
    [InlineData("{0}的沙漠，没有人", "中午", "日落", "日出")]
    public void A_desert_is_warm_and_nothing_in_it_is_green(string scene, params string[] times)
    {
        foreach (var time in times)
        {
            var prompt = string.Format(CultureInfo.InvariantCulture, scene, time);
            var land = Pixels(prompt, 0.66, 1);
            var (mean, green) = (Mean(land), land.Count(IsGreen) / (double)land.Length);
            Print($"{prompt}: land {Text(mean)}, green {green:0.000}");
            (mean.Red - mean.Blue).ShouldBeGreaterThan(25);
            green.ShouldBeLessThan(0.005);
        }

        var meadow = Pixels("a meadow at noon, no people", 0.66, 1);
        (meadow.Count(IsGreen) / (double)meadow.Length).ShouldBeGreaterThan(0.5);
    }

    [Theory]
    [InlineData("a meadow at noon in {0}, no people", "autumn", "summer", "spring")]
    [InlineData("{0}正午的森林，没有人", "秋天", "夏天", "春天")]
    public void Autumn_is_gold_and_rust_where_summer_and_spring_are_green(string scene, string autumn, string summer, string spring)
    {
        double Of(string season) => Hue(Mean(string.Format(CultureInfo.InvariantCulture, scene, season), 0.62, 1));
        double gold = Of(autumn), green = Of(summer), fresh = Of(spring);
        Print($"{scene}: hue {gold:0} in autumn, {green:0} in summer, {fresh:0} in spring");
        gold.ShouldBeInRange(10, 55);
        green.ShouldBeInRange(70, 170);
        fresh.ShouldBeInRange(70, 170);
    }

    [Theory]
    [InlineData("a forest at noon in {0}, no people", "spring", "summer")]
    [InlineData("{0}中午的草地，没有人", "春天", "夏天")]
    public void Trees_blossom_in_spring(string scene, string spring, string summer)
    {
        double Pink(string season) => Pixels(string.Format(CultureInfo.InvariantCulture, scene, season), 0, 0.6) is var all ? all.Count(IsPink) / (double)all.Length : 0;
        double blossom = Pink(spring), none = Pink(summer);
        Print($"{scene}: {blossom:0.000} pink in spring, {none:0.000} in summer");
        blossom.ShouldBeGreaterThan(0.03);
        none.ShouldBeLessThan(0.01);
    }

    [Theory]
    [InlineData("the moon surface at {0}, no people", "noon", "night")]
    [InlineData("{0}的月球表面，没有人", "中午", "夜晚")]
    public void The_sky_of_the_moon_is_dark_by_day_and_its_ground_is_not(string scene, string noon, string night)
    {
        double Luma(string time, double top, double bottom) => Mean(string.Format(CultureInfo.InvariantCulture, scene, time), top, bottom) is var c ? 0.2126 * c.Red + 0.7152 * c.Green + 0.0722 * c.Blue : 0;
        double sky = Luma(noon, 0, 0.25), day = Luma(noon, 0.72, 0.95), dark = Luma(night, 0.72, 0.95);
        Print($"{scene}: sky {sky:0} at noon, ground {day:0} at noon and {dark:0} at night");
        sky.ShouldBeLessThan(100);
        day.ShouldBeGreaterThan(150);
        day.ShouldBeGreaterThan(dark + 40);
    }

    [Theory]
    [InlineData("a city street at noon, static camera, no people{0}", ", falling leaves", ", falling petals", ", confetti", ", blowing dust", "")]
    [InlineData("中午的公园，固定镜头，没有人{0}", "，落叶纷飞", "，花瓣飘落", "，彩纸屑", "，尘土飞扬", "，没有落叶")]
    public void What_drifts_is_seen_to_move(string scene, params string[] words)
    {
        double[] busy = [.. words.Select(said =>
        {
            using var film = new Watched(string.Format(CultureInfo.InvariantCulture, scene, said));
            // What changes with the grain alone is taken off.
            var change = film.Luma(40).Change(film.Luma(43), 0.05, 0.6) - 0.34;
            Print($"{film.Shot.Place} {film.Shot.Aloft}: {change:0.00} of luma in 3 frames");
            return change;
        })];
        foreach (var change in busy[..^1])
            change.ShouldBeGreaterThan(1.4 * busy[^1]);
    }

    [Theory]
    [InlineData("three red fish swim under the sea at noon", 3)]
    [InlineData("中午的海底，两条红色的鱼在游", 2)]
    public void Fish_swim_in_the_water_and_as_many_as_are_counted(string prompt, int count)
    {
        using var film = new Watched(prompt, 640, 360);
        var blobs = Blobs.Of(film.Colors(30), 640, Blobs.IsRed, 400).Where(b => b.Y < 0.62).ToList(); // Below are corals.
        Print($"{prompt}: {string.Join(", ", blobs.Select(b => $"{b.Pixels} px at {b.Y:0.00}"))}");
        blobs.Count.ShouldBe(count);
    }

    [Theory]
    [InlineData(Place.Desert)]
    [InlineData(Place.Underwater)]
    [InlineData(Place.Moon)]
    [InlineData(Place.Mars)]
    [InlineData(Place.Space)]
    [InlineData(Place.Theatre)]
    [InlineData(Place.Church)]
    public void One_thread_and_two_give_the_same_bytes(Place place)
    {
        var shot = new ShotPlan { Frames = 48, Place = place, Season = Season.Autumn, Aloft = Aloft.Leaves, Figures = [new FigurePlan { Action = FigureAction.Walk }], Seed = 11 };
        using var painter = new FramePainter(new Stage(320, 180));
        byte[] At(int threads)
        {
            var frame = new I420Frame(320, 180);
            painter.Paint(BakedShot.Bake(shot, new Stage(320, 180), ShotStaging.Compose, threads), new Moment(24, 48), 24, frame);
            return [.. frame.Bytes];
        }

        At(2).ShouldBe(At(1));
    }

    private static SKColor[] Pixels(string prompt, double top, double bottom)
    {
        using var film = new Watched(prompt);
        var pixels = film.Colors(20);
        return pixels[(int)(top * film.Stage.Height * film.Stage.Width)..(int)(bottom * film.Stage.Height * film.Stage.Width)];
    }

    private static SKColor Mean(string prompt, double top, double bottom) => Mean(Pixels(prompt, top, bottom));

    private static SKColor Mean(SKColor[] pixels) => new((byte)pixels.Average(p => p.Red), (byte)pixels.Average(p => p.Green), (byte)pixels.Average(p => p.Blue));

    private static double Hue(SKColor color)
    {
        color.ToHsv(out var hue, out _, out _);
        return hue;
    }

    private static bool IsGreen(SKColor c) => c.Green > c.Red + 12 && c.Green > c.Blue + 12;

    private static bool IsPink(SKColor c) => c.Red > 150 && c.Red > c.Green + 28 && c.Blue > c.Green + 4;

    private static string Text(SKColor c) => $"{c.Red} {c.Green} {c.Blue}";
}
