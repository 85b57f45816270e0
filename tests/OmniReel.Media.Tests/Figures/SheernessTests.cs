using System.Numerics;
using OmniReel.Media.Figures;
using OmniReel.Media.Figures.Bodies;
using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Frames;
using OmniReel.Media.Ink;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Testing;
using SkiaSharp;

namespace OmniReel.Media.Tests.Figures;

/// <summary>Puppets before a lamp: cloth is darker where two gores overlap and glows toward the light; bodies hide what is behind them.</summary>
public sealed unsafe class SheernessTests
{
    private static readonly SKColor Sky = new(196, 216, 236);

    [Theory]
    [InlineData(Person.Man)]
    [InlineData(Person.Child)]
    public void A_knee_is_no_lens(Person person)
    {
        var plan = new FigurePlan { Person = person, Action = FigureAction.Stand, Pieces = new PieceColors { Trousers = NamedColor.Red } };
        var (performance, puppet) = Cut(plan, build => Limbs.Leg(build, near: true, new Hose(Dye.Trousers, Dye.TrousersDeep, Dye.Shoes, Boots: true)));
        var build = performance.Build;
        var stance = performance.At(0);
        // Beside the brad, within the ends of both sheets.
        var beside = 0.72f * 0.68f * build.ThighRadius;
        using var piled = Framed(puppet);
        using var plain = TestStages.Draw([puppet], TestStages.Wide, 0);
        var at = performance.ToStage(stance[Bone.NearShin].At(-beside, 0));
        var (seen, hidden) = (new SKColor(piled.Row((int)at.Y)[(int)at.X]), plain.GetPixel((int)at.X, (int)at.Y));
        Math.Abs(Luma(seen) - Luma(hidden)).ShouldBeLessThan(3, $"the knee is {seen}, where sheets hide each other {hidden}");
    }

    /// <summary>Holes of clothes show their lining: what stands behind a figure is not seen through its breast.</summary>
    [Theory]
    [InlineData(0.012f, -0.265f)]
    [InlineData(0.016f, -0.405f)]
    [InlineData(0.046f, -0.417f)]
    public void Nobody_is_seen_through(float x, float y)
    {
        var plan = new FigurePlan { Person = Person.Woman, Action = FigureAction.Stand, Garment = Garment.Dress };
        var (performance, puppet) = Cut(plan, build => [Dress.Outfit(build).Trunk]);
        using var drawn = TestStages.Draw([puppet], TestStages.Wide, 0);
        var at = performance.ToStage(performance.At(0)[Bone.Trunk].At(x, y));
        drawn.GetPixel((int)at.X, (int)at.Y).Alpha.ShouldBe((byte)255);
    }

    [Fact]
    public void Overlaps_are_only_ever_darker_and_no_face_changes()
    {
        var plan = new FigurePlan { Person = Person.Woman, Action = FigureAction.Dance, Garment = Garment.Dress, Clothing = NamedColor.Yellow };
        var (performance, puppet) = Cut(plan, build => Wardrobe.For(plan, TestStages.Shot(plan), build, TestStages.Wide, 1).Items(build));
        using var piled = Framed(puppet);
        using var bitmap = new SKBitmap(new SKImageInfo(1280, 720, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(Sky);
        puppet.Draw(canvas, new Moment(0, 121));
        int darker = 0, lighter = 0, changed = 0, drawn = 0;
        var chin = (int)(performance.ToStage(performance.At(0)[Bone.Head].Root).Y - 0.06f * performance.PixelsPerMetre);
        for (var y = 0; y < 720; y++)
        {
            for (var x = 0; x < 1280; x++)
            {
                SKColor a = new(piled.Row(y)[x]), b = bitmap.GetPixel(x, y);
                // Skia measures positions more coarsely: on edges both differ either way.
                var difference = Luma(a) - Luma(b);
                darker += difference < -14 ? 1 : 0;
                lighter += difference > 14 ? 1 : 0;
                changed += y < chin && Math.Abs(difference) > 14 ? 1 : 0;
                drawn += b == Sky ? 0 : 1;
            }
        }

        darker.ShouldBeGreaterThan(drawn / 32);
        lighter.ShouldBeLessThan(darker / 10);
        changed.ShouldBeLessThan(40);
        TestContext.Current.TestOutputHelper?.WriteLine($"{drawn} pixels drawn, {darker} darker, {lighter} lighter, of the face {changed} other");
    }

    public static TheoryData<Person> Dancers => [Person.Woman, Person.Child];

    [Theory]
    [MemberData(nameof(Dancers))]
    public void Gores_of_a_dress_overlap_in_every_frame_of_a_dance(Person person)
    {
        var plan = new FigurePlan { Person = person, Action = FigureAction.Dance, Garment = Garment.Dress };
        var (performance, _) = Cut(plan, _ => []);
        foreach (var skirt in Wardrobe.For(plan, TestStages.Shot(plan), performance.Build, TestStages.Wide, 1).Items(performance.Build).OfType<SkirtCut>())
        {
            // A petticoat fades out upward, where another skirt is.
            var puppet = new Puppet(performance, [skirt with { From = 0 }], 5, 0) { Depth = 1 };
            // The short form takes fewer, at a stride that meets every phase of the dance.
            for (var frame = 0; frame < 121; frame += Checkout.LongCounts ? 2 : 7)
            {
                using var drawn = TestStages.Draw([puppet], TestStages.Wide, frame);
                var outside = Outside(drawn);
                var stance = performance.At(frame / Repertory.FrameRate);
                var root = performance.ToStage(stance.Turned(stance[Bone.Trunk].At(0, -skirt.Waist)));
                var radius = 0.80f * skirt.Length * performance.PixelsPerMetre;
                // Holes are closed all round; a gap between gores is open to the hem.
                var arc = Enumerable.Range(-115, 231).Select(degrees => outside[Index(root + Vector2.Transform(new Vector2(0, radius), Matrix3x2.CreateRotation(degrees * MathF.PI / 180)))]).ToList();
                var covered = arc.LastIndexOf(false) - arc.IndexOf(false);
                covered.ShouldBeGreaterThan(12, $"frame {frame}");
                arc.Skip(arc.IndexOf(false)).Take(covered).ShouldAllBe(isOutside => !isOutside, $"frame {frame}: a gap in the skirt");
            }
        }
    }

    [Theory]
    [InlineData(0xE8263C)]
    [InlineData(0x2466E0)]
    [InlineData(0x2BA64F)]
    public void Cloth_is_brighter_and_more_colourful_toward_the_light_than_paper_and_keeps_its_hue(uint rgb)
    {
        var painter = new SheetPainter(TestStages.Wide, TestStages.Sunset(TestStages.Wide));
        var color = Tint.Hex(rgb);
        SKColor paper = Painted(painter, color, thin: false, 300), near = Painted(painter, color, thin: true, 300), far = Painted(painter, color, thin: true, 800);
        (Luma(near) - Luma(far)).ShouldBeGreaterThan(6);
        Chroma(near).ShouldBeGreaterThan(Chroma(paper));
        Value(near).ShouldBeGreaterThan(Value(paper));
        color.ToHsv(out var wanted, out _, out _);
        near.ToHsv(out var hue, out _, out _);
        Math.Min(Math.Abs(hue - wanted), 360 - Math.Abs(hue - wanted)).ShouldBeLessThan(14);
    }

    [Fact]
    public void Light_stands_around_cloth_near_the_sun_only_and_in_no_ink()
    {
        var light = TestStages.Sunset(TestStages.Wide);
        var painter = new SheetPainter(TestStages.Wide, light);
        byte Alpha(float away) => painter.Bloom(SKColors.Red, light.Sun + new SKPoint(-away, 0)).Alpha;
        Alpha(80).ShouldBeGreaterThan((byte)120);
        Alpha(400).ShouldBeLessThan(Alpha(200));
        Alpha(760).ShouldBe((byte)0);
        new SheetPainter(TestStages.Wide, light with { Ink = Inking.Subject }).Bloom(SKColors.Red, light.Sun).Alpha.ShouldBe((byte)0);
    }

    [Fact]
    public void Ink_knows_no_thin_sheets()
    {
        var painter = new SheetPainter(TestStages.Wide, TestStages.Sunset(TestStages.Wide) with { Ink = Inking.Subject });
        Painted(painter, SKColors.Red, thin: true, 200).ShouldBe(Painted(painter, SKColors.Red, thin: false, 200));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ink_is_no_pile(bool ink)
    {
        var plan = new FigurePlan { Person = Person.Woman, Action = FigureAction.Dance };
        var (performance, puppet) = Cut(plan, build => Wardrobe.For(plan, TestStages.Shot(plan), build, TestStages.Wide, 1).Items(build), ink);
        using var pixels = new PixelBlock(1280, 720);
        using var canvas = new FrameCanvas(pixels);
        puppet.Draw(canvas, new Moment(0, 121));
        // A pile leaves its whole box opaque, also where nothing is drawn above the hands.
        var at = performance.ToStage(performance.At(0)[Bone.NearHand].Root);
        var box = Enumerable.Range(0, 720).Where(y => Enumerable.Range(0, 1280).Any(x => pixels.Row(y)[x] >> 24 != 0)).ToList();
        var alphas = Enumerable.Range(0, 1280).Select(x => (int)(pixels.Row((box[0] + (int)at.Y) / 2)[x] >> 24)).ToList();
        var (first, last) = (alphas.FindIndex(a => a != 0), alphas.FindLastIndex(a => a != 0));
        alphas.Skip(first).Take(last - first + 1).All(alpha => alpha == 255).ShouldBe(!ink);
    }

    private static (Performance Performance, Puppet Puppet) Cut(FigurePlan plan, Func<Build, IEnumerable<IItem>> items, bool ink = false)
    {
        var stage = TestStages.Wide;
        var build = Build.Of(plan.Person);
        var motion = Repertoire.Of(plan, build, default, 0);
        var dyes = new Dyes(TestStages.Palette, ClothColors.Of(plan.Clothing ?? NamedColor.Red), TestStages.Palette.Accent, plan);
        var performance = new Performance(motion, new Skeleton(build, motion.Axis), TestStages.Scene(stage).Standings[0], new SheetPainter(stage, TestStages.Sunset(stage) with { Ink = ink ? Inking.Subject : null }), dyes);
        return (performance, new Puppet(performance, [.. items(build)], 5, 0) { Depth = 1 });
    }

    private static PixelBlock Framed(Puppet puppet)
    {
        var pixels = new PixelBlock(1280, 720);
        using var canvas = new FrameCanvas(pixels);
        canvas.Clear(Sky);
        puppet.Draw(canvas, new Moment(0, 121));
        return pixels;
    }

    /// <summary>The pixels that can be reached from the frame's edge without crossing a sheet.</summary>
    private static bool[] Outside(SKBitmap drawn)
    {
        var alpha = drawn.GetPixelSpan();
        var outside = new bool[drawn.Width * drawn.Height];
        var open = new Stack<int>([0]);
        outside[0] = true;
        while (open.TryPop(out var at))
        {
            int x = at % drawn.Width, y = at / drawn.Width;
            foreach (var (dx, dy) in ((int, int)[])[(1, 0), (-1, 0), (0, 1), (0, -1)])
            {
                var next = (y + dy) * drawn.Width + x + dx;
                if (x + dx < 0 || x + dx >= drawn.Width || y + dy < 0 || y + dy >= drawn.Height || outside[next] || alpha[4 * next + 3] > 200)
                    continue;
                outside[next] = true;
                open.Push(next);
            }
        }

        return outside;
    }

    private static int Index(Vector2 at) => (int)at.Y * 1280 + (int)at.X;

    private static SKColor Painted(SheetPainter painter, SKColor color, bool thin, int away)
    {
        using var bitmap = new SKBitmap(1280, 720);
        using var canvas = new SKCanvas(bitmap);
        using var path = Knife.Disc(painter.Light.Sun.X - away, painter.Light.Sun.Y, 30);
        painter.Sheet(canvas, path, color, 0, 0, thin);
        var pixels = (from dx in Enumerable.Range(-9, 19) from dy in Enumerable.Range(-9, 19) select bitmap.GetPixel((int)painter.Light.Sun.X - away + dx, (int)painter.Light.Sun.Y + dy)).ToList();
        return new SKColor((byte)pixels.Average(c => c.Red), (byte)pixels.Average(c => c.Green), (byte)pixels.Average(c => c.Blue));
    }

    private static double Luma(SKColor c) => 0.2126 * c.Red + 0.7152 * c.Green + 0.0722 * c.Blue;

    private static int Chroma(SKColor c) => Math.Max(c.Red, Math.Max(c.Green, c.Blue)) - Math.Min(c.Red, Math.Min(c.Green, c.Blue));

    private static float Value(SKColor color)
    {
        color.ToHsv(out _, out _, out var value);
        return value;
    }
}
