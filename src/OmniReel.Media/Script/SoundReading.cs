using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>What the prompts of a film say of sounds, music and speech.</summary>
public sealed record SoundReading
{
    /// <summary>Words that ask for a sound that can be made, as written: where the film has sound they are understood, whether they are seen or not.</summary>
    public IEnumerable<string> Words => Beats.SelectMany(beat => beat.Facts.Sound.Words);

    internal IReadOnlyList<SoundBeat> Beats { get; init; } = [];

    internal IReadOnlyList<Quote> Quotes { get; init; } = [];
}

/// <summary>What is said of some shots of the plan.</summary>
internal sealed record SoundBeat(int FirstShot, int Shots, ShotFacts Facts);

/// <summary>Words that somebody speaks.</summary>
/// <param name="Speaker">Null where the prompt does not tell: whoever is seen.</param>
internal sealed record Quote(string Text, Speaker? Speaker);
