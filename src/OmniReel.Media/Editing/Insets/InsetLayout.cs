using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Editing.Insets;

/// <summary>Where in the frame something inserted stands, and how large.</summary>
public static class InsetLayout
{
    /// <summary>Free between an inset and the edge of the frame, a share of the shorter side.</summary>
    private const float Margin = 0.045f;

    /// <summary>The picture's own rectangle in pixels, without a frame around it.</summary>
    /// <param name="aspect">Its width over its height.</param>
    public static SKRectI Picture(InsertEdit edit, int width, int height, float aspect)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var place = edit.Place == FramePlace.Unsaid ? FramePlace.BottomRight : edit.Place;
        var share = edit.Size switch { InsertSize.Small => 0.22f, InsertSize.Large => 0.66f, _ => place == FramePlace.Center ? 0.46f : 0.34f };
        float tall = height * share, wide = tall * aspect;
        // A wide picture in an upright frame is as wide as it may be high elsewhere.
        var most = width * Math.Min(0.9f, share * 1.25f);
        if (wide > most)
            (wide, tall) = (most, most / aspect);
        var box = Placed(place, new SKSize(MathF.Round(wide), MathF.Round(tall)), width, height);
        return SKRectI.Round(box);
    }

    /// <summary>Where a figure's feet stand, and how many pixels its two metres are.</summary>
    public static (SKPoint Ground, float Height) Figure(InsertEdit edit, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var isCorner = edit.Place is FramePlace.TopLeft or FramePlace.TopRight or FramePlace.BottomLeft or FramePlace.BottomRight or FramePlace.Top;
        var tall = height * (edit.Size switch { InsertSize.Small => 0.34f, InsertSize.Large => 0.92f, _ => isCorner ? 0.44f : 0.66f });
        // Figures stand below unless they are asked to be above.
        var place = edit.Place switch { FramePlace.Left => FramePlace.BottomLeft, FramePlace.Right => FramePlace.BottomRight, FramePlace.Unsaid or FramePlace.Center => FramePlace.Bottom, _ => edit.Place };
        var box = Placed(place, new SKSize(Math.Min(tall * 0.62f, width * 0.8f), tall), width, height);
        return (new SKPoint(box.MidX, box.Bottom), tall);
    }

    private static SKRect Placed(FramePlace place, SKSize size, int width, int height)
    {
        var margin = MathF.Round(Math.Min(width, height) * Margin);
        var x = place switch
        {
            FramePlace.Left or FramePlace.TopLeft or FramePlace.BottomLeft => margin,
            FramePlace.Right or FramePlace.TopRight or FramePlace.BottomRight => width - margin - size.Width,
            _ => (width - size.Width) / 2,
        };
        var y = place switch
        {
            FramePlace.Top or FramePlace.TopLeft or FramePlace.TopRight => margin,
            FramePlace.Bottom or FramePlace.BottomLeft or FramePlace.BottomRight => height - margin - size.Height,
            _ => (height - size.Height) / 2,
        };
        return SKRect.Create(x, y, size.Width, size.Height);
    }
}
