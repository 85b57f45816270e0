using SkiaSharp;

namespace OmniReel.Media.Figures;

/// <summary>One cut sheet in its bone's metres. Holes are contours of an even-odd outline.</summary>
/// <param name="Lift">Height above the sheet behind; decides its shadow.</param>
/// <param name="Rim">Width of the lit bevel in units; 0 for paint on the sheet below.</param>
internal sealed record Cut(SKPath Outline, Dye Dye, float Lift = 0.6f, float Rim = 2f)
{
    /// <summary>What is seen through the holes: another paper glued behind them; null: what is behind the figure.</summary>
    public Dye? Lining { get; init; }
}

/// <summary>A brass joint in its bone's metres.</summary>
internal sealed record Pin(SKPoint At, float Radius, Dye Dye = Dye.Brass);

/// <summary>What is cut and pinned to one bone, and moves as one sprite.</summary>
internal sealed record Part(Bone Bone, IReadOnlyList<Cut> Cuts, IReadOnlyList<Pin> Pins) : IItem
{
    public Part(Bone bone, params Cut[] cuts)
        : this(bone, cuts, [])
    {
    }
}
