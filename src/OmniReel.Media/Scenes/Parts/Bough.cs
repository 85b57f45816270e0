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
            // It tapers from joint to joint, and ends in a point.
            float thick = 0.034f * (1 - i / (Joints + 0.6f)), thin = 0.034f * (1 - (i + 1) / (Joints + 0.6f));
            var next = Ahead(at, angle, 1f / Joints);
            Limb(wood, white, at, next, thick, thin);
            // Twigs reach out and up; none hangs straight down or stands straight up.
            var turn = (i % 2 == 0 ? -1 : 1) * 0.62f;
            var lean = Math.Clamp(MathF.Sin(angle + turn), -0.78f, 0.34f);
            var way = MathF.Cos(angle) < 0 ? MathF.PI - MathF.Asin(lean) : MathF.Asin(lean);
            var length = 0.32f * (1 - 0.11f * i);
            var tip = Ahead(next, way, length);
            Limb(wood, white, next, tip, thin * 0.62f, 0.003f);
            var fork = Ahead(next, way, 0.5f * length);
            Limb(wood, white, fork, Ahead(fork, way + 0.42f * MathF.Sign(turn), 0.14f), thin * 0.36f, 0.002f);
            (at, angle) = (next, angle + bend / Joints);
        }

        return new Prop().Sheet(Knife.Joined([.. wood]), bark, 1.2f, 1.6f).Sheet(Knife.Joined([.. white]), snow, 0.3f, 1);
    }

    private static void Limb(List<SKPath> wood, List<SKPath> white, SKPoint from, SKPoint to, float thick, float thin)
    {
        wood.Add(Knife.Limb(from, to, thick, thin));
        // Snow stays where wood lies, and slides off where it stands upright.
        var lying = MathF.Abs(to.X - from.X) / Math.Max(0.001f, SKPoint.Distance(from, to));
        var cover = 0.85f * lying;
        if (lying > 0.3f)
            white.Add(Knife.Limb(new SKPoint(from.X, from.Y - thick * 0.6f), new SKPoint(to.X, to.Y - thin * 0.5f), thick * cover, thin * cover));
    }

    private static SKPoint Ahead(SKPoint from, float angle, float length) =>
        new(from.X + MathF.Cos(angle) * length, from.Y + MathF.Sin(angle) * length);
}
