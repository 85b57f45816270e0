namespace OmniReel.Media.Plans;

/// <summary>What was seen in a film that drives another one.</summary>
/// <param name="Seconds">How long it lasts.</param>
/// <param name="Cuts">Frames that begin a shot, at 24 a second, but for the first.</param>
/// <param name="Palette">Its main colours as <c>#rrggbb</c>, light to dark, five at most.</param>
/// <param name="Shots">In order.</param>
public sealed record ReferencePlan(double Seconds, IReadOnlyList<int> Cuts, IReadOnlyList<string> Palette, IReadOnlyList<ReferenceShot> Shots)
{
    /// <summary>What of it the new film takes over.</summary>
    public IReadOnlyList<ReferenceTrait> Taken { get; init; } = [];

    /// <summary>The new film goes on from its last frame, or leads to its first.</summary>
    public Sequel Sequel { get; init; }
}

/// <summary>One shot of a film that drives another one.</summary>
/// <param name="Start">Its first frame, at 24 a second.</param>
/// <param name="Frames">Its length.</param>
/// <param name="Camera">What its camera does on the whole.</param>
/// <param name="Activity">How much changes from frame to frame, 0 to 1.</param>
/// <param name="Luma">Mean brightness, 16 (black) to 235 (white).</param>
/// <param name="Palette">As the film's.</param>
public sealed record ReferenceShot(int Start, int Frames, CameraMove Camera, double Activity, int Luma, IReadOnlyList<string> Palette);

/// <summary>What one film can lend another.</summary>
public enum ReferenceTrait { Camera, Rhythm, Palette }

/// <summary>How a film stands to the one that it refers to: a film of its own, or the shot after it or before it.</summary>
public enum Sequel { None, Next, Previous }

/// <summary>A camera's way over one shot, at even distances in time from its first frame to its last.</summary>
/// <param name="X">How far the scene has gone to the right, as a share of the frame's width.</param>
/// <param name="Y">How far it has gone down, as a share of the frame's width too.</param>
/// <param name="Zoom">How much larger it is seen than at first.</param>
public sealed record CameraPath(IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double> Zoom);

/// <summary>The light and colour that a shot leans to.</summary>
/// <param name="Luma">Below these lie 5, 25, 50, 75 and 95 % of the picture, 16 to 235.</param>
/// <param name="Blue">Mean blue difference of the dark, the middle and the light third, 16 to 240 about 128.</param>
/// <param name="Red">Mean red difference likewise.</param>
/// <param name="Chroma">Mean distance from grey.</param>
public sealed record Tones(IReadOnlyList<int> Luma, IReadOnlyList<int> Blue, IReadOnlyList<int> Red, int Chroma);

/// <summary>A picture that a shot grows out of, or ends in, within a second; the rest of the shot is a scene.</summary>
/// <param name="First">The shot's first frame; null where it begins with its scene.</param>
/// <param name="Last">The shot's last frame; null where it ends with its scene.</param>
public sealed record Handover(StillPicture? First, StillPicture? Last);
