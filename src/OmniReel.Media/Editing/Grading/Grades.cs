using System.Numerics;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Editing.Grading;

/// <summary>What each grade makes of a colour.</summary>
internal static class Grades
{
    /// <summary>A grade at its strength: slight goes half the way, strong goes further.</summary>
    public static Func<Vector3, Vector3> Of(Grade grade, Strength strength)
    {
        var whole = Of(grade);
        var share = strength switch { Strength.Slight => 0.5f, Strength.Strong => 1.45f, _ => 1 };
        // Grey and negative are all or nothing: more than grey is another colour, and half a negative is fog.
        if (share > 1 && grade is Grade.BlackWhite or Grade.Sepia or Grade.Negative)
            share = 1;
        return share == 1 ? whole : color => Vector3.Clamp(color + (whole(color) - color) * share, Vector3.Zero, Vector3.One);
    }

    /// <summary>Everything leans to a colour, the brightness staying.</summary>
    public static Func<Vector3, Vector3> Tinted(NamedColor name, Strength strength)
    {
        var share = strength switch { Strength.Slight => 0.22f, Strength.Strong => 0.7f, _ => 0.42f };
        var tint = Color(name);
        return color =>
        {
            var luma = Tone.Luma(color);
            var toned = luma < 0.5f ? tint * (luma * 2) : Vector3.Lerp(tint, Vector3.One, luma * 2 - 1);
            return Vector3.Lerp(color, toned, share);
        };
    }

    private static Func<Vector3, Vector3> Of(Grade grade) => grade switch
    {
        Grade.BlackWhite => c => new Vector3(Tone.Contrast(new Vector3(Tone.Luma(c)), 0.35f).X),
        Grade.Sepia => c => Tone.Toned(Tone.Luma(c), new(0.09f, 0.05f, 0.03f), new(0.58f, 0.44f, 0.29f), new(1f, 0.95f, 0.82f)),
        Grade.Warm => c => Tone.Split(Tone.Lit(c, new(1.14f, 1.00f, 0.76f)), new(0.02f, 0f, -0.01f), new(0.03f, 0.01f, -0.03f)),
        Grade.Cold => c => Tone.Split(Tone.Lit(c, new(0.80f, 0.99f, 1.22f)), new(-0.01f, 0.01f, 0.05f), new(-0.03f, 0.00f, 0.02f)),
        Grade.Night => Night,
        Grade.Brighter => c => Tone.Ranged(Tone.Exposed(c, 1.3f), 0.02f, 1),
        Grade.Darker => c => Tone.Exposed(c, -1.1f),
        Grade.Vivid => c => Tone.Contrast(Tone.Saturated(c, 1.55f), 0.15f),
        Grade.Muted => c => Tone.Ranged(Tone.Saturated(c, 0.45f), 0.02f, 0.98f),
        Grade.Contrast => c => Tone.Saturated(Tone.Contrast(c, 1f), 0.95f),
        Grade.Soft => c => Tone.Ranged(Tone.Contrast(c, -0.35f), 0.07f, 0.95f),
        Grade.Vintage => c => Tone.Split(Tone.Ranged(Tone.Contrast(Tone.Saturated(c, 0.62f), 0.25f), 0.08f, 0.93f), new(0.03f, 0.01f, 0.05f), new(0.05f, 0.02f, -0.09f)),
        Grade.Golden => c => Tone.Split(Tone.Lit(Tone.Exposed(c, 0.12f), new(1.22f, 1.00f, 0.62f)), new(0.03f, 0.01f, -0.01f), new(0.05f, 0.02f, -0.08f)),
        Grade.Sunset => Sunset,
        Grade.TealOrange => TealOrange,
        Grade.Pastel => c => Tone.Split(Tone.Ranged(Tone.Contrast(Tone.Saturated(Tone.Exposed(c, 0.35f), 0.62f), -0.2f), 0.20f, 0.99f), new(0.05f, 0.01f, 0.06f), new(0.01f, 0f, 0.01f)),
        Grade.Neon => Neon,
        Grade.Autumn => Autumn,
        Grade.Winter => c => Tone.Split(Tone.Ranged(Tone.Lit(Tone.Saturated(Tone.Exposed(c, 0.25f), 1 - 0.75f * Math.Max(Tone.Share(c, 100, 80), 0.35f)), new(0.86f, 0.98f, 1.16f)), 0.05f, 1), new(0f, 0.01f, 0.05f), new(-0.02f, 0f, 0.02f)),
        Grade.Spring => c => Tone.Split(Tone.Lit(Tone.Exposed(Shifted(c, 75, 70, 22, 1.25f), 0.3f), new(1.0f, 1.02f, 0.95f)), new(0f, 0.02f, 0.01f), new(0.02f, 0f, 0.01f)),
        Grade.Cinema => c => Tone.Split(Tone.Ranged(Tone.Contrast(Tone.Saturated(c, 0.88f), 0.55f), 0.02f, 0.96f), new(-0.02f, 0.01f, 0.04f), new(0.04f, 0.01f, -0.04f)),
        Grade.Dreamy => c => Tone.Split(Tone.Ranged(Tone.Contrast(Tone.Saturated(Tone.Exposed(c, 0.3f), 0.85f), -0.25f), 0.06f, 1), new(0.03f, 0f, 0.07f), new(0.03f, 0.01f, 0.02f)),
        _ => c => Vector3.One - c,
    };

    /// <summary>Day for night: little light, most of it blue, and what burns of itself stays warm.</summary>
    private static Vector3 Night(Vector3 color)
    {
        var (hue, saturation, value) = Tone.Hsv(color);
        var dim = Tone.Exposed(color, -1.9f);
        // Skies are what gives the day away: the blue and the near white go down further.
        var airy = Math.Max(Tone.Share(color, 215, 70), 1 - Math.Clamp(saturation * 3.5f, 0, 1));
        dim *= 1 - 0.26f * Math.Clamp((Tone.Luma(color) - 0.45f) * 1.6f, 0, 1) * (0.4f + 0.6f * airy);
        var moonlit = Tone.Luma(Tone.Contrast(dim * 1.05f, -0.2f));
        var blue = Vector3.Lerp(new Vector3(0.62f, 0.84f, 1.52f) * moonlit + new Vector3(0.004f, 0.012f, 0.038f), dim, 0.34f);
        var lamp = hue is > 8 and < 62 ? Math.Clamp((value - 0.84f) * 6, 0, 1) * Math.Clamp((saturation - 0.35f) * 3, 0, 1) * Math.Clamp(Math.Min(hue - 8, 62 - hue) / 10, 0, 1) : 0;
        return Vector3.Clamp(Vector3.Lerp(blue, color * new Vector3(0.95f, 0.72f, 0.45f), lamp * 0.6f), Vector3.Zero, Vector3.One);
    }

    private static Vector3 Sunset(Vector3 color)
    {
        var lit = Tone.Lit(Tone.Exposed(color, -0.15f), new(1.34f, 0.93f, 0.66f));
        var luma = Math.Clamp(Tone.Luma(color), 0, 1);
        var glow = new Vector3(0.16f, 0.02f, -0.16f) * (luma * luma) + new Vector3(0.05f, -0.02f, 0.08f) * ((1 - luma) * (1 - luma));
        return Tone.Contrast(Tone.Saturated(lit + glow, 1.12f), 0.12f);
    }

    private static Vector3 TealOrange(Vector3 color)
    {
        var warm = MathF.Max(Tone.Share(color, 28, 50), Math.Clamp((Tone.Luma(color) - 0.55f) * 1.4f, 0, 1) * 0.55f);
        var teal = Tone.Lit(Tone.Saturated(color, 0.66f), new(0.70f, 1.05f, 1.20f)) + new Vector3(-0.03f, 0.015f, 0.03f);
        var orange = Tone.Lit(color, new(1.22f, 0.98f, 0.72f)) + new Vector3(0.04f, 0.005f, -0.04f);
        return Tone.Contrast(Tone.Saturated(Vector3.Lerp(teal, orange, warm), 1.06f), 0.35f);
    }

    private static Vector3 Neon(Vector3 color)
    {
        var luma = Math.Clamp(Tone.Luma(color), 0, 1);
        var dark = Tone.Contrast(Tone.Exposed(color, -0.7f), 0.6f);
        var toned = Tone.Toned(Tone.Contrast(new Vector3(luma), 0.5f).X, new(0.05f, 0.01f, 0.14f), new(0.72f, 0.10f, 0.62f), new(0.50f, 0.97f, 1.0f));
        return Tone.Saturated(Vector3.Lerp(dark, toned, 0.5f), 1.45f);
    }

    private static Vector3 Autumn(Vector3 color)
    {
        var turned = Shifted(color, 100, 75, -62, 1.12f);
        return Tone.Split(Tone.Lit(turned, new(1.12f, 0.99f, 0.80f)), new(0.03f, 0.01f, -0.01f), new(0.03f, 0.01f, -0.04f));
    }

    /// <summary>The colours about a hue become others: turned by so many degrees, more or less vivid.</summary>
    private static Vector3 Shifted(Vector3 color, float hue, float reach, float turn, float vivid)
    {
        var share = Tone.Share(color, hue, reach);
        var (found, saturation, value) = Tone.Hsv(color);
        return share == 0 ? color : Vector3.Lerp(color, Tone.Rgb((found + turn * share + 360) % 360, Math.Min(1, saturation * vivid), value), share);
    }

    private static Vector3 Color(NamedColor name) => name switch
    {
        NamedColor.Red => new(0.86f, 0.16f, 0.14f),
        NamedColor.Orange => new(0.93f, 0.48f, 0.10f),
        NamedColor.Yellow => new(0.92f, 0.76f, 0.14f),
        NamedColor.Green => new(0.18f, 0.62f, 0.26f),
        NamedColor.Blue => new(0.14f, 0.38f, 0.86f),
        NamedColor.Purple => new(0.52f, 0.22f, 0.78f),
        NamedColor.Pink => new(0.94f, 0.48f, 0.66f),
        NamedColor.Brown => new(0.52f, 0.33f, 0.18f),
        NamedColor.White => new(0.9f, 0.9f, 0.9f),
        NamedColor.Black => new(0.2f, 0.2f, 0.2f),
        _ => new(0.5f, 0.5f, 0.5f),
    };
}
