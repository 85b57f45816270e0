using System.Numerics;

namespace OmniReel.Media.Figures.Clothes;

/// <summary>Something that stands by a figure and stays where it is: a stool, a piano.</summary>
/// <param name="At">Of its own origin, in figure metres: ahead, and down from the ground line.</param>
internal sealed record GroundCut(Vector2 At, IReadOnlyList<Cut> Cuts, IReadOnlyList<Pin> Pins) : IItem;
