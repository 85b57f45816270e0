namespace OmniReel.Media.Figures.Clothes;

/// <summary>Something held upright in a hand: it goes with the hand but keeps to the vertical.</summary>
/// <param name="Tilt">Degrees that it leans forward.</param>
/// <param name="Give">Degrees that it swings with the step.</param>
internal sealed record HeldCut(Bone Hand, float GripX, float GripY, IReadOnlyList<Cut> Cuts, IReadOnlyList<Pin> Pins, float Tilt, float Give) : IItem;
