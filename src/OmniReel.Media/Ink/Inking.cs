namespace OmniReel.Media.Ink;

/// <summary>What a part of a scene is drawn with where it is drawn in ink.</summary>
/// <param name="Pigment">How much of its colour a wash keeps: 0 is grey, 1 is water colour.</param>
/// <param name="Darkest">How much of black is black ink in a wash.</param>
/// <param name="Pen">How broad lines are: 1 for scenery.</param>
public sealed record Inking(float Pigment, float Darkest, float Pen)
{
    /// <summary>Places, almost grey.</summary>
    public static Inking Scenery { get; } = new(0.20f, 0.60f, 1);

    /// <summary>Who and what a shot is about: their colours were chosen for it, and their outlines come forward.</summary>
    public static Inking Subject { get; } = new(0.92f, 0.74f, 1.3f);
}
