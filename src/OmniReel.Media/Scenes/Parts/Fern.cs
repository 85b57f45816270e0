using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A fern of arching fronds, height about 1, rooted at the origin.</summary>
internal static class Fern
{
    // Cut once: joining its leaflets takes longer than drawing them, and a wood has dozens.
    private static readonly Lazy<(SKPath Frond, float Tone)[]> s_fronds = new(() =>
    [
        (Frond(-2.65f, 0.8f), 0), (Frond(-0.5f, 0.8f), 0), (Frond(-2.15f, 0.98f), 0.05f), (Frond(-1.0f, 0.98f), 0.05f), (Frond(-1.57f, 1), 0.1f),
    ]);

    public static Prop Cut(SKColor green)
    {
        var fern = new Prop();
        foreach (var (frond, tone) in s_fronds.Value)
            fern.Sheet(Held.Path(frond), Tint.Mix(green, SKColors.White, tone), 0.5f, 1.2f);
        return fern;
    }

    /// <summary>A stem that bends outward with leaflets on both sides, shorter toward the tip.</summary>
    private static SKPath Frond(float angle, float length)
    {
        const int pairs = 8;
        var parts = new List<SKPath>();
        var bend = (angle + MathF.PI / 2) * 0.5f;
        float x = 0, y = 0.04f;
        for (var i = 0; i < pairs; i++)
        {
            var (sin, cos) = MathF.SinCos(angle);
            float nextX = x + cos * length / pairs, nextY = y + sin * length / pairs;
            parts.Add(Knife.Limb(new SKPoint(x, y), new SKPoint(nextX, nextY), 0.014f, 0.012f));
            if (i > 0)
            {
                var leaf = 0.22f * (1 - 0.72f * i / pairs);
                parts.Add(Leaflet(nextX, nextY, leaf, angle - 1.0f));
                parts.Add(Leaflet(nextX, nextY, leaf, angle + 1.0f));
            }

            (x, y) = (nextX, nextY);
            angle += bend / pairs;
        }

        parts.Add(Leaflet(x, y, 0.09f, angle));
        return Knife.Joined([.. parts]);
    }

    private static SKPath Leaflet(float x, float y, float length, float angle)
    {
        var leaf = Held.Path();
        leaf.MoveTo(0, 0);
        leaf.QuadTo(length * 0.4f, -length * 0.46f, length, 0);
        leaf.QuadTo(length * 0.4f, length * 0.42f, 0, 0);
        leaf.Close();
        leaf.Transform(SKMatrix.CreateRotation(angle).PostConcat(SKMatrix.CreateTranslation(x, y)));
        return leaf;
    }
}
