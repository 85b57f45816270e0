using System.Text.Json.Serialization;

namespace OmniReel.Media.Plans;

/// <summary>A picture as large as the film that shows it.</summary>
/// <param name="Width">In pixels, that of the film.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Pixels">Row by row: blue, green, red and 255. Never changed.</param>
public sealed record StillPicture(int Width, int Height, [property: JsonIgnore] byte[] Pixels);

/// <summary>What a shot of pictures makes of them: decided once, so that whoever reads the plan knows what is seen.</summary>
public sealed record PictureTreatment
{
    /// <summary>How the first picture becomes the last one; null where there is only one.</summary>
    public Morph? Morph { get; init; }

    /// <summary>How far the two pictures follow from each other, 0 to 1; null where there is only one.</summary>
    public double? Confidence { get; init; }

    /// <summary>The subject stands on a plain ground, so it is cut out and the camera passes it by.</summary>
    public bool CutOut { get; init; }

    /// <summary>What the prompt says moves: of these, less has to be seen to be sure.</summary>
    public IReadOnlyList<Stir> Named { get; init; } = [];

    /// <summary>What moves by itself.</summary>
    public IReadOnlyList<Stir> Moving { get; init; } = [];
}

/// <summary>Flow: what is seen travels. Mixed: it travels where that is sure, and the rest dissolves. Dissolve: backdrop first, subject last, under a moving camera.</summary>
public enum Morph { Flow, Mixed, Dissolve }

/// <summary>What may move by itself in a picture. Light: the whole picture's light swells a little.</summary>
public enum Stir { Water, Sky, Foliage, Flame, Light }
