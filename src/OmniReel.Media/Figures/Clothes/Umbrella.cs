using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Clothes;

/// <summary>An oiled-paper umbrella: panels with lotus slits and rows of holes, ribs' ends in brass.</summary>
internal static class Umbrella
{
    private const int Panels = 6;

    private const float Radius = 0.70f, Top = -0.88f, Hem = 0.34f;

    public static HeldCut Cut(Build build)
    {
        var size = build.UpperArm / 0.27f;
        var rise = Rise(build, size);
        List<Cut> cuts = [new(Scaled(Stick(rise / size), size, 0), Dye.Wood, 0.5f, 1.4f)];
        foreach (var panel in Enumerable.Range(0, Panels).OrderByDescending(i => MathF.Abs(i - (Panels - 1) / 2f)))
            cuts.Add(new(Scaled(Panel(panel), size, rise), panel % 2 == 0 ? Dye.Canopy : Dye.CanopyDeep, 0.7f));
        cuts.Add(new(Scaled(Cap(), size, rise), Dye.Cloth, 0.4f, 1.4f));
        List<Pin> pins = [new(new SKPoint(0, (Top - 0.012f) * size - rise), 0.016f * size)];
        for (var rib = 0; rib <= Panels; rib++)
            pins.Add(new(new SKPoint(Edge(rib).X * size, Edge(rib).Y * size - rise), 0.0075f * size));
        return new HeldCut(Bone.NearHand, 0.014f * build.Hand, 0.048f * build.Hand, cuts, pins, -14, 2.4f);
    }

    /// <summary>How much longer than usual the stick must be for the hem to clear the head: children's heads are large.</summary>
    private static float Rise(Build build, float size)
    {
        var crown = build.Trunk + build.Neck + 0.30f * build.Head;
        var grip = build.Trunk * 0.885f - build.UpperArm * 0.96f + build.Forearm * 0.92f;
        return Math.Max(0, crown - grip - (-Top - Hem) * size);
    }

    private static SKPath Stick(float rise) => Knife.Joined(
        Knife.Limb(new SKPoint(0, 0.13f), new SKPoint(0, Top - rise), 0.0105f, 0.0085f, 1),
        Knife.Limb(new SKPoint(0, 0.16f), new SKPoint(0, 0.02f), 0.014f, 0.013f, 1));

    private static SKPath Cap() => Outline.Of("M 0 -912 C 18 -900 46 -872 62 -842 C 30 -858 -30 -858 -62 -842 C -46 -872 -18 -900 0 -912 Z");

    /// <summary>The end of a rib. The hem hangs lower at the sides, as a dome seen from a little below does.</summary>
    private static SKPoint Edge(int rib)
    {
        var u = rib / (float)Panels * 2 - 1;
        // Ribs of a circle stand closer together toward the sides.
        return new SKPoint(Radius * (0.6f * u + 0.4f * MathF.Sin(u * MathF.PI / 2)), Top + Hem + 0.07f * u * u);
    }

    private static SKPath Panel(int index)
    {
        SKPoint a = Edge(index), b = Edge(index + 1), top = new(0, Top);
        var path = Held.Path();
        path.MoveTo(top);
        path.QuadTo(a.X * 0.72f, Top + 0.03f, a.X, a.Y);
        path.QuadTo((a.X + b.X) / 2, Math.Min(a.Y, b.Y) - 0.075f, b.X, b.Y);
        path.QuadTo(b.X * 0.72f, Top + 0.03f, 0, Top);
        path.Close();
        var width = b.X - a.X;
        for (var hole = -1; hole <= 1; hole++)
        {
            var at = Within(0.5f + hole * 0.24f, 0.80f - MathF.Abs(hole) * -0.035f);
            path.Hole(Knife.Disc(at.X, at.Y, width * 0.045f));
        }

        foreach (var petal in new[] { -0.16f, 0, 0.16f })
            path.Hole(Knife.Limb(Within(0.5f + petal * 0.7f, 0.68f), Within(0.5f + petal * 1.5f, 0.56f), width * 0.040f, width * 0.016f));
        return path;

        // across: 0 and 1 at the ribs; down: 0 at the top, 1 at the hem.
        SKPoint Within(float across, float down)
        {
            float u = across, x = a.X + (b.X - a.X) * u, y = a.Y + (b.Y - a.Y) * u;
            float bulge = 2 * down * (1 - down);
            return new SKPoint(x * 0.72f * bulge + x * down * down, Top * (1 - bulge - down * down) + (Top + 0.03f) * bulge + (y - 0.03f) * down * down);
        }
    }

    private static SKPath Scaled(SKPath path, float size, float rise) => path.At(SKMatrix.CreateScaleTranslation(size, size, 0, -rise));
}
