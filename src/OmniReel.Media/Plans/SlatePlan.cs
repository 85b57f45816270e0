namespace OmniReel.Media.Plans;

/// <summary>What is burnt into every frame of a film for those who test with it, besides its shot, time and number.</summary>
/// <param name="Mode">The quality asked for: <c>std</c>.</param>
/// <param name="Kind">What the film is made from: <c>text-to-video, single-shot</c>.</param>
/// <param name="References">What it was given: <c>image_1:first</c>, <c>element_2</c>; empty for a film of words alone.</param>
/// <param name="Task">What its task is called.</param>
public sealed record SlatePlan(string Mode, string Kind, IReadOnlyList<string> References, string Task);
