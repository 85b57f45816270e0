using OmniReel.Media.Motion;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>All that is seen in one shot, in painting order, and the camera that sees it.</summary>
internal sealed record StagedShot(IReadOnlyList<Layer> Layers, Camera Camera, SKColor Vignette);

/// <summary>Composes a shot for one shape of frame.</summary>
internal delegate StagedShot Staging(ShotPlan shot, Stage stage);

/// <summary>How a shot of a plan becomes layers.</summary>
internal static class ShotStaging
{
    public static StagedShot Compose(ShotPlan shot, Stage stage)
    {
        var sun = new SKPoint(stage.Width * 0.66f, stage.Height * 0.45f);
        var painter = new SheetPainter(stage, new Light(sun, Tint.Hex(0xFFE9A8), Tint.Hex(0xFFE2A0), Tint.Hex(0x3A0E3A).WithAlpha(120)));
        var sky = new StillLayer(canvas => painter.Sheet(canvas, Knife.Box(stage.Reach.Left, stage.Reach.Top, stage.Reach.Right, stage.Reach.Bottom), Tint.Hex(0xFF9B5C), 0, 0)) { Depth = 0 };
        return new StagedShot([sky], new Camera(shot.Camera, stage, sun, shot.Seed % 2 == 1), Tint.Hex(0x2A1030).WithAlpha(110));
    }
}
