using System.Runtime.InteropServices;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>A shot of one picture, flat before the camera.</summary>
internal static class PictureStaging
{
    /// <summary>The camera moves what is far less than what is near: at this distance a push enlarges by a ninth, over the whole shot.</summary>
    private const float Depth = 0.4f;

    public static StagedShot Compose(ShotPlan shot, StillPicture picture, Stage stage)
    {
        var image = Copy(picture);
        var layer = new StillLayer(canvas => canvas.DrawImage(image, 0, 0)) { Depth = Depth, Box = new SKRect(0, 0, stage.Width, stage.Height) };
        return new StagedShot([layer], new Camera(shot.Camera, stage, new SKPoint(stage.Width * 0.5f, stage.Height * 0.5f)), SKColors.Black.WithAlpha(0));
    }

    private static SKImage Copy(StillPicture picture)
    {
        var pinned = GCHandle.Alloc(picture.Pixels, GCHandleType.Pinned);
        try
        {
            return SKImage.FromPixelCopy(new SKImageInfo(picture.Width, picture.Height, SKColorType.Bgra8888, SKAlphaType.Opaque), pinned.AddrOfPinnedObject());
        }
        finally
        {
            pinned.Free();
        }
    }
}
