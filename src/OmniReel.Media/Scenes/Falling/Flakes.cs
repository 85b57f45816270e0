using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Falling;

/// <summary>Snow cut of white paper: plain discs and six-armed stars as children fold and cut them.</summary>
internal static class Flakes
{
    /// <summary>A disc.</summary>
    public static Sprite Disc(SheetPainter painter, float radius) => Bake(painter, Knife.Disc(0, 0, radius), radius, 0.45f);

    /// <summary>Six arms with one, two or three pairs of branches, one pair of which is a leaf with a slit.</summary>
    public static Sprite Star(SheetPainter painter, float radius, int pairs)
    {
        var arms = new SKPath[6];
        for (var i = 0; i < arms.Length; i++)
            arms[i] = Arm(radius, pairs).At(SKMatrix.CreateRotationDegrees(60 * i));
        using var hub = Knife.Disc(0, 0, radius * 0.24f);
        using var star = Knife.Joined([hub, .. arms]);
        foreach (var arm in arms)
            arm.Dispose();
        using var hole = Knife.Disc(0, 0, radius * 0.09f);
        using var cut = star.Less(hole);
        return Bake(painter, cut, radius, 0.6f);
    }

    /// <summary>One arm, pointing up.</summary>
    private static SKPath Arm(float radius, int pairs)
    {
        var parts = new List<SKPath> { Knife.Limb(new SKPoint(0, 0), new SKPoint(0, -radius * 0.92f), radius * 0.065f, radius * 0.05f) };
        for (var i = 0; i < pairs; i++)
        {
            var foot = new SKPoint(0, -radius * (0.42f + 0.24f * i));
            var reach = radius * (0.34f - 0.09f * i);
            foreach (var side in new[] { -1, 1 })
                parts.Add(Knife.Limb(foot, new SKPoint(side * reach * 0.80f, foot.Y - reach * 0.62f), radius * 0.055f, radius * 0.045f));
        }

        var arm = Knife.Joined([.. parts]);
        parts.ForEach(p => p.Dispose());
        return arm;
    }

    /// <summary>Cut and lit where snow is mostly seen: in the sky, away from the sun.</summary>
    private static Sprite Bake(SheetPainter painter, SKPath path, float radius, float lift)
    {
        var stage = painter.Stage;
        var x = painter.Light.Sun.X > stage.Width * 0.5f ? stage.Width * 0.28f : stage.Width * 0.72f;
        var where = SKMatrix.CreateTranslation(x, stage.Height * 0.3f);
        var size = radius + 14 * lift * stage.Unit;
        using var lying = path.At(where);
        return Sprite.Bake(stage, new SKRect(-size, -size, size, size), canvas =>
        {
            canvas.Translate(-x, -stage.Height * 0.3f);
            painter.Sheet(canvas, lying, new SKColor(0xFF, 0xFF, 0xFF), lift, rim: 0);
        });
    }
}
