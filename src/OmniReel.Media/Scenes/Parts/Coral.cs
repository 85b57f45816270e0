using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>What grows on a reef, height about 1, rooted at the origin.</summary>
internal static class Coral
{
    /// <summary>Number of kinds that <see cref="Cut"/> knows.</summary>
    public const int Kinds = 5;

    public static Prop Cut(int kind, SKColor color) => (kind % Kinds) switch
    {
        0 => Staghorn(color),
        1 => Fan(color),
        2 => Brain(color),
        3 => Tubes(color),
        _ => Anemone(color),
    };

    /// <summary>Branches that fork, their tips pale.</summary>
    private static Prop Staghorn(SKColor color)
    {
        var wood = new List<SKPath>();
        var tips = Held.Path();
        foreach (var (angle, length) in ((float, float)[])[(-2.35f, 0.40f), (-1.85f, 0.50f), (-1.35f, 0.50f), (-0.85f, 0.40f)])
            Grow(wood, tips, new SKPoint(0, 0.04f), angle, length, 0.062f, 2);
        return new Prop().Sheet(Knife.Joined([.. wood]), color, 0.7f, 1.8f).Sheet(tips, Tint.Mix(color, SKColors.White, 0.5f), 0.1f, 0.6f);
    }

    private static void Grow(List<SKPath> wood, SKPath tips, SKPoint from, float angle, float length, float thick, int forks)
    {
        var (sin, cos) = MathF.SinCos(angle);
        var to = new SKPoint(from.X + cos * length, from.Y + sin * length);
        wood.Add(Knife.Limb(from, to, thick, thick * 0.72f));
        if (forks == 0)
        {
            tips.AddCircle(to.X, to.Y, thick * 0.55f);
            return;
        }

        Grow(wood, tips, to, angle - 0.45f, length * 0.62f, thick * 0.72f, forks - 1);
        Grow(wood, tips, to, angle + 0.40f, length * 0.58f, thick * 0.72f, forks - 1);
    }

    /// <summary>A fan pierced by rows of slits between its ribs.</summary>
    private static Prop Fan(SKColor color)
    {
        var fan = Held.Path();
        fan.MoveTo(-0.05f, 0.05f);
        fan.CubicTo(-0.10f, -0.15f, -0.62f, -0.18f, -0.60f, -0.62f);
        fan.CubicTo(-0.58f, -0.98f, -0.22f, -1.02f, 0, -0.96f);
        fan.CubicTo(0.26f, -1.06f, 0.60f, -0.92f, 0.60f, -0.58f);
        fan.CubicTo(0.60f, -0.20f, 0.10f, -0.15f, 0.05f, 0.05f);
        fan.Close();
        for (var rib = 0; rib < 9; rib++)
        {
            var angle = -MathF.PI / 2 + (rib - 4) * 0.235f;
            var (sin, cos) = MathF.SinCos(angle);
            for (var ring = 0; ring < 4; ring++)
            {
                var r = 0.34f + 0.145f * ring;
                var reach = r * (1 - 0.16f * MathF.Abs(rib - 4) / 4);
                fan.Hole(Leaf.Outline(cos * reach, sin * reach, 0.105f, angle));
            }
        }

        fan.FillType = SKPathFillType.EvenOdd;
        return new Prop().Sheet(fan, color, 0.8f, 1.8f).Sheet(Knife.Limb(new SKPoint(0, 0.06f), new SKPoint(0, -0.30f), 0.045f, 0.022f), Tint.Mix(color, SKColors.Black, 0.14f), 0.2f, 0.8f);
    }

    /// <summary>A dome with winding furrows.</summary>
    private static Prop Brain(SKColor color)
    {
        var dome = Knife.Smooth(true, -0.62f, 0.06f, -0.60f, -0.26f, -0.36f, -0.54f, 0, -0.62f, 0.36f, -0.54f, 0.60f, -0.26f, 0.62f, 0.06f, 0, 0.10f);
        foreach (var (x, y, r, turn) in ((float, float, float, float)[])[(-0.30f, -0.34f, 0.13f, -24), (0, -0.44f, 0.14f, 0), (0.31f, -0.33f, 0.13f, 26), (-0.42f, -0.10f, 0.11f, -40), (-0.14f, -0.20f, 0.13f, -8), (0.16f, -0.19f, 0.13f, 10), (0.43f, -0.09f, 0.11f, 38), (0, 0.0f, 0.12f, 0), (-0.26f, 0.0f, 0.09f, -10), (0.27f, 0.0f, 0.09f, 10)])
            dome.Hole(Knife.Crescent(x, y, r, 0.022f, turn));
        return new Prop().Sheet(dome, color, 0.8f, 2);
    }

    /// <summary>Sponges: tubes with dark mouths.</summary>
    private static Prop Tubes(SKColor color)
    {
        var tubes = new Prop();
        foreach (var (x, lean, height, wide, tone) in ((float, float, float, float, float)[])[(-0.16f, -0.22f, 0.70f, 0.10f, 0), (0.20f, 0.20f, 0.62f, 0.095f, 0.02f), (0.02f, 0.02f, 0.96f, 0.115f, 0.08f), (0.30f, 0.36f, 0.34f, 0.08f, 0.12f), (-0.26f, -0.36f, 0.40f, 0.085f, 0.10f)])
        {
            var mouth = new SKPoint(x + lean, -height);
            var body = Knife.Polygon(x - wide * 0.7f, 0.06f, mouth.X - wide, mouth.Y, mouth.X + wide, mouth.Y, x + wide * 0.7f, 0.06f);
            var rim = Held.Path();
            rim.AddOval(new SKRect(mouth.X - wide, mouth.Y - wide * 0.42f, mouth.X + wide, mouth.Y + wide * 0.42f));
            var hollow = Held.Path();
            hollow.AddOval(new SKRect(mouth.X - wide * 0.64f, mouth.Y - wide * 0.26f, mouth.X + wide * 0.64f, mouth.Y + wide * 0.26f));
            var own = Tint.Mix(color, SKColors.White, tone);
            tubes.Sheet(body, own, 0.5f, 1.6f).Sheet(rim, Tint.Mix(own, SKColors.White, 0.25f), 0.1f, 0.8f).Tissue(hollow, Tint.Mix(own, SKColors.Black, 0.5f));
        }

        return tubes;
    }

    /// <summary>A crown of soft arms.</summary>
    private static Prop Anemone(SKColor color)
    {
        var arms = new List<SKPath>();
        for (var i = 0; i < 11; i++)
        {
            float u = i / 5f - 1, length = 0.86f - 0.20f * u * u + 0.10f * (i % 2), tip = u * 0.62f;
            var arm = Held.Path();
            arm.MoveTo(u * 0.18f - 0.05f, 0.03f);
            arm.CubicTo(u * 0.30f - 0.05f, -length * 0.4f, tip - 0.05f - 0.06f * (i % 2), -length * 0.6f, tip - 0.02f, -length);
            arm.QuadTo(tip + 0.02f, -length - 0.06f, tip + 0.05f, -length);
            arm.CubicTo(tip + 0.05f, -length * 0.55f, u * 0.30f + 0.06f, -length * 0.4f, u * 0.18f + 0.05f, 0.03f);
            arm.Close();
            arms.Add(arm);
        }

        return new Prop().Sheet(Knife.Joined([.. arms]), color, 0.6f, 1.6f)
            .Sheet(Knife.Smooth(true, -0.27f, 0.06f, -0.23f, -0.13f, 0, -0.17f, 0.23f, -0.13f, 0.27f, 0.06f, 0, 0.09f), Tint.Mix(color, SKColors.Black, 0.16f), 0.3f, 1.2f);
    }
}
