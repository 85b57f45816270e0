using System.Numerics;
using OmniReel.Media.Paper;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Cuts the trunk and the legs of a four-legged animal.</summary>
internal sealed class BeastBody(Beast beast)
{
    /// <summary>The trunk: one sheet, or two that turn about a disc in the middle of the back.</summary>
    public IEnumerable<RigItem> Trunk(bool bends)
    {
        var (top, bottom) = (Top(), Bottom());
        var radius = (beast.Back - beast.Belly) / 2;
        if (!bends)
        {
            var whole = Smooth([.. top.Hind, new Vector2(0, -beast.Back), .. top.Fore, .. bottom.Fore, new Vector2(0, -beast.Belly), .. bottom.Hind]);
            yield return Sheets(BeastBone.Chest, whole, [.. Ornament(hind: true), .. Ornament(hind: false)]);
            yield break;
        }

        Vector2 middle = beast.Middle, half = new(0.5f * radius, 0.87f * radius);
        var haunch = Smooth([.. top.Hind, new(0, -beast.Back), middle + half with { Y = -half.Y }, middle + new Vector2(radius, 0), middle + half, new(0, -beast.Belly), .. bottom.Hind]);
        yield return Sheets(BeastBone.Haunch, haunch, Ornament(hind: true));
        var chest = Smooth([new(0, -beast.Back), .. top.Fore, .. bottom.Fore, new(0, -beast.Belly), middle + half with { X = -half.X }, middle - new Vector2(radius, 0), middle - half]);
        yield return Sheets(BeastBone.Chest, chest, Ornament(hind: false));
    }

    /// <summary>One leg, upper parts over lower ones.</summary>
    public IEnumerable<RigItem> Leg(bool isFore, bool near)
    {
        var first = isFore ? near ? BeastBone.NearUpper : BeastBone.FarUpper : near ? BeastBone.NearThigh : BeastBone.FarThigh;
        Vector2[] joints = isFore ? [beast.Shoulder, beast.Elbow, beast.Wrist, beast.ForeFoot] : [beast.Hip, beast.Stifle, beast.Hock, beast.HindFoot];
        var widths = isFore ? beast.ForeWidths : beast.HindWidths;
        Fur coat = near ? Fur.Coat : Fur.Far, sock = near ? Fur.Dark : Fur.DarkFar;
        var socks = beast.Words.Text("socks");
        Fur Of(int part) => socks == "all" || (socks == "long" && part > 0) || (socks == "yes" && part > 1) ? sock : coat;
        var foot = RigShapes.Of($"paw.{beast.Words.Text("paw")}", Matrix(widths[3], beast.FootHeight));
        yield return new RigPart((int)first + 3, [.. foot.Select(s => new RigSheet(s.Outline, s.Fur == Fur.Coat ? Of(2) : near || s.Fur == Fur.Line ? s.Fur : sock, 0.35f, 1.4f))], []);
        for (var i = 2; i >= 0; i--)
        {
            var limb = Knife.Limb(new SKPoint(0, 0), new SKPoint(0, Vector2.Distance(joints[i], joints[i + 1])), widths[i], widths[i + 1], i == 0 ? 1.02f : 1.06f);
            if (i == 0 && near)
                limb.Hole(Knife.Crescent(-0.10f * widths[0], -0.34f * widths[0], 0.46f * widths[0], 0.07f * widths[0], -28));
            // Small ones at the two upper joints; far legs have none that could be seen.
            var pins = near && i < 2 ? new[] { (Vector2.Zero, i == 0 ? 0.013f : 0.011f) } : [];
            yield return new RigPart((int)first + i, [new RigSheet(limb, Of(i), i == 0 ? 0.42f : 0.5f, 1.7f), .. Stockings(limb, i, Of(i))], pins);
        }
    }

    /// <summary>Stripes and patches go on over the legs.</summary>
    private IEnumerable<RigSheet> Stockings(SKPath limb, int part, Fur own) =>
        own is Fur.Coat or Fur.Far && part < 2 ? FurPattern.Limb(beast.Words.Text("pattern"), limb) : [];

    private static SKMatrix Matrix(float width, float height) => SKMatrix.CreateScale(width / 0.5f, height);

    private RigPart Sheets(BeastBone bone, SKPath outline, IEnumerable<SKPath> lines)
    {
        var pattern = FurPattern.Trunk(beast, outline).ToList();
        // Carved lines are of a darker paper: cut through, they would let the sky shine out of a body.
        RigSheet[] sheets = [new RigSheet(outline, Fur.Coat, 0.9f), .. pattern.Count > 0 ? pattern : lines.Select(line => new RigSheet(line, Fur.Far, 0, 0))];
        foreach (var sheet in sheets)
            sheet.Outline.Transform(SKMatrix.CreateTranslation(-beast.Middle.X, -beast.Middle.Y));
        return new RigPart((int)bone, sheets, []);
    }

    /// <summary>Crescents along the back, and a curl over hip and shoulder.</summary>
    private IEnumerable<SKPath> Ornament(bool hind)
    {
        var deep = beast.Back - beast.Belly;
        float sx = beast.Shoulder.X, hx = beast.Hip.X;
        float[] at = hind ? [hx * 0.56f, hx * 0.22f] : [sx * 0.12f, sx * 0.46f];
        foreach (var x in at)
            yield return Knife.Crescent(x, -beast.Back + 0.34f * deep, 0.13f * deep, 0.028f * deep, 62);
        if (hind)
            yield return Knife.Crescent(hx - 0.02f, -beast.Rump + 0.10f * beast.Bulk, 0.085f * beast.Bulk, 0.014f, -8);
    }

    /// <summary>How far the breast reaches ahead of the shoulder: no disc of a leg stands out before it.</summary>
    private float Breast => Math.Max(0.10f * beast.Bulk, beast.ForeWidths[0] + 0.012f);

    private (Vector2[] Hind, Vector2[] Fore) Top()
    {
        float sx = beast.Shoulder.X, hx = beast.Hip.X, b = beast.Bulk;
        return (
            [new(hx - 0.145f * b, -(beast.Rump - 0.085f)), new(hx - 0.02f, -beast.Rump), new(hx * 0.45f, -(0.35f * beast.Rump + 0.65f * beast.Back))],
            [new(sx * 0.42f, -(beast.Back + 0.3f * (1 - beast.Back))), new(sx - 0.14f * b, -1), new(sx + 0.0f, -0.955f), new(sx + 0.80f * Breast, beast.Shoulder.Y - 0.16f * b)]);
    }

    private (Vector2[] Fore, Vector2[] Hind) Bottom()
    {
        float sx = beast.Shoulder.X, hx = beast.Hip.X, b = beast.Bulk, hip = -beast.Hip.Y;
        return (
            [new(sx + Breast, beast.Shoulder.Y), new(sx + 0.62f * Breast, -(beast.Chest + 0.11f)), new(sx - 0.06f * b, -(beast.Chest + 0.02f)), new(sx - 0.22f * b, -beast.Chest), new((sx - 0.22f * b) / 2, -(0.5f * beast.Chest + 0.5f * beast.Belly))],
            [new(hx + 0.20f * b, -beast.Flank), new(hx + 0.07f * b, -(beast.Flank - 0.03f)), new(hx - 0.09f * b, -(hip - 0.15f * b)), new(hx - 0.165f * b, -(hip + 0.02f))]);
    }

    private static SKPath Smooth(IEnumerable<Vector2> points) => Knife.Smooth(true, [.. points.SelectMany(p => new[] { p.X, p.Y })]);
}
