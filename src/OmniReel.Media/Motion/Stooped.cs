namespace OmniReel.Media.Motion;

/// <summary>Another motion with the back bent by age; the head stays up.</summary>
public sealed class Stooped(IMotion motion) : IMotion
{
    /// <summary>By how much backs are bent forward.</summary>
    public const float Degrees = 13;

    public float Axis => motion.Axis;

    public float Pace => motion.Pace;

    public Pose At(float second)
    {
        var pose = motion.At(second);
        return pose with
        {
            Body = pose.Body with { Z = pose.Lean + Degrees, W = pose.Nod - 0.55f * Degrees },
            // Arms hang from the shoulders and not along the back.
            NearArm = pose.NearArm with { X = pose.NearArm.X + 3 },
        };
    }
}
