using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures;

/// <summary>Outlines written down as path data in millimetres, y down.</summary>
internal static class Outline
{
    /// <param name="scale">1 gives the written size in metres.</param>
    public static SKPath Of(string data, float scale = 1, float dx = 0, float dy = 0)
    {
        var path = Held.Parse(data) ?? throw new FormatException($"No path data: {data}");
        path.Transform(SKMatrix.CreateScaleTranslation(scale * 0.001f, scale * 0.001f, dx, dy));
        return path;
    }

    /// <summary>Cuts every hole into the outline; holes must lie inside it and apart from each other.</summary>
    public static SKPath With(this SKPath outline, params ReadOnlySpan<SKPath> holes)
    {
        foreach (var hole in holes)
            outline.Hole(hole);
        return outline;
    }
}
