using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Falling;

/// <summary>Slivers of tracing paper that fall aslant at three depths, and rings where they meet the ground.</summary>
internal static class Rain
{
    private const float Lean = -0.20f;

    public static IReadOnlyList<Layer> Layers(ShotPlan shot, Scene scene, Stage stage)
    {
        var random = new Random(unchecked((int)(shot.Seed * 31 + 1)));
        var shelter = new Shelter(shot, scene, Lean);
        var paper = Tint.Mix(scene.Light.Glow, new SKColor(0xE4, 0xEC, 0xFF), 0.72f);
        return
        [
            Sheet(stage, random, paper.WithAlpha(150), 0.45f, 520, 0.62f),
            .. Ripples.Layers(scene, stage, random, paper),
            Sheet(stage, random, paper.WithAlpha(200), 1f, 270, 1f, shelter: shelter),
            Sheet(stage, random, paper.WithAlpha(205), 1.5f, 60, 1.6f, shelter: shelter),
        ];
    }

    /// <summary>Rain beyond a window.</summary>
    /// <param name="window">The part of the stage where it is seen.</param>
    public static Layer Beyond(Studio studio, SKRect window, float depth)
    {
        var paper = Tint.Mix(studio.Air.Glow, new SKColor(0xE4, 0xEC, 0xFF), 0.72f);
        var random = new Random(unchecked((int)(studio.Shot.Seed * 31 + 1)));
        return Sheet(studio.Stage, random, paper.WithAlpha(190), depth, 1500, 0.62f, window);
    }

    /// <param name="size">Of drops and speed, relative to where figures stand.</param>
    /// <param name="shelter">What keeps it off; null for rain behind everybody.</param>
    private static MovingLayer Sheet(Stage stage, Random random, SKColor paper, float depth, int count, float size, SKRect? window = null, Shelter? shelter = null)
    {
        var unit = stage.Unit * size;
        // A drop falls about its own length from frame to frame, so that the eye joins one picture of it to the next.
        Sprite[] drops = [Drop(stage, unit, 34, paper), Drop(stage, unit, 46, paper), Drop(stage, unit, 58, paper)];
        var fall = new Fall(stage, random, count, (760 * unit, 1060 * unit), Lean, 70 * unit);
        return new MovingLayer((canvas, moment) =>
        {
            foreach (var (at, kind) in fall.At(moment.Seconds))
            {
                if ((window is null || window.Value.Contains(at)) && shelter?.Covers(at, moment) != true)
                    drops[(int)(kind * drops.Length)].Draw(canvas, SKMatrix.CreateTranslation(at.X, at.Y));
            }
        })
        { Depth = depth, Box = window };
    }

    /// <summary>A sliver that leans with the rain: a point above, a round end below.</summary>
    private static Sprite Drop(Stage stage, float unit, float length, SKColor paper)
    {
        float tall = length * unit, wide = 1.5f * unit;
        using var sliver = Held.Path();
        sliver.MoveTo(0, -tall);
        sliver.QuadTo(wide * 0.9f, -tall * 0.35f, wide, -wide);
        sliver.QuadTo(wide, wide * 0.6f, 0, wide * 0.6f);
        sliver.QuadTo(-wide, wide * 0.6f, -wide, -wide);
        sliver.QuadTo(-wide * 0.9f, -tall * 0.35f, 0, -tall);
        sliver.Close();
        sliver.Transform(SKMatrix.CreateRotation(MathF.Atan(-Lean)));
        return Sprite.Bake(stage, sliver.Bounds, canvas =>
        {
            using var paint = new HeldPaint { IsAntialias = true, Color = paper };
            canvas.DrawPath(sliver, paint);
        });
    }
}
