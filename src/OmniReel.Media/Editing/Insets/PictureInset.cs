using System.Runtime.InteropServices;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Editing.Insets;

/// <summary>
/// A picture in the film. What is cut out stands there as it is, with a shadow behind it; what is not is a print with a white border,
/// because it is one.
/// </summary>
internal sealed class PictureInset : IFrameStep, IDisposable
{
    private static readonly SKSamplingOptions s_smooth = new(SKFilterMode.Linear);

    private readonly SKImage _print;
    private readonly SKRect _box;
    private readonly CameraTrack? _track;

    /// <param name="track">How the scene moves; null for a picture that stands still in the frame.</param>
    public PictureInset(InsertEdit edit, InsertedPicture picture, int width, int height, CameraTrack? track)
    {
        var unit = Math.Min(width, height) / 720f;
        var place = InsetLayout.Picture(edit, width, height, picture.Width / (float)picture.Height);
        _track = track;
        var border = picture.IsCutOut ? 0 : MathF.Round(Math.Max(2, Math.Min(place.Width, place.Height) * 0.028f));
        var shadow = 9 * unit;
        var reach = (int)MathF.Ceiling(border + shadow * 3);
        _box = SKRect.Create(place.Left - reach, place.Top - reach, place.Width + 2 * reach, place.Height + 2 * reach);
        using var surface = SKSurface.Create(new SKImageInfo((int)_box.Width, (int)_box.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        Draw(surface.Canvas, picture, SKRect.Create(reach, reach, place.Width, place.Height), border, shadow);
        _print = surface.Snapshot();
    }

    public void Apply(Easel easel, Moment moment)
    {
        var canvas = easel.Canvas;
        if (_track is null)
        {
            canvas.DrawImage(_print, _box.Left, _box.Top);
            return;
        }

        canvas.Save();
        canvas.SetMatrix(_track.At(moment.Frame));
        canvas.DrawImage(_print, _box, s_smooth);
        canvas.Restore();
    }

    public void Dispose() => _print.Dispose();

    private static void Draw(SKCanvas canvas, InsertedPicture picture, SKRect place, float border, float shadow)
    {
        using var image = Copy(picture);
        using var drop = SKImageFilter.CreateDropShadow(shadow * 0.3f, shadow * 0.55f, shadow * 0.7f, shadow * 0.7f, SKColors.Black.WithAlpha(115));
        using var paint = new HeldPaint { IsAntialias = true, ImageFilter = drop, Color = new SKColor(0xFC, 0xFA, 0xF5) };
        if (border == 0)
        {
            canvas.DrawImage(image, place, s_smooth, paint);
            return;
        }

        var sheet = place;
        sheet.Inflate(border, border);
        canvas.DrawRect(sheet, paint);
        canvas.DrawImage(image, place, s_smooth);
    }

    private static SKImage Copy(InsertedPicture picture)
    {
        var pinned = GCHandle.Alloc(picture.Pixels, GCHandleType.Pinned);
        try
        {
            return SKImage.FromPixelCopy(new SKImageInfo(picture.Width, picture.Height, SKColorType.Bgra8888, SKAlphaType.Premul), pinned.AddrOfPinnedObject());
        }
        finally
        {
            pinned.Free();
        }
    }
}
