using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A bare bough with twigs, length 1 from the origin; snow lies along its upper side.</summary>
internal static class Bough
{
    private const int Joints = 6;

    /// <param name="degrees">Direction it sets out in; 0 is to the right, -90 up.</param>
    /// <param name="bend">Radians it turns along its length.</param>
    public static Prop Cut(float degrees, float bend, SKColor bark, SKColor snow)
    {
        var wood = new List<SKPath>();
        var white = new List<SKPath>();
        var angle = degrees * MathF.PI / 180;
        var at = default(SKPoint);
        for (var i = 0; i < Joints; i++)
        {
            var thick = 0.026f * (1 - 0.13f * i);
            var next = Ahead(at, angle, 1f / Joints);
            Limb(wood, white, at, next, thick);
            var side = i % 2 == 0 ? -1 : 1;
            var tip = Ahead(next, angle + side * 0.75f, 0.34f * (1 - 0.11f * i));
            Limb(wood, white, next, tip, thick * 0.55f);
            var fork = new SKPoint((next.X + tip.X) / 2, (next.Y + tip.Y) / 2);
            Limb(wood, white, fork, Ahead(fork, angle + side * 0.15f, 0.15f), thick * 0.4f);
            (at, angle) = (next, angle + bend / Joints);
        }

        return new Prop().Sheet(Knife.Joined([.. wood]), bark, 1.2f, 1.6f).Sheet(Knife.Joined([.. white]), snow, 0.3f, 1);
    }

    private static void Limb(List<SKPath> wood, List<SKPath> white, SKPoint from, SKPoint to, float thick)
    {
        wood.Add(Knife.Limb(from, to, thick, thick * 0.75f));
        // Snow stays where wood lies, and slides off where it stands upright.
        var lying = MathF.Abs(to.X - from.X) / Math.Max(0.001f, SKPoint.Distance(from, to));
        var cover = thick * 0.85f * lying;
        if (lying > 0.3f)
            white.Add(Knife.Limb(new SKPoint(from.X, from.Y - thick * 0.6f), new SKPoint(to.X, to.Y - thick * 0.5f), cover, cover * 0.7f));
    }

    private static SKPoint Ahead(SKPoint from, float angle, float length) =>
        new(from.X + MathF.Cos(angle) * length, from.Y + MathF.Sin(angle) * length);
}
