using System.Numerics;
using OmniReel.Media.Editing.Grading;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Editing.Weather;

/// <summary>What each weather does to a film: its light first, then what is in the air, far things before near ones.</summary>
internal static class Overlays
{
    private static readonly SKColor s_rain = new(0xDC, 0xE6, 0xF2);

    /// <summary>The light of a weather; null where it changes none.</summary>
    public static Func<Vector3, Vector3>? Light(Overlay weather) => weather switch
    {
        Overlay.Rain => c => Tone.Split(Tone.Lit(Tone.Contrast(Tone.Saturated(Tone.Exposed(c, -0.62f), 0.68f), 0.1f), new(0.92f, 0.99f, 1.08f)), new(0.01f, 0.015f, 0.03f), new(-0.04f, -0.03f, -0.02f)),
        Overlay.Snow => c => Tone.Split(Tone.Ranged(Tone.Lit(Tone.Saturated(c, 0.72f), new(0.93f, 0.99f, 1.07f)), 0.05f, 0.96f), new(0.01f, 0.02f, 0.04f), Vector3.Zero),
        Overlay.Fog => c => Tone.Ranged(Tone.Contrast(Tone.Saturated(c, 0.66f), -0.2f), 0.05f, 0.93f),
        Overlay.Fireflies => c => Tone.Exposed(c, -0.35f),
        _ => null,
    };

    public static IEnumerable<IFrameStep> In(WeatherEdit edit, int width, int height)
    {
        var stage = new Stage(width, height);
        var much = edit.Strength switch { Strength.Slight => 0.45f, Strength.Strong => 2.1f, _ => 1 };
        return edit.Weather switch
        {
            Overlay.Rain => Rain(stage, much),
            Overlay.Snow => Snow(stage, much),
            Overlay.Fog => [new FogStep(width, height, new SKColor(0xDD, 0xE2, 0xE6), 0.78f * edit.Strength switch { Strength.Slight => 0.55f, Strength.Strong => 1.35f, _ => 1 })],
            Overlay.Leaves => Leaves(stage, much),
            Overlay.Petals => Petals(stage, much),
            Overlay.Fireflies => Fireflies(stage, much),
            _ => Bubbles(stage, much),
        };
    }

    private static IFrameStep[] Rain(Stage stage, float much)
    {
        const float lean = -0.14f;
        var unit = stage.Unit;
        return
        [
            new FogStep(stage.Width, stage.Height, new SKColor(0xA8, 0xB2, 0xBC), 0.14f + 0.09f * much),
            Streaks(much, 900, 620, 820, 26, 1.0f, 66, 201),
            Streaks(much, 380, 1050, 1400, 52, 1.35f, 92, 202),
            Streaks(much, 70, 1700, 2200, 120, 2.1f, 80, 203),
        ];

        Drift Streaks(float more, int count, float slow, float fast, float length, float width, byte alpha, int salt) => new(
            stage, salt, new DriftLook((int)(count * more), slow, fast, lean, 0),
            [.. new[] { 0.75f, 1f, 1.3f }.Select(share => Flecks.Streak(stage, length * share * unit, width * unit, lean, s_rain.WithAlpha((byte)(alpha * (1.2f - 0.2f * share)))))], length * 1.4f);
    }

    private static Drift[] Snow(Stage stage, float much)
    {
        var unit = stage.Unit;
        return
        [
            Flakes(520, 46, 80, 10, 1.9f, 0.7f, 200, 211),
            Flakes(260, 84, 130, 22, 3.4f, 0.6f, 225, 212),
            Flakes(90, 140, 190, 34, 5.6f, 0.75f, 225, 213),
            Flakes(14, 220, 300, 50, 15f, 1f, 150, 214),
        ];

        Drift Flakes(int count, float slow, float fast, float sway, float radius, float soft, byte alpha, int salt) => new(
            stage, salt, new DriftLook((int)(count * much), slow, fast, 0.12f, sway),
            [.. new[] { 0.7f, 1f, 1.25f }.Select(share => Flecks.Disc(stage, radius * share * unit, soft, new SKColor(0xFA, 0xFC, 0xFF, alpha)))], radius * 2);
    }

    private static Drift[] Leaves(Stage stage, float much)
    {
        SKColor[] colors = [new(0xD9, 0x7B, 0x1E), new(0xB8, 0x3A, 0x1C), new(0xE3, 0xA8, 0x2B), new(0x9A, 0x5A, 0x24), new(0xC9, 0x5A, 0x20)];
        return Tumbling(stage, much, colors, Flecks.Leaf, 1, 221);
    }

    private static Drift[] Petals(Stage stage, float much)
    {
        SKColor[] colors = [new(0xFF, 0xD3, 0xE0), new(0xFA, 0xB4, 0xCB), new(0xFF, 0xE6, 0xEE), new(0xF2, 0x9C, 0xBA)];
        return Tumbling(stage, much * 1.5f, colors, Flecks.Petal, 0.72f, 231);
    }

    private static Drift[] Tumbling(Stage stage, float much, SKColor[] colors, Func<Stage, float, SKColor, float, Sprite> cut, float size, int salt)
    {
        var unit = stage.Unit;
        return
        [
            Layer(36, 52, 90, 30, 11, 0, 0),
            Layer(24, 90, 140, 46, 20, 0, 1),
            Layer(6, 150, 210, 60, 44, 3.6f, 2),
        ];

        Drift Layer(int count, float slow, float fast, float sway, float radius, float blur, int at) => new(
            stage, salt + at, new DriftLook((int)(count * much), slow, fast, 0.22f, sway, Tumbles: true),
            [.. colors.Select(color => cut(stage, radius * size * unit, color, blur * unit))], radius * 2);
    }

    private static Drift[] Fireflies(Stage stage, float much)
    {
        var unit = stage.Unit;
        return
        [
            Lights(46, 8, 18, 40, 7, 241),
            Lights(16, 14, 30, 70, 15, 242),
        ];

        Drift Lights(int count, float slow, float fast, float sway, float radius, int salt) => new(
            stage, salt, new DriftLook((int)(count * much), -slow, -fast, 0.3f, sway, Pulses: true),
            [Flecks.Disc(stage, radius * unit, 0.94f, new SKColor(0xFF, 0xE8, 0x7A)), Flecks.Disc(stage, radius * 0.7f * unit, 0.92f, new SKColor(0xE8, 0xFF, 0x90))], radius * 2, SKBlendMode.Screen);
    }

    private static Drift[] Bubbles(Stage stage, float much)
    {
        var unit = stage.Unit;
        return
        [
            Layer(24, 26, 48, 20, 12, 251),
            Layer(9, 44, 70, 34, 30, 252),
        ];

        Drift Layer(int count, float slow, float fast, float sway, float radius, int salt) => new(
            stage, salt, new DriftLook((int)(count * much), -slow, -fast, 0.08f, sway),
            [Flecks.Bubble(stage, radius * unit), Flecks.Bubble(stage, radius * 0.66f * unit), Flecks.Bubble(stage, radius * 1.3f * unit)], radius * 3);
    }
}
