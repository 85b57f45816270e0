using OmniReel.Media.Encoding.Probing;

namespace OmniReel.Media.Editing;

/// <summary>The film that is edited.</summary>
/// <param name="Path">Absolute; made by us, whatever the bytes behind it are.</param>
/// <param name="Facts">As probed.</param>
/// <param name="KeepsSound">Its sound goes into the result, if it has any.</param>
public sealed record SourceFilm(string Path, FilmFacts Facts, bool KeepsSound);

/// <summary>A picture that an edit inserts.</summary>
/// <param name="Pixels">Row by row, blue, green, red and alpha, colours multiplied by alpha. Never changed.</param>
/// <param name="IsCutOut">Some of it is transparent: it has a shape of its own and no frame.</param>
public sealed record InsertedPicture(int Width, int Height, byte[] Pixels, bool IsCutOut);

/// <summary>What the edits of a plan need besides the film, by the numbers that the plan names.</summary>
public sealed record EditMaterial
{
    /// <summary>For <see cref="Plans.InsertSource.Image"/>.</summary>
    public IReadOnlyDictionary<int, InsertedPicture> Images { get; init; } = new Dictionary<int, InsertedPicture>();
}
