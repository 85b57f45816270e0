using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes;

/// <summary>A picture behind all: it fills the frame far away, so that the camera passes it slowly.</summary>
internal static class PrintBackdrop
{
    private const float Depth = 0.30f;

    /// <summary>Share of the frame that it reaches beyond each edge: the camera moves it by less.</summary>
    private const float Beyond = 0.045f;

    private const float Toned = 0.5f;

    /// <summary>The scene with the shot's picture in place of the place; as it is where there is none.</summary>
    public static Scene Behind(ShotPlan shot, Scene scene, Stage stage)
    {
        if (shot.Backdrop?.Picture is not { } picture)
            return scene;
        var painter = new SheetPainter(stage, scene.Light);
        var air = Airs.At(shot.Time, shot.Season, shot.Weather);
        var paper = Tint.Mix(SKColors.White, air.Dusk, air.DuskShare * Toned);
        var frame = SKRect.Inflate(new SKRect(0, 0, stage.Width, stage.Height), Beyond * stage.Width, Beyond * stage.Height);
        var scale = Math.Max(frame.Width / picture.Width, frame.Height / picture.Height);
        var box = SKRect.Create(frame.MidX - picture.Width * scale / 2, frame.MidY - picture.Height * scale / 2, picture.Width * scale, picture.Height * scale);
        var layer = new StillLayer(canvas =>
        {
            using var colors = PrintPaint.Of(picture, box, painter, paper, SKShaderTileMode.Mirror);
            canvas.DrawRect(stage.Reach, colors);
        }) { Depth = Depth };
        return scene with { Behind = [layer], InFront = [], Passing = 0 };
    }
}
