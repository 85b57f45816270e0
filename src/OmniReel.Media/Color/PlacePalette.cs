using OmniReel.Media.Figures;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using SkiaSharp;

namespace OmniReel.Media.Color;

/// <summary>The colours of one place at one time of day.</summary>
/// <param name="Land">From far to near: light and of the sky's hue, then deep and saturated. What it covers is the place's affair.</param>
/// <param name="Floor">The ground that figures stand on.</param>
/// <param name="Frame">The dark leaves in the corners.</param>
/// <param name="Figures">Chosen opposite to the ground that figures cross.</param>
internal sealed record PlacePalette(SKColor[] Land, SKColor Floor, SKColor Frame, FigurePalette Figures)
{
    private const float Near = 45;

    /// <summary>The same place with a paler ground where the main figure's cloth has the ground's hue.</summary>
    public PlacePalette Apart(ShotPlan shot)
    {
        if (shot.Figures.Count == 0 || shot.Figures[0].Clothing is not { } named || !IsNear(ClothColors.Of(named)))
            return this;
        var pale = Tint.Mix(Floor, Tint.Hex(0xFFF0B4), 0.85f);
        return this with
        {
            Floor = Tint.Mix(Floor, pale, 0.46f),
            Land = [.. Land.Select((c, i) => Tint.Mix(c, pale, 0.11f * i))],
        };
    }

    private bool IsNear(SKColor cloth)
    {
        cloth.ToHsv(out var hue, out var saturation, out _);
        Floor.ToHsv(out var own, out _, out _);
        var apart = MathF.Abs(hue - own) % 360;
        return saturation > 25 && Math.Min(apart, 360 - apart) < Near;
    }
}
