using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Things;

/// <summary>Wheels: a tyre that stays and what turns in it, so that the light on the tyre does not turn.</summary>
internal static class CraftWheel
{
    /// <param name="kind"><c>road</c>, <c>thin</c> (a bicycle's), <c>rail</c> or <c>cart</c>.</param>
    /// <param name="at">Hub and radius, in metres, y upward.</param>
    /// <exception cref="FormatException">There is no such wheel.</exception>
    public static IEnumerable<CraftPiece> Of(string kind, float[] at)
    {
        var (hub, radius) = (new SKPoint(at[0], -at[1]), at[2]);
        var (tyre, turning) = kind switch
        {
            "road" => Pair(
                [Disc(1, CraftPaper.Dark, 0.3f, 1), Disc(0.66f, CraftPaper.Metal, 0.1f, 0.6f)],
                [Spokes(5, 0.20f, 0.58f, 0.15f, CraftPaper.Line), Disc(0.16f, CraftPaper.Brass, 0.1f, 0.5f)]),
            "thin" => Pair(
                [Ring(1, 0.88f, CraftPaper.Dark, 0.3f, 0.7f), Ring(0.88f, 0.83f, CraftPaper.Metal, 0, 0)],
                [Spokes(14, 0.06f, 0.85f, 0.022f, CraftPaper.Metal), Disc(0.10f, CraftPaper.Brass, 0.1f, 0.4f), Reflector()]),
            "cart" => Pair(
                [Ring(1, 0.86f, CraftPaper.Wood, 0.4f, 0.8f)],
                [Spokes(10, 0.10f, 0.88f, 0.07f, CraftPaper.Wood), Disc(0.18f, CraftPaper.Brass, 0.15f, 0.6f)]),
            "rail" => Pair(
                [Disc(1, CraftPaper.Dark, 0.3f, 0.9f)],
                [Spokes(8, 0.16f, 0.82f, 0.07f, CraftPaper.Metal), Disc(0.18f, CraftPaper.Brass, 0.1f, 0.4f)]),
            _ => throw new FormatException($"There is no wheel '{kind}'."),
        };
        var matrix = SKMatrix.CreateScale(radius, radius).PostConcat(SKMatrix.CreateTranslation(hub.X, hub.Y));
        yield return new CraftPiece(CraftJoint.Ground, hub, 0, 0, 0, Placed(tyre));
        yield return new CraftPiece(CraftJoint.Wheel, hub, radius, 0, 0, Placed(turning));

        CraftSheet[] Placed(CraftSheet[] sheets) => [.. sheets.Select(s => s with { Outline = s.Outline.At(matrix) })];
    }

    private static (CraftSheet[] Tyre, CraftSheet[] Turning) Pair(CraftSheet[] tyre, CraftSheet[] turning) => (tyre, turning);

    private static CraftSheet Disc(float radius, CraftPaper paper, float lift, float rim) => new(Knife.Disc(0, 0, radius), paper, lift, rim);

    private static CraftSheet Ring(float outer, float inner, CraftPaper paper, float lift, float rim) => new(Knife.Disc(0, 0, outer).Hole(Knife.Disc(0, 0, inner)), paper, lift, rim);

    private static CraftSheet Reflector() => new(Knife.Disc(0, -0.62f, 0.05f), CraftPaper.Tail, 0, 0);

    private static CraftSheet Spokes(int count, float from, float to, float width, CraftPaper paper)
    {
        var spokes = Held.Path();
        for (var i = 0; i < count; i++)
            spokes.AddPath(Knife.Polygon(-width / 2, -from, width / 2, -from, width / 2, -to, -width / 2, -to).At(SKMatrix.CreateRotationDegrees(i * 360f / count)));
        return new CraftSheet(spokes, paper, 0, 0);
    }
}
