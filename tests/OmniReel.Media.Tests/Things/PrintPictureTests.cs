using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;
using SkiaSharp;

namespace OmniReel.Media.Tests.Things;

/// <summary>Pictures in scenes, told by their pixels.</summary>
public sealed class PrintPictureTests
{
    private const string Walk = "<<<image_1>>> stands by the sea at noon, static camera";

    [Fact]
    public void A_figure_with_alpha_is_cut_out_and_stands_on_the_ground_in_every_shape()
    {
        foreach (var (width, height) in new[] { (640, 360), (360, 640), (480, 480) })
        {
            using var frame = Frame(Walk, PrintPictures.Figure("image_1"), width, height);
            var box = Box(frame, IsBody);
            Console.WriteLine($"{width}x{height}: subject {box}");
            (box.Height / (double)height).ShouldBeInRange(0.35, 0.85);
            (box.Bottom / (double)height).ShouldBeInRange(0.80, 0.99);
            (box.Width / (double)box.Height).ShouldBe(140 / 400.0, 0.06, "it is not distorted");
            Share(frame, box, IsBody).ShouldBeGreaterThan(0.70);
        }
    }

    [Fact]
    public void A_plain_ground_goes_and_a_photograph_keeps_all_of_itself_in_a_white_border()
    {
        using var cut = Frame(Walk, PrintPictures.OnGround("image_1"));
        Count(cut, IsBody).ShouldBeGreaterThan(4000);
        Count(cut, IsGround).ShouldBeLessThan(20);

        var plan = Plan(Walk, PrintPictures.Photograph("image_1"), 640, 360);
        using var sheet = Draw(plan, 24);
        using var without = Draw(plan with { Shots = [plan.Shots[0] with { Things = [] }] }, 24);
        var changed = Box(sheet, (x, y, c) => Far(c, without.GetPixel(x, y)));
        var border = Enumerable.Range(changed.Left, changed.Width).Count(x => IsPaper(sheet.GetPixel(x, changed.Top + changed.Height / 25 + 4))) / (double)changed.Width;
        Console.WriteLine($"sheet {changed}, border {border:0.00}");
        border.ShouldBeGreaterThan(0.5, "a white border runs along the upper edge");
        (changed.Width / (double)changed.Height).ShouldBe(480 / 360.0, 0.15);
    }

    [Fact]
    public void A_backdrop_fills_the_frame_behind_the_figures_and_a_subject_goes_its_way()
    {
        var green = Plain("image_1", PrintPictures.Ground);
        using var frame = Frame("a woman in a red dress stands, with <<<image_1>>> as the background, noon, static camera", green);
        var share = Count(frame, IsGreenish) / (640.0 * 360);
        Console.WriteLine($"backdrop seen on {share:0.000} of the frame");
        share.ShouldBeInRange(0.60, 0.97);
        foreach (var (x, y) in new[] { (3, 3), (636, 3), (3, 356), (636, 356) })
            IsGreenish(frame.GetPixel(x, y)).ShouldBeTrue();

        var plan = Plan("<<<image_1>>> walks by the sea at noon, static camera", PrintPictures.Figure("image_1"), 640, 360);
        using var first = Draw(plan, 0);
        using var last = Draw(plan, 47);
        Math.Abs(Box(last, IsBody).MidX - Box(first, IsBody).MidX).ShouldBeGreaterThan(40);
        var still = Plan(Walk, PrintPictures.Figure("image_1"), 640, 360);
        using var before = Draw(still, 0);
        using var after = Draw(still, 47);
        Math.Abs(Box(after, IsBody).MidX - Box(before, IsBody).MidX).ShouldBeLessThan(8, "who stands stays");
    }

    [Fact]
    public void Seven_pictures_all_find_room_and_the_bytes_are_the_same_on_any_number_of_threads()
    {
        var pictures = Enumerable.Range(1, 7).Select(i => PrintPictures.Figure($"image_{i}")).ToList();
        var prompt = string.Join(", ", pictures.Select(p => $"<<<{p.Name}>>>")) + " by the sea at noon, static camera";
        var plan = PrintCasting.Join(Read(prompt, pictures, 640, 360), pictures);
        plan.Shots[0].Things.Count.ShouldBe(7);
        using var one = Draw(plan, 20, 1);
        using var two = Draw(plan, 20, 2);
        one.Bytes.SequenceEqual(two.Bytes).ShouldBeTrue();
        Count(one, IsBody).ShouldBeGreaterThan(7 * 1000);
        var box = Box(one, IsBody);
        (box.Left > 2 && box.Right < 638).ShouldBeTrue();
    }

    private static GivenPicture Plain(string name, SKColor color)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(400, 400, SKColorType.Bgra8888, SKAlphaType.Premul));
        bitmap.Erase(color);
        return new GivenPicture(name, 400, 400, bitmap.Bytes);
    }

    private static FilmPlan Read(string prompt, IReadOnlyList<GivenPicture> pictures, int width, int height) => ScriptReader.Read(
        new ScriptRequest([new ScriptShot(prompt, 48)], "", width, height) { Pictures = pictures.Select(p => p.Name).ToHashSet() }).Plan;

    private static FilmPlan Plan(string prompt, GivenPicture? picture, int width, int height)
    {
        GivenPicture[] pictures = picture is null ? [] : [picture];
        return PrintCasting.Join(Read(prompt, pictures, width, height), pictures);
    }

    private static SKBitmap Frame(string prompt, GivenPicture? picture, int width = 640, int height = 360) => Draw(Plan(prompt, picture, width, height), 24);

    private static SKBitmap Draw(FilmPlan plan, int frame, int threads = 2) => new FilmRenderer(new RenderOptions(threads)).RenderFrame(plan, frame);

    private static bool IsBody(SKColor c) => c.Red > 130 && c.Blue > 90 && c.Green < 0.55 * c.Red && c.Green < 0.75 * c.Blue;

    private static bool IsGround(SKColor c) => c.Green > 140 && c.Green > 1.5 * c.Red && c.Green > 1.5 * c.Blue;

    private static bool IsGreenish(SKColor c) => c.Green > c.Red + 15 && c.Green > c.Blue + 15;

    private static bool IsPaper(SKColor c) => Math.Min(c.Red, Math.Min(c.Green, c.Blue)) > 150 && Math.Max(c.Red, Math.Max(c.Green, c.Blue)) - Math.Min(c.Red, Math.Min(c.Green, c.Blue)) < 60;

    private static bool Far(SKColor a, SKColor b) => Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue) > 70;

    private static int Count(SKBitmap frame, Func<SKColor, bool> holds) => frame.Pixels.Count(holds);

    private static double Share(SKBitmap frame, SKRectI box, Func<SKColor, bool> holds)
    {
        var seen = 0;
        for (var y = box.Top; y < box.Bottom; y++)
        {
            for (var x = box.Left; x < box.Right; x++)
                seen += holds(frame.GetPixel(x, y)) ? 1 : 0;
        }

        return seen / ((double)box.Width * box.Height);
    }

    private static SKRectI Box(SKBitmap frame, Func<SKColor, bool> holds) => Box(frame, (_, _, c) => holds(c));

    /// <summary>Without the last percent of points on each side: a speck is no subject.</summary>
    private static SKRectI Box(SKBitmap frame, Func<int, int, SKColor, bool> holds)
    {
        var (xs, ys) = (new List<int>(), new List<int>());
        for (var y = 0; y < frame.Height; y++)
        {
            for (var x = 0; x < frame.Width; x++)
            {
                if (!holds(x, y, frame.GetPixel(x, y)))
                    continue;
                xs.Add(x);
                ys.Add(y);
            }
        }

        xs.Sort();
        ys.Sort();
        int Cut(List<int> all, double share) => all[(int)((all.Count - 1) * share)];
        return new SKRectI(Cut(xs, 0.005), Cut(ys, 0.005), Cut(xs, 0.995) + 1, Cut(ys, 0.995) + 1);
    }
}
