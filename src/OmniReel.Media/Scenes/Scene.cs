using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes;

/// <summary>Where one figure stands: the ground point between its feet, its scale, and which way it faces.</summary>
/// <param name="Ground">Stage pixels.</param>
/// <param name="PixelsPerMetre">A grown person is about 1.7 m to the crown, arms raised 2.2 m.</param>
/// <param name="FacesRight">Figures face the light where they can.</param>
/// <param name="Travel">Pixels that a walker moves the way it faces over the whole shot, half of it before and half after <paramref name="Ground"/> (what it walks besides, the scenery passes).</param>
public sealed record Standing(SKPoint Ground, float PixelsPerMetre, bool FacesRight, float Travel);

/// <summary>Colours that figures take when the prompt names none; chosen opposite to the ground they cross.</summary>
public sealed record FigurePalette(SKColor Clothing, SKColor Accent, SKColor Skin, SKColor Hair, SKColor Shoes);

/// <summary>A place at a time in a weather, composed for one shape of frame: far layers first.</summary>
public sealed record Scene
{
    public required Light Light { get; init; }

    /// <summary>Sky to the ground that figures stand on.</summary>
    public required IReadOnlyList<Layer> Behind { get; init; }

    /// <summary>What hangs or stands nearer than the figures (corner branches, a near wave).</summary>
    public required IReadOnlyList<Layer> InFront { get; init; }

    /// <summary>One standing per figure of the plan, in the plan's order.</summary>
    public required IReadOnlyList<Standing> Standings { get; init; }

    public required FigurePalette Figures { get; init; }

    /// <summary>Stage pixels per second by which the ground goes past people who walk; above 0 they go to the right.</summary>
    public float Passing { get; init; }

    /// <summary>Colour and strength (alpha) of the darkened corners.</summary>
    public required SKColor Vignette { get; init; }
}
