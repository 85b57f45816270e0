using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Color;

/// <summary>The light and the sky of one time of day in one season and weather: what every sheet of a scene has in common.</summary>
/// <param name="Sky">Rings of the light box, from the sun outward.</param>
/// <param name="Disc">The sun or the moon itself.</param>
/// <param name="Glow">What sheets near the sun warm to.</param>
/// <param name="Rim">The lit edge of a sheet.</param>
/// <param name="Shadow">Colour and strength (alpha) of shadows.</param>
/// <param name="Through">How much light comes through a sheet at the sun, 0..1.</param>
/// <param name="Clouds">Far and near cloud.</param>
/// <param name="Dusk">What local colours sink toward.</param>
/// <param name="DuskShare">How far they sink, 0..1.</param>
/// <param name="Vignette">Colour and strength (alpha) of the darkened corners.</param>
internal sealed record Air(
    SKColor[] Sky,
    SKColor Disc,
    SKColor Glow,
    SKColor Rim,
    SKColor Shadow,
    float Through,
    SKColor[] Clouds,
    SKColor Dusk,
    float DuskShare,
    SKColor Vignette)
{
    /// <summary>Sun, moon and stars are seen; false under rain or snow clouds.</summary>
    public bool IsClear { get; init; } = true;

    /// <summary>Share of windows and lanterns that are lit, 0..1.</summary>
    public float Lit { get; init; }

    /// <summary>A thing's own colour as it looks in this air.</summary>
    public SKColor Cast(SKColor color) => Tint.Mix(color, Dusk, DuskShare);

    /// <inheritdoc cref="Cast(SKColor)"/>
    public SKColor Cast(uint rgb) => Cast(Tint.Hex(rgb));
}
