using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Tests.Things;

/// <summary>The data file holds what it promises, and each of its drawings is a drawing.</summary>
public sealed class ThingCatalogTests
{
    private static readonly ThingCatalog Catalog = ThingCatalog.Instance;

    [Fact]
    public void Over_a_thousand_things_can_be_named()
    {
        Catalog.Things.Count.ShouldBeGreaterThan(1000);
        Catalog.Things.Count(t => t.Lives).ShouldBeGreaterThan(200);
        Catalog.Things.Count(t => t.English.Count > 0).ShouldBeGreaterThan(900);
        Catalog.Things.Count(t => t.Chinese.Count > 0).ShouldBeGreaterThan(900);
    }

    [Fact]
    public void A_name_belongs_to_one_thing()
    {
        var names = Catalog.Things.SelectMany(t => t.English.Concat(t.Chinese).Concat(t.Signs)).ToList();
        names.Count.ShouldBeGreaterThan(4000);
        names.Distinct().Count().ShouldBe(names.Count);
        names.ShouldAllBe(name => name.Trim() == name && name.TrimStart('~').Length > 0);
        Catalog.Things.ShouldAllBe(t => t.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
    }

    [Fact]
    public void Every_drawing_is_there_whole_and_no_filled_rectangle()
    {
        var faults = Catalog.Things.Select(t => (t.Id, Fault: Fault(ThingCut.Of(t.Id)))).Where(f => f.Fault is not null).Select(f => $"{f.Id}: {f.Fault}");
        string.Join('\n', faults).ShouldBe("");
    }

    [Fact]
    public void Metres_and_motions_fit_what_they_are_said_of()
    {
        Catalog.Things.ShouldAllBe(t => t.Metres > 0.01f && t.Metres < 120);
        Catalog.Things.Where(t => t.Motion is ThingMotion.Swim or ThingMotion.Leap).ShouldAllBe(t => t.Habitat == Habitat.Water);
        Catalog.Things.Where(t => t.Motion is ThingMotion.Flap or ThingMotion.Flutter or ThingMotion.Soar && t.Habitat == Habitat.Ground).Select(t => t.Id)
            .ShouldBe(Catalog.Things.Where(t => t.Id.Contains("dragon", StringComparison.Ordinal) && t.Motion == ThingMotion.Soar).Select(t => t.Id));
    }

    /// <summary>Each motion keeps what it moves where it is: it neither flies off nor shrinks to nothing.</summary>
    [Fact]
    public void No_motion_loses_what_it_moves()
    {
        foreach (var motion in Enum.GetValues<ThingMotion>())
        {
            var act = ThingAct.Of(motion, isQuadruped: true);
            for (var t = 0f; t < 12; t += 0.07f)
            {
                var body = act.Body(t);
                Math.Abs(body.Dx).ShouldBeLessThan(1.2f, $"{motion} at {t}");
                Math.Abs(body.Dy).ShouldBeLessThan(1.2f, $"{motion} at {t}");
                body.ScaleX.ShouldBeInRange(0.6f, 1.4f, $"{motion} at {t}");
                body.ScaleY.ShouldBeInRange(0.6f, 1.4f, $"{motion} at {t}");
            }
        }
    }

    private static string? Fault(ThingCut cut)
    {
        if (cut.Whole.IsEmpty || cut.Box.Width < 0.03f || cut.Box.Height < 0.03f)
            return "empty";
        if (cut.Box.Left < -0.03f || cut.Box.Top < -0.03f || cut.Box.Right > 1.03f || cut.Box.Bottom > 1.03f)
            return $"outside of its field: {cut.Box}";
        var filled = Filled(cut.Whole, cut.Box);
        if (filled < 0.10f)
            return $"covers only {filled:0.00} of its box";
        // Books, doors and boxes are rectangles, but lines are drawn on them.
        return filled > 0.94f && cut.Share is < 0.02f or > 0.985f ? "a filled rectangle" : null;
    }

    private static float Filled(SKPath path, SKRect box)
    {
        const int side = 96;
        using var bitmap = new SKBitmap(new SKImageInfo(side, side, SKColorType.Alpha8));
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(side / box.Width, side / box.Height);
        canvas.Translate(-box.Left, -box.Top);
        using var paint = new HeldPaint { Color = SKColors.White };
        canvas.DrawPath(path, paint);
        return bitmap.Bytes.Count(b => b > 127) / (float)(side * side);
    }
}
