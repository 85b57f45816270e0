using OmniReel.Media.Storyboards;

namespace OmniReel.Media.Stills;

/// <summary>Where a film, and what is made along with it, is put. Each file appears when it is whole; none is left of a film that is not finished.</summary>
/// <param name="Film">The film itself, an MP4.</param>
public sealed record FilmFiles(string Film)
{
    /// <summary>The same film with the mark in its corner, an MP4; null for none.</summary>
    public string? Marked { get; init; }

    /// <summary>The film's raw sound (see <see cref="Audio.SoundTrack"/>), which is there already; null for a film without an audio stream.</summary>
    public string? Sound { get; init; }

    /// <summary>Pictures of the film; null for none.</summary>
    public StillFiles? Stills { get; init; }
}

/// <summary>Where the pictures of a film are put.</summary>
/// <param name="Poster">One good frame as large as the film, a JPEG.</param>
/// <param name="Strip">Ten frames from begin to end side by side, a JPEG.</param>
/// <param name="Panels">A picture of each shot, one below the other, a JPEG: what a sheet is made of.</param>
/// <param name="Sheet">The storyboard, a PNG.</param>
/// <param name="Text">What the storyboard says.</param>
public sealed record StillFiles(string Poster, string Strip, string Panels, string Sheet, SheetText Text);
