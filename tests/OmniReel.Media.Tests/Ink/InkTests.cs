using OmniReel.Media.Frames;
using OmniReel.Media.Ink;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;
using OmniReel.Media.Tests.Films;
using OmniReel.Testing;
using SkiaSharp;

namespace OmniReel.Media.Tests.Ink;

public sealed class InkTests
{
    [Theory]
    [InlineData("线稿分镜：海边有一个人跳舞", Drawing.Ink)]
    [InlineData("海边有一个人跳舞，分镜稿", Drawing.Ink)]
    [InlineData("素描风格，雪中的森林", Drawing.Ink)]
    [InlineData("水墨线稿，山", Drawing.Ink)]
    [InlineData("手繪風格的海邊", Drawing.Ink)]
    [InlineData("铅笔风格，房间里有一只猫", Drawing.Ink)]
    [InlineData("Ink storyboard: a man walks in the city", Drawing.Ink)]
    [InlineData("a forest in winter, line art", Drawing.Ink)]
    [InlineData("A pencil sketch of a woman dancing by the sea", Drawing.Ink)]
    [InlineData("a woman dances by the sea, sketch style", Drawing.Ink)]
    [InlineData("海边有一个人跳舞", Drawing.Paper)]
    [InlineData("海边有一个人跳舞，不要素描", Drawing.Paper)]
    [InlineData("a woman dances by the sea, not a pencil sketch", Drawing.Paper)]
    [InlineData("分镜一：海边有一个人跳舞", Drawing.Paper)]
    [InlineData("a storyboard of a woman by the sea", Drawing.Paper)]
    [InlineData("桌上有一支铅笔", Drawing.Paper)]
    [InlineData("a pencil on a table", Drawing.Paper)]
    [InlineData("一个女人在公园里画素描", Drawing.Paper)]
    [InlineData("A man sketches in the park", Drawing.Paper)]
    [InlineData("qwertz asdf", Drawing.Paper)]
    public void Style_words_choose_it(string prompt, Drawing drawing) => Read(prompt).Plan.Shots.ShouldAllBe(shot => shot.Drawing == drawing);

    [Fact]
    public void It_changes_nothing_else_of_the_plan_and_leaves_no_word_over()
    {
        var (paper, ink) = (Read("海边有一个穿红裙子的女人跳舞"), Read("线稿：海边有一个穿红裙子的女人跳舞"));
        ink.NotUnderstood.ShouldBe(paper.NotUnderstood);
        var (before, after) = (paper.Plan.Shots.Single(), ink.Plan.Shots.Single());
        (after.Seed, after.Place, after.Time, after.Camera, after.Size).ShouldBe((before.Seed, before.Place, before.Time, before.Camera, before.Size));
        after.Figures.Single().Clothing.ShouldBe(NamedColor.Red);
    }

    [Fact]
    public void Shots_of_one_film_are_of_one_hand_and_a_negative_prompt_denies_it()
    {
        var shots = new[] { new ScriptShot("a beach", 24), new ScriptShot("a forest, ink storyboard", 24) };
        ScriptReader.Read(new ScriptRequest(shots, "", 320, 180)).Plan.Shots.ShouldAllBe(shot => shot.Drawing == Drawing.Ink);
        ScriptReader.Read(new ScriptRequest(shots, "ink storyboard", 320, 180)).Plan.Shots.ShouldAllBe(shot => shot.Drawing == Drawing.Paper);
    }

    [Fact]
    public void It_is_grey_on_warm_paper_and_dark_at_night()
    {
        foreach (var place in Enum.GetValues<Place>())
        {
            using var paper = Frame(RealShots.Of(place) with { Figures = [] });
            using var ink = Frame(RealShots.Of(place) with { Figures = [], Drawing = Drawing.Ink });
            Console.WriteLine($"{place}: mean colourfulness {Colourfulness(paper):0.0} in paper, {Colourfulness(ink):0.0} in ink");
            // The warm paper counts too: a room of lit wood comes to 36, a sea at sunset from 76 to 22.
            Colourfulness(ink).ShouldBeLessThan(Math.Min(38, Colourfulness(paper)));
            var edge = ink.GetPixel(2, 90);
            edge.Red.ShouldBeGreaterThan(edge.Blue);
            edge.Red.ShouldBeGreaterThan((byte)200);
        }

        using var noon = Frame(RealShots.Of(Place.Mountains) with { Time = TimeOfDay.Noon, Drawing = Drawing.Ink });
        using var night = Frame(RealShots.Of(Place.Mountains) with { Time = TimeOfDay.Night, Drawing = Drawing.Ink });
        Console.WriteLine($"brightness: noon {Brightness(noon):0}, night {Brightness(night):0}");
        Brightness(noon).ShouldBeGreaterThan(Brightness(night) + 40);
    }

    [Theory]
    [InlineData(NamedColor.Red, 345, 15)]
    [InlineData(NamedColor.Blue, 205, 240)]
    [InlineData(NamedColor.Yellow, 38, 60)]
    public void A_named_colour_stays_as_a_spot(NamedColor color, float from, float to)
    {
        FigurePlan woman = new() { Person = Person.Woman, Action = FigureAction.Stand };
        var shot = RealShots.Of(Place.Sea) with { Drawing = Drawing.Ink };
        Share(woman with { Clothing = color }).ShouldBeGreaterThan(0.02);
        Share(woman).ShouldBeLessThan(0.004);

        double Share(FigurePlan figure)
        {
            using var frame = Frame(shot with { Figures = [figure] });
            return frame.Pixels.Count(pixel =>
            {
                pixel.ToHsv(out var hue, out var saturation, out _);
                return saturation > 45 && (from < to ? hue >= from && hue <= to : hue >= from || hue <= to);
            }) / (double)frame.Pixels.Length;
        }
    }

    [Fact]
    public async Task It_is_the_same_on_one_and_two_threads()
    {
        using var folder = new TempFolder();
        var plan = new FilmPlan(640, 360, [RealShots.Of(Place.City, 30) with { Drawing = Drawing.Ink }, RealShots.Of(Place.Sea, 20) with { Drawing = Drawing.Ink }]);
        (await RealShots.FilmAsync(plan, 1, folder["one.mp4"])).ShouldBe(await RealShots.FilmAsync(plan, 2, folder["two.mp4"]));
    }

    [Fact]
    public unsafe void A_drawing_stands_for_three_frames_and_then_moves_a_little()
    {
        using var picture = new PixelBlock(320, 180);
        for (var y = 0; y < 180; y++)
        {
            for (var x = 0; x < 320; x++)
                picture.Row(y)[x] = x / 8 % 2 == 0 ? 0xFF000000 : 0xFFFFFFFF;
        }

        using var boil = new Boil(new Stage(320, 180));
        var frames = Enumerable.Range(0, 9).Select(frame => new ReadOnlySpan<uint>(boil.Draw(picture, frame).Row(0), 320 * 180).ToArray()).ToList();
        frames[1].ShouldBe(frames[0]);
        frames[2].ShouldBe(frames[0]);
        frames[3].ShouldNotBe(frames[0]);
        frames[6].ShouldNotBe(frames[3]);
        frames.ShouldAllBe(frame => frame.All(pixel => pixel >> 24 == 0xFF));
    }

    private static ScriptReading Read(string prompt) => ScriptReader.Read(new ScriptRequest([new ScriptShot(prompt, 72)], "", 640, 360));

    private static SKBitmap Frame(ShotPlan shot) => new FilmRenderer(RenderOptions.Default).RenderFrame(new FilmPlan(640, 360, [shot]), 10);

    private static double Colourfulness(SKBitmap picture) =>
        picture.Pixels.Average(p => Math.Max(p.Red, Math.Max(p.Green, p.Blue)) - Math.Min(p.Red, Math.Min(p.Green, p.Blue)));

    private static double Brightness(SKBitmap picture) => picture.Pixels.Average(p => Wash.Luma(p) * 255);
}
