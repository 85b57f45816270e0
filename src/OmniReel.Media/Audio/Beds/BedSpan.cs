using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio.Beds;

/// <summary>Where a sound of the bed is heard.</summary>
/// <param name="Length">In samples.</param>
/// <param name="Shot">The shot in which it begins: what the ground is, who walks.</param>
internal readonly record struct BedSpan(int Length, ShotPlan Shot, Stage Stage)
{
    public double Seconds => Length / (double)SoundFormat.Rate;
}
