using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>What is to be read: one prompt per shot with its length in frames, or one prompt to divide (see <see cref="Divide"/>).</summary>
/// <param name="Shots">The prompts in playing order with their frames; one item for a single shot.</param>
/// <param name="NegativePrompt">What must not appear, in any language read here; may be empty.</param>
/// <param name="Divide">True: the only prompt is divided into shots (multi-shot intelligence).</param>
public sealed record ScriptRequest(IReadOnlyList<ScriptShot> Shots, string NegativePrompt, int Width, int Height, bool Divide = false)
{
    /// <summary>Names of pictures that prompts may put into scenes: <c>image_1</c>, <c>element_2</c>. Other names are words like any.</summary>
    public IReadOnlySet<string> Pictures { get; init; } = new HashSet<string>();
}


public sealed record ScriptShot(string Prompt, int Frames);

/// <summary>The plan that was read, and the words that no vocabulary entry explains (in the order met, without repeats).</summary>
public sealed record ScriptReading(FilmPlan Plan, IReadOnlyList<string> NotUnderstood)
{
    /// <summary>
    /// For each shot of the plan the accessories that its prompt, an earlier one or the negative prompt speaks of, be it to
    /// deny them: whoever dresses a figure further leaves these alone.
    /// </summary>
    public required IReadOnlyList<IReadOnlySet<Accessory>> SpokenOf { get; init; }

    /// <summary>The prompts name no place, nobody and nothing: what is drawn is all of our choice.</summary>
    public bool IsBare { get; init; }

    /// <summary>What the prompts say of sounds, music and speech (see <see cref="SoundPlanner"/>).</summary>
    public SoundReading Sound { get; init; } = new();
}
