using System.Numerics;

namespace OmniReel.Media.Editing.Grading;

/// <summary>What grades are made of: functions of one colour. Red, green and blue as coded, 0 to 1.</summary>
internal static class Tone
{
    private static readonly Vector3 s_luma = new(0.2126f, 0.7152f, 0.0722f);

    public static float Luma(Vector3 color) => Vector3.Dot(color, s_luma);

    /// <summary>0 is grey, 1 as it is.</summary>
    public static Vector3 Saturated(Vector3 color, float amount) => Vector3.Lerp(new Vector3(Luma(color)), color, amount);

    /// <summary>Steeper about the middle and softer at both ends, where amount is above 0; flatter below.</summary>
    public static Vector3 Contrast(Vector3 color, float amount) => Each(color, x =>
    {
        var curve = x * x * (3 - 2 * x);
        return x + (curve - x) * amount;
    });

    /// <summary>So many stops of light more; what grows too bright bends instead of breaking off.</summary>
    public static Vector3 Exposed(Vector3 color, float stops)
    {
        var gain = MathF.Pow(2, stops);
        return Each(color, x =>
        {
            var linear = x * x * gain;
            // The shoulder: at 1 for the brightest that there can be.
            return MathF.Sqrt(gain > 1 ? linear * (1 + linear / (gain * gain)) / (1 + linear) : linear);
        });
    }

    /// <summary>Other shares of the three lights, the brightness staying.</summary>
    public static Vector3 Lit(Vector3 color, Vector3 light)
    {
        var before = Luma(color);
        var after = color * light;
        var luma = Luma(after);
        return luma < 1e-4f ? after : Vector3.Lerp(after, after * (before / luma), 0.8f);
    }

    /// <summary>Shadows lean to one colour and lights to another.</summary>
    /// <param name="shadows">Added where it is darkest.</param>
    /// <param name="lights">Added where it is lightest.</param>
    public static Vector3 Split(Vector3 color, Vector3 shadows, Vector3 lights)
    {
        var luma = Math.Clamp(Luma(color), 0, 1);
        return color + shadows * ((1 - luma) * (1 - luma)) + lights * (luma * luma);
    }

    /// <summary>Darkest and lightest are moved to these.</summary>
    public static Vector3 Ranged(Vector3 color, float black, float white) => new Vector3(black) + color * (white - black);

    /// <summary>A colour by brightness: dark, middle, light.</summary>
    public static Vector3 Toned(float luma, Vector3 dark, Vector3 middle, Vector3 light) =>
        luma < 0.5f ? Vector3.Lerp(dark, middle, luma * 2) : Vector3.Lerp(middle, light, luma * 2 - 1);

    /// <summary>How much of a hue is in a colour, 0 to 1: 1 for the pure hue, 0 from a sixth of the circle on.</summary>
    /// <param name="hue">In degrees.</param>
    public static float Share(Vector3 color, float hue, float reach = 60)
    {
        var (found, saturation, _) = Hsv(color);
        var away = MathF.Abs((found - hue + 540) % 360 - 180);
        return Math.Clamp(1 - away / reach, 0, 1) * Math.Min(1, saturation * 2.5f);
    }

    public static (float Hue, float Saturation, float Value) Hsv(Vector3 color)
    {
        float most = MathF.Max(color.X, MathF.Max(color.Y, color.Z)), least = MathF.Min(color.X, MathF.Min(color.Y, color.Z));
        var range = most - least;
        if (range < 1e-5f)
            return (0, 0, most);
        var hue = most == color.X ? (color.Y - color.Z) / range : most == color.Y ? 2 + (color.Z - color.X) / range : 4 + (color.X - color.Y) / range;
        return ((hue * 60 + 360) % 360, range / most, most);
    }

    public static Vector3 Rgb(float hue, float saturation, float value)
    {
        return new(Channel(5), Channel(3), Channel(1));

        float Channel(int n)
        {
            var k = (n + hue / 60) % 6;
            return value - value * saturation * Math.Clamp(MathF.Min(k, 4 - k), 0, 1);
        }
    }

    public static Vector3 Each(Vector3 color, Func<float, float> curve)
    {
        color = Vector3.Clamp(color, Vector3.Zero, Vector3.One);
        return new(curve(color.X), curve(color.Y), curve(color.Z));
    }
}
