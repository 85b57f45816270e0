using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A floor of boards, which run away from the one who looks.</summary>
internal static class Boards
{
    /// <summary>Lays them over all below their far edge. False, and nothing is laid, where that edge is out of sight.</summary>
    /// <param name="top">The far edge, in pixels.</param>
    /// <param name="width">Of one board at the frame's lower edge, in units.</param>
    /// <param name="dark">How much darker the gaps are than the boards.</param>
    public static bool Lay(Studio studio, float depth, float top, float width, SKColor color, float dark)
    {
        var (unit, reach) = (studio.Unit, studio.Reach);
        if (top >= reach.Bottom)
            return false;
        var floor = Knife.Box(reach.Left, top, reach.Right, reach.Bottom);
        var vanishing = new SKPoint(studio.Width * 0.5f, studio.Height * 0.30f);
        var share = (top + 8 * unit - vanishing.Y) / (reach.Bottom - vanishing.Y);
        for (var x = reach.Left - 500 * unit; x < reach.Right + 500 * unit; x += width * unit)
        {
            var atTop = vanishing.X + (x - vanishing.X) * share;
            floor.Hole(Knife.Polygon(atTop - 0.7f * unit, top + 8 * unit, atTop + 0.7f * unit, top + 8 * unit, x + 1.5f * unit, reach.Bottom - 2, x - 1.5f * unit, reach.Bottom - 2));
        }

        studio.Behind.Still(depth, canvas =>
        {
            // Between the boards lies the dark of the cellar, not what stands behind.
            studio.Painter.Tissue(canvas, Knife.Box(reach.Left, top + 4 * unit, reach.Right, reach.Bottom), Tint.Mix(color, SKColors.Black, dark));
            studio.Painter.Sheet(canvas, floor, color, 1.1f, 2.4f);
        }, studio.Band(top, reach.Bottom));
        return true;
    }
}
