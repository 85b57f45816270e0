using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>One leaf with a slit for its vein.</summary>
internal static class Leaf
{
    /// <param name="angle">Radians; 0 points to the right.</param>
    public static SKPath Outline(float x, float y, float length, float angle)
    {
        var leaf = Held.Path();
        leaf.MoveTo(0, 0);
        leaf.QuadTo(length * 0.4f, -length * 0.30f, length, 0);
        leaf.QuadTo(length * 0.45f, length * 0.24f, 0, 0);
        leaf.Close();
        using var vein = Held.Path();
        vein.MoveTo(length * 0.22f, 0);
        vein.QuadTo(length * 0.5f, -length * 0.05f, length * 0.82f, 0);
        vein.QuadTo(length * 0.5f, length * 0.03f, length * 0.22f, 0);
        vein.Close();
        leaf.Hole(vein);
        leaf.Transform(SKMatrix.CreateRotation(angle).PostConcat(SKMatrix.CreateTranslation(x, y)));
        return leaf;
    }
}
