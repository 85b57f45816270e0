using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>What a puppet covers in a pose, in its own measures.</summary>
internal static class RigBox
{
    public static SKRect Of(IReadOnlyList<RigItem> items, RigPose pose)
    {
        var box = SKRect.Empty;
        foreach (var item in items)
        {
            var placed = pose[item.Bone];
            var (sin, cos) = MathF.SinCos(placed.Angle);
            var matrix = new SKMatrix(cos, -sin, placed.Root.X, sin, cos, placed.Root.Y, 0, 0, 1);
            var own = item is RigStrip strip ? Along(strip, matrix) : matrix.MapRect(item.Sheets[0].Outline.TightBounds);
            if (item is not RigStrip)
            {
                using var path = Held.Path(item.Sheets[0].Outline);
                path.Transform(matrix);
                own = path.TightBounds;
            }

            box = box.IsEmpty ? own : SKRect.Union(box, own);
        }

        return box;
    }

    private static SKRect Along(RigStrip strip, SKMatrix matrix)
    {
        var at = new SKPoint(strip.Offset.X, strip.Offset.Y);
        var box = SKRect.Empty;
        for (var i = 0; i <= 10; i++)
        {
            var p = matrix.MapPoint(at);
            var point = new SKRect(p.X - 0.02f, p.Y - 0.02f, p.X + 0.02f, p.Y + 0.02f);
            box = box.IsEmpty ? point : SKRect.Union(box, point);
            var (sin, cos) = MathF.SinCos(strip.Turn(i / 10f, default));
            at += new SKPoint(cos * strip.Length / 10, sin * strip.Length / 10);
        }

        return box;
    }
}
