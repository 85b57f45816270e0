using System.Numerics;

namespace OmniReel.Media.Motion;

/// <summary>
/// A figure at one instant, as few numbers as a puppeteer holds rods. Degrees and metres; +x is the way the figure faces.
/// Poses add and scale, so that curves run through them.
/// </summary>
/// <param name="Body">Hips along x, hips below their rest height, lean of the trunk forward, nod of the head forward.</param>
/// <param name="NearArm">Shoulder (0 hangs, 90 points forward, 180 up), elbow and wrist, each relative to the bone before.</param>
/// <param name="NearFoot">Ball of the foot along x, height of the sole's pivot, pitch (above 0 the heel rises, below 0 the toe).</param>
/// <param name="Turn">Half turns about the standing axis: a paper figure turns by narrowing and opening mirrored.</param>
/// <param name="Flare">Degrees by which the skirt opens to each side beyond the legs.</param>
public readonly record struct Pose(
    Vector4 Body, Vector3 NearArm, Vector3 FarArm, Vector3 NearFoot, Vector3 FarFoot, float Turn = 0, float Flare = 0)
{
    public float HipX => Body.X;

    public float Dip => Body.Y;

    public float Lean => Body.Z;

    public float Nod => Body.W;

    public static Pose operator +(Pose a, Pose b) => new(
        a.Body + b.Body, a.NearArm + b.NearArm, a.FarArm + b.FarArm, a.NearFoot + b.NearFoot, a.FarFoot + b.FarFoot,
        a.Turn + b.Turn, a.Flare + b.Flare);

    public static Pose operator *(Pose a, float k) => new(
        a.Body * k, a.NearArm * k, a.FarArm * k, a.NearFoot * k, a.FarFoot * k, a.Turn * k, a.Flare * k);
}
