using OmniReel.Media.Ink;
using SkiaSharp;

namespace OmniReel.Media.Paper;

/// <summary>The one light of a shot: every sheet takes its rim, warmth and shadow from it.</summary>
/// <param name="Sun">Where it stands, in stage pixels.</param>
/// <param name="Glow">What sheets near it warm to.</param>
/// <param name="Rim">The lit edge of a sheet.</param>
/// <param name="Shadow">Colour and strength (alpha) of shadows.</param>
/// <param name="Through">How much light comes through a sheet right at the sun, 0..1 (0.34 at night, 0.50 at sunset).</param>
public sealed record Light(SKPoint Sun, SKColor Glow, SKColor Rim, SKColor Shadow, float Through = 0.42f)
{
    /// <summary>Falls alike on the left and the right, for sheets that pass along the frame: they must not carry the sun's place with them.</summary>
    public bool IsLevel { get; init; }

    /// <summary>Set where all is drawn with ink and wash; null for paper.</summary>
    public Inking? Ink { get; init; }

    /// <summary>The same light on who and what a shot is about: less of it comes through, for a colour must be told even right before the sun.</summary>
    public Light OnSubject() => Ink is null ? this with { Through = 0.5f * Through } : this with { Ink = Inking.Subject };
}
