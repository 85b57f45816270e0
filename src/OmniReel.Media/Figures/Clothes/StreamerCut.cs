using System.Numerics;

namespace OmniReel.Media.Figures.Clothes;

/// <summary>A strip of cloth held at one end: ribbon, sash tail, plait.</summary>
/// <param name="Bone">Where it is held, and the point of that bone in metres.</param>
/// <param name="Drift">Metres per second at which air carries what the hand left behind (x forward, y down).</param>
/// <param name="Memory">Seconds of the hand's past that lie along the strip.</param>
/// <param name="Wave">Metres that waves reach at the free end.</param>
/// <param name="Twists">Half twists along the strip: it narrows and shows its other side at each.</param>
/// <param name="Holes">Rows of holes along the strip.</param>
/// <param name="Follow">Share of the hand's path that the strip keeps; less lies calmer.</param>
internal sealed record StreamerCut(
    Bone Bone, Vector2 At, float Length, float HalfWidth, Vector2 Drift, float Memory, float Wave, float Waves, float Twists, int Holes,
    Dye Front, Dye Back, float Taper = 1, float Phase = 0, float Follow = 1) : IItem
{
    /// <summary>Degrees from straight out to its side by which the strip may head up or down; null lets it go any way, and across the body.</summary>
    public float? Outward { get; init; }
}
