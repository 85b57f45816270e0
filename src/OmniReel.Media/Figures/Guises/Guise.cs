using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Figures.Guises;

/// <summary>Somebody of the cast as data: the body, the clothes, what is on the head, on the back and in the hand.</summary>
/// <param name="Person">Who is meant where no other word says it.</param>
/// <param name="IsFixed">The word itself says whether it is a woman, a man or a child.</param>
internal sealed record Guise(string Id, Person Person, bool IsFixed)
{
    public Garment? Garment { get; init; }

    /// <summary>Colours where the prompt names none; null leaves a piece to the rest.</summary>
    public SKColor? Cloth { get; init; }

    /// <inheritdoc cref="Cloth"/>
    public SKColor? Trousers { get; init; }

    /// <inheritdoc cref="Cloth"/>
    public SKColor? Shoes { get; init; }

    /// <inheritdoc cref="Cloth"/>
    public SKColor? Accent { get; init; }

    /// <inheritdoc cref="Cloth"/>
    public SKColor? HatColor { get; init; }

    /// <summary>Names a <see cref="Headgear"/>; null for a bare head.</summary>
    public string? Hat { get; init; }

    /// <summary>Name <see cref="Trappings"/>.</summary>
    public IReadOnlyList<string> Wears { get; init; } = [];

    /// <summary>Names a <see cref="Handhelds"/>; null for an empty hand.</summary>
    public string? Held { get; init; }

    public IReadOnlyList<Look> Looks { get; init; } = [];

    /// <summary>Where such people are at home, as a hint.</summary>
    public Place? Place { get; init; }

    public FigureAction? Action { get; init; }

    public IReadOnlyList<string> English { get; init; } = [];

    public IReadOnlyList<string> Chinese { get; init; } = [];

    /// <summary>What is worn that makes somebody one of these: armour.</summary>
    public IReadOnlyList<string> Worn { get; init; } = [];
}
