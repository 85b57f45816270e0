namespace OmniReel.Media.Storyboards;

/// <summary>What a storyboard says.</summary>
/// <param name="Title">Of the film: a line of its words.</param>
/// <param name="IsChinese">The language of the sheet's own words; texts are of any.</param>
/// <param name="Panels">One for each shot.</param>
public sealed record SheetText(string Title, bool IsChinese, IReadOnlyList<PanelText> Panels);

/// <summary>What stands at one panel.</summary>
/// <param name="Prompt">What the shot shows; of any length, shortened where there is no room.</param>
/// <param name="Notes">A few words about camera and size; may be empty.</param>
public sealed record PanelText(string Prompt, string Notes);

/// <summary>What a sheet has to know of its film.</summary>
/// <param name="Width">Of the film, in pixels.</param>
/// <param name="Height">Likewise.</param>
/// <param name="ShotFrames">Length of each shot in frames.</param>
public sealed record SheetFacts(int Width, int Height, IReadOnlyList<int> ShotFrames);
