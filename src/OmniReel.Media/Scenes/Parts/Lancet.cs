using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Pointed arches: the openings of a church.</summary>
internal static class Lancet
{
    /// <summary>An opening that ends in a pointed arch as high as it is wide.</summary>
    public static SKPath Cut(SKRect box)
    {
        var spring = box.Top + Math.Min(0.9f * box.Width, 0.6f * box.Height);
        var path = Held.Path();
        path.MoveTo(box.Left, box.Bottom);
        path.LineTo(box.Left, spring);
        path.CubicTo(box.Left, spring - 0.52f * (spring - box.Top), box.MidX - 0.22f * box.Width, box.Top + 0.16f * (spring - box.Top), box.MidX, box.Top);
        path.CubicTo(box.MidX + 0.22f * box.Width, box.Top + 0.16f * (spring - box.Top), box.Right, spring - 0.52f * (spring - box.Top), box.Right, spring);
        path.LineTo(box.Right, box.Bottom);
        path.Close();
        return path;
    }

    /// <summary>The stone about an opening, so broad on every side.</summary>
    public static SKPath Frame(SKRect box, float broad)
    {
        var outer = box;
        outer.Inflate(broad, 0);
        outer.Top -= 1.35f * broad;
        return Cut(outer).Less(Cut(box));
    }
}
