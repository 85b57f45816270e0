using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Clothes;

/// <summary>The lower end of a skirt: scallops with full ornament, a row of holes, or a straight edge with nothing cut.</summary>
internal enum Hem { Lace, Holes, Straight }

/// <summary>A skirt of overlapping gores that hang from the waist and swing one by one.</summary>
/// <param name="Waist">Height of the waist above the hip joints, metres.</param>
/// <param name="HalfWaist">Half the width of the row the gores hang from.</param>
/// <param name="Length">Waist to hem.</param>
/// <param name="Flare">Degrees that the skirt stands off beyond the outer thighs when nothing moves.</param>
/// <param name="Follow">Share of the thighs' angles that the edges take.</param>
/// <param name="Step">Degrees one gore covers as cut.</param>
/// <param name="Hem">How the lower end is cut.</param>
/// <param name="From">Share of the length at which the sheets begin; above 0 for a petticoat whose upper part another skirt hides.</param>
internal sealed record SkirtCut(
    int Gores, float Waist, float HalfWaist, float Length, float Flare, float Follow, float Step, Dye Even, Dye Odd, Hem Hem, float From = 0)
    : IItem
{
    /// <summary>How far a gore may be stretched when the skirt opens. Straight cloth is not: it opens at the slit.</summary>
    public float Broadest => Hem == Hem.Straight ? 1.12f : 1.9f;

    /// <summary>One gore hanging straight down from the origin, in metres.</summary>
    public SKPath Gore()
    {
        var path = Held.Path();
        var middle = (From + 1) / 2;
        path.MoveTo(At(-1, From));
        // Narrow gores have flat hems, broad ones scallops.
        var bow = Hem == Hem.Straight ? 0.006f : Math.Min(0.055f, 0.62f * Step * MathF.PI / 180 * 0.28f);
        path.QuadTo(At(-1.06f, middle), At(-1, 1 - bow));
        path.CubicTo(At(-0.72f, 1 + bow), At(0.72f, 1 + bow), At(1, 1 - bow));
        path.QuadTo(At(1.06f, middle), At(1, From));
        path.Close();
        if (Hem == Hem.Straight)
            return path;
        var half = SKPoint.Distance(At(0, 0.95f), At(0.8f, 0.95f));
        foreach (var u in new[] { -0.60f, -0.21f, 0.21f, 0.60f })
            path.Hole(Hole(u, 0.955f, half * 0.10f));
        if (Hem == Hem.Holes)
            return path.With(Slit(0, 0.62f, 0.84f, half * 0.05f));
        var bowl = At(0, 0.855f);
        path.Hole(Knife.Crescent(bowl.X, bowl.Y, half * 0.50f, half * 0.12f, 180));
        foreach (var u in new[] { -0.30f, 0f, 0.30f })
            path.Hole(Petal(u * 0.75f, u * 1.5f, half));
        foreach (var u in From > 0.3f ? [] : new[] { -0.34f, 0.34f })
            path.Hole(Slit(u, 0.36f, 0.63f, half * 0.055f));
        return path;
    }

    /// <summary>All gores as one, opened to both sides.</summary>
    public SKPath Fan(float degrees)
    {
        var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
        var path = Held.Path();
        path.MoveTo(-HalfWaist, 0);
        path.LineTo(-sin * Length, cos * Length);
        path.QuadTo(0, (2 - cos) * Length, sin * Length, cos * Length);
        path.LineTo(HalfWaist, 0);
        path.Close();
        return path;
    }

    /// <param name="u">-1 and 1 at the edges of the gore, which overlap the neighbours'.</param>
    /// <param name="r">0 at the waist, 1 at the hem.</param>
    private SKPoint At(float u, float r)
    {
        var angle = u * 0.62f * Step * MathF.PI / 180;
        // Straight cloth begins narrower than the trunk above it, which hides its corners.
        var row = u * 0.62f * HalfWaist / Gores * 2 * (Hem == Hem.Straight ? 0.84f + 0.16f * Math.Min(1, r / 0.30f) : 1);
        return new SKPoint(row + MathF.Sin(angle) * Length * r, MathF.Cos(angle) * Length * r);
    }

    private SKPath Hole(float u, float r, float radius) => Knife.Disc(At(u, r).X, At(u, r).Y, radius);

    private SKPath Slit(float u, float from, float to, float radius) => Knife.Limb(At(u, from), At(u, to), radius * 0.4f, radius);

    private SKPath Petal(float u, float tip, float half) =>
        Knife.Limb(At(u, 0.80f), At(tip, 0.735f), half * 0.075f, half * 0.025f);
}
