using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Things;

/// <summary>Eyes of the animals: an almond with a glint, or the arc of a closed lid. Of paper, so that no sky shines through a head.</summary>
internal static class RigEyes
{
    /// <summary>Those of one line of <c>rig-shapes.txt</c>; none for most.</summary>
    public static IEnumerable<RigShape> Of(string[] fields, SKMatrix matrix, bool asleep)
    {
        var fur = fields[1] is "dark" or "line" or "mane" ? Fur.EyeOnDark : fields[1] == "pale" ? Fur.Line : Fur.Eye;
        foreach (var field in fields[3..].Where(f => f.StartsWith("e:", StringComparison.Ordinal)))
        {
            var n = RigShapes.Numbers(field);
            float x = n[0], y = -n[1], radius = n[2], degrees = -n[3];
            if (asleep)
            {
                yield return new RigShape(Knife.Crescent(x, y - 0.1f * radius, 1.25f * radius, 0.36f * radius, 180 + degrees).At(matrix), fur, 0);
                continue;
            }

            yield return new RigShape(Almond(x, y, radius, degrees).At(matrix), fur, 0);
            yield return new RigShape(Knife.Disc(x + 0.22f * radius, y - 0.20f * radius, 0.21f * radius).At(matrix), fur == Fur.EyeOnDark ? Fur.Line : Fur.Glint, 0);
        }
    }

    private static SKPath Almond(float x, float y, float radius, float degrees)
    {
        var path = Held.Path();
        path.MoveTo(-radius, 0.06f * radius);
        path.CubicTo(-0.62f * radius, -0.86f * radius, 0.50f * radius, -0.92f * radius, radius, 0.12f * radius);
        path.CubicTo(0.52f * radius, 0.74f * radius, -0.56f * radius, 0.74f * radius, -radius, 0.06f * radius);
        path.Close();
        path.Transform(SKMatrix.CreateRotationDegrees(degrees).PostConcat(SKMatrix.CreateTranslation(x, y)));
        return path;
    }
}
