using OmniReel.Media.Scenes;
using SkiaSharp;

namespace OmniReel.Media.Color;

/// <summary>The colours of one place at one time of day.</summary>
/// <param name="Land">From far to near: light and of the sky's hue, then deep and saturated. What it covers is the place's affair.</param>
/// <param name="Floor">The ground that figures stand on.</param>
/// <param name="Frame">The dark leaves in the corners.</param>
/// <param name="Figures">Chosen opposite to the ground that figures cross.</param>
internal sealed record PlacePalette(SKColor[] Land, SKColor Floor, SKColor Frame, FigurePalette Figures);
