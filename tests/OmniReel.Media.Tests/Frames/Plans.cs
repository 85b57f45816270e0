using OmniReel.Media.Frames;
using OmniReel.Media.Motion;
using OmniReel.Media.Native;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Tests.Frames;

/// <summary>Small films whose every pixel is known: each shot one colour, with a still square and a disc that travels.</summary>
internal static class Plans
{
    public static readonly SKColor[] Colors = [SKColors.Red, SKColors.Lime, SKColors.Blue, SKColors.White, SKColors.Black];

    public static FilmPlan Colours(int width, int height, params int[] frames) => new(
        width, height, [.. frames.Select((f, i) => new ShotPlan { Frames = f, Seed = (ulong)i, Camera = CameraMove.PanLeft })]);

    public static StagedShot Staging(ShotPlan shot, Stage stage)
    {
        var color = Colors[(int)shot.Seed];
        return new StagedShot(
            [
                new StillLayer(canvas => canvas.DrawColor(color)) { Depth = 0 },
                new StillLayer(canvas => Square(canvas, stage, 0.2f)) { Depth = 0.7f, Box = new SKRect(0, 0, stage.Width, stage.Height / 2f) },
                new MovingLayer((canvas, moment) => Disc(canvas, stage, moment.Progress)) { Depth = 1 },
            ],
            new Camera(shot.Camera, stage, new SKPoint(stage.Width / 2f, stage.Height / 2f)),
            SKColors.Black.WithAlpha(0));
    }

    private static void Square(SKCanvas canvas, Stage stage, float at)
    {
        using var paint = new HeldPaint { Color = SKColors.Orange.WithAlpha(180), IsAntialias = true };
        canvas.DrawRect(stage.Width * at, stage.Height * at, stage.Height * 0.2f, stage.Height * 0.2f, paint);
    }

    private static void Disc(SKCanvas canvas, Stage stage, float at)
    {
        using var paint = new HeldPaint { Color = SKColors.Purple, IsAntialias = true };
        canvas.DrawCircle(stage.Width * at, stage.Height * 0.5f, stage.Height * 0.1f, paint);
    }
}
