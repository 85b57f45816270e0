using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A branch of cut leaves (in winter a bare bough under snow) that frames a corner and sways about its foot.</summary>
/// <param name="X">Foot, in shares of the frame.</param>
/// <param name="Y">Foot, in shares of the frame.</param>
/// <param name="Length">Units.</param>
/// <param name="Degrees">Direction it sets out in; 0 is to the right, -90 up.</param>
/// <param name="Bend">Radians it turns along its length.</param>
internal readonly record struct BranchPlace(float X, float Y, float Length, float Degrees, float Bend, int Leaves, bool IsFar = false);

internal static class Branch
{
    /// <summary>Two branches hanging into the upper corners.</summary>
    public static void LayUpperCorners(Studio studio, SKColor color) => Lay(studio, color, 1.25f,
        new BranchPlace(-0.02f, -0.03f, 250, 36, 0.5f, 6),
        new BranchPlace(1.02f, -0.03f, 230, 146, -0.5f, 6));

    public static void Lay(Studio studio, SKColor color, float depth, params ReadOnlySpan<BranchPlace> places)
    {
        foreach (var place in places)
        {
            var own = place.IsFar ? Tint.Mix(color, SKColors.White, 0.08f) : color;
            var foot = new SKPoint(place.X * studio.Width, place.Y * studio.Height);
            var prop = studio.IsWinter
                ? Bough.Cut(place.Degrees, place.Bend, Tint.Mix(own, studio.Air.Cast(0x5A4038), 0.5f), studio.SnowWhite).At(foot, place.Length * studio.Unit)
                : new Prop().Sheet(Outline(studio, place), own, 1.6f, 2.4f);
            var box = prop.Bounds(studio.Unit);
            var cutout = studio.Bake(box, prop.Draw);
            float phase = studio.Between(0, 6), pace = studio.Between(0.8f, 1.3f);
            box.Inflate(10 * studio.Unit, 10 * studio.Unit);
            // They frame the picture, so they stay when the scenery passes.
            studio.InFront.Add(new MovingLayer((canvas, moment) =>
                cutout.DrawTurned(canvas, foot, 1.5f * MathF.Sin(moment.Seconds * pace + phase))) { Depth = depth, Box = box });
        }
    }

    private static SKPath Outline(Studio studio, BranchPlace place)
    {
        var unit = studio.Unit;
        float x = place.X * studio.Width, y = place.Y * studio.Height, angle = place.Degrees * MathF.PI / 180;
        var step = place.Length * unit / place.Leaves;
        var leafLength = place.Length * 0.29f;
        var parts = new List<SKPath>();
        for (var i = 0; i < place.Leaves; i++)
        {
            var (sin, cos) = MathF.SinCos(angle);
            float nextX = x + cos * step, nextY = y + sin * step;
            parts.Add(Knife.Limb(new SKPoint(x, y), new SKPoint(nextX, nextY), 3.4f * unit, 2.6f * unit));
            var length = leafLength * (1 - 0.4f * i / place.Leaves) * unit;
            parts.Add(Leaf.Outline(nextX, nextY, length, angle - 0.85f));
            parts.Add(Leaf.Outline(nextX, nextY, length, angle + 0.85f));
            (x, y) = (nextX, nextY);
            angle += place.Bend / place.Leaves;
        }

        parts.Add(Leaf.Outline(x, y, leafLength * 0.85f * unit, angle));
        return Knife.Joined([.. parts]);
    }
}
