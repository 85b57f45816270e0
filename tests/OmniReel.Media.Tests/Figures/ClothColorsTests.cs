using OmniReel.Media.Figures;
using OmniReel.Media.Figures.Pieces;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Tests.Figures;

public sealed class ClothColorsTests
{
    public static TheoryData<NamedColor> Names => [.. Enum.GetValues<NamedColor>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_named_colour_keeps_its_hue_in_the_light(NamedColor name)
    {
        var cloth = ClothColors.Of(name);
        var seen = MeanOfCloth(cloth);
        cloth.ToHsv(out var hue, out var saturation, out _);
        seen.ToHsv(out var seenHue, out var seenSaturation, out var seenValue);
        switch (name)
        {
            case NamedColor.White:
                seenSaturation.ShouldBeLessThan(22);
                seenValue.ShouldBeGreaterThan(80);
                break;
            case NamedColor.Black:
                seenValue.ShouldBeLessThan(38);
                break;
            case NamedColor.Gray:
                seenSaturation.ShouldBeLessThan(22);
                seenValue.ShouldBeInRange(40, 75);
                break;
            default:
                var gap = MathF.Abs(hue - seenHue);
                Math.Min(gap, 360 - gap).ShouldBeLessThan(11);
                seenSaturation.ShouldBeGreaterThan(saturation * 0.62f);
                break;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: hue {hue:0} seen {seenHue:0}, saturation {saturation:0} seen {seenSaturation:0}, value {seenValue:0}");
    }

    [Fact]
    public void Figures_without_named_colours_differ()
    {
        var hues = Enumerable.Range(0, 3).Select(i => ClothColors.Unnamed(TestStages.Palette, i)).ToList();
        hues.Distinct().Count().ShouldBe(3);
    }

    /// <summary>Mean of the opaque pixels of a cloth sheet as a figure wears it: lit, with fibres, rim and lip.</summary>
    private static SKColor MeanOfCloth(SKColor cloth)
    {
        var stage = TestStages.Wide;
        var scene = TestStages.Scene(stage);
        var motion = Repertoire.Of(new FigurePlan { Action = FigureAction.Stand }, Build.Woman, default, 0);
        var dyes = new Dyes(scene.Figures, cloth, scene.Figures.Accent, new FigurePlan());
        var performance = new Performance(motion, new Skeleton(Build.Woman, 0), scene.Standings[0], new SheetPainter(stage, scene.Light), dyes);
        var sheet = new Cut(Knife.Box(-0.12f, -0.48f, 0.12f, -0.08f), Dye.Cloth);
        var piece = new PartPiece(performance, new Cutter(performance), new Part(Bone.Trunk, sheet), 5);
        using var bitmap = new SKBitmap(new SKImageInfo(stage.Width, stage.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
            piece.Draw(canvas, 0, performance.At(0));
        var opaque = bitmap.Pixels.Where(p => p.Alpha == 255).ToList();
        opaque.Count.ShouldBeGreaterThan(2000);
        return new SKColor((byte)opaque.Average(p => p.Red), (byte)opaque.Average(p => p.Green), (byte)opaque.Average(p => p.Blue));
    }
}
