using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Falling;

/// <summary>Rings that open and fade on wet ground.</summary>
internal static class Ripples
{
    private const int Count = 34;
    private const float Flat = 0.30f;
    private const float Seconds = 0.95f;

    /// <summary>One layer on the ground, or none when the ground is out of the frame.</summary>
    public static IEnumerable<Layer> Layers(Scene scene, Stage stage, Random random, SKColor paper)
    {
        var ground = scene.Standings.Count > 0 ? scene.Standings[0].Ground.Y : stage.Height * 0.86f;
        var top = ground - stage.Height * 0.05f;
        if (top > stage.Height * 0.96f)
            yield break;
        var rings = new (float Phase, int Salt, float Size)[Count];
        for (var i = 0; i < Count; i++)
            rings[i] = (random.NextSingle(), random.Next(), 0.6f + 0.4f * random.NextSingle());
        var field = new SKRect(stage.Reach.Left, top, stage.Reach.Right, stage.Height + 12 * stage.Unit);
        yield return new MovingLayer((canvas, moment) => Draw(canvas, moment.Seconds, rings, field, stage.Unit, paper))
        {
            Depth = 0.98f,
            Box = field,
        };
    }

    private static void Draw(SKCanvas canvas, float seconds, (float Phase, int Salt, float Size)[] rings, SKRect field, float unit, SKColor paper)
    {
        using var paint = new HeldPaint { IsAntialias = true, Style = SKPaintStyle.Stroke };
        foreach (var (phase, salt, size) in rings)
        {
            var age = seconds / Seconds + phase;
            var round = (int)age;
            age -= round;
            var place = new Random(unchecked(salt + round * 7919));
            float x = field.Left + field.Width * place.NextSingle(), share = place.NextSingle();
            // Nearer rings are larger: the field is seen at a slant.
            var near = 0.55f + 0.45f * share;
            var radius = (3 + 23 * MathF.Sqrt(age)) * unit * size * near;
            paint.StrokeWidth = (1.9f - age) * unit * near;
            paint.Color = paper.WithAlpha((byte)(170 * (1 - age) * MathF.Min(1, age * 8)));
            canvas.DrawOval(x, field.Top + field.Height * share, radius, radius * Flat, paint);
        }
    }
}
