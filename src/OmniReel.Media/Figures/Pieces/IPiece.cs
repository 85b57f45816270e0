using SkiaSharp;

namespace OmniReel.Media.Figures.Pieces;

/// <summary>Something cut and ready to be drawn at any instant, from several threads at once.</summary>
internal interface IPiece
{
    /// <param name="second">Of the figure's motion.</param>
    /// <param name="stance">The skeleton at that second.</param>
    void Draw(SKCanvas canvas, float second, in Stance stance);

    /// <summary>What <see cref="Draw"/> touches, in stage pixels.</summary>
    SKRect Reach(float second, in Stance stance);
}
