using System.Numerics;
using OmniReel.Media.Motion;

namespace OmniReel.Media.Figures;

/// <summary>Turns poses into placed bones: trunk and arms by their angles, legs from the feet up.</summary>
internal sealed class Skeleton(Build build, float axis)
{
    private const float Degree = MathF.PI / 180;

    public Build Build { get; } = build;

    public Stance Solve(Pose pose)
    {
        var stance = new Stance { Facing = Shown(pose.Turn), Axis = axis, Flare = pose.Flare };
        Placed near = Foot(pose.NearFoot), far = Foot(pose.FarFoot);
        var hips = Reachable(new Vector2(pose.HipX, pose.Dip - Build.HipHeight), pose, near.Root, far.Root);
        stance[Bone.NearFoot] = near;
        stance[Bone.FarFoot] = far;
        var trunk = new Placed(hips, pose.Lean * Degree);
        stance[Bone.Trunk] = trunk;
        Leg(ref stance, trunk.At(Build.HipSpread, 0), Bone.NearThigh);
        Leg(ref stance, trunk.At(-Build.HipSpread, 0), Bone.FarThigh);

        var neck = trunk.Child(0.02f * Build.Head, -Build.Trunk, (pose.Lean + pose.Nod * 0.4f) * Degree);
        stance[Bone.Neck] = neck;
        stance[Bone.Head] = neck.Child(0, -Build.Neck, (pose.Lean + pose.Nod) * Degree);
        var shoulder = Build.Trunk * 0.885f;
        Arm(ref stance, trunk.At(Build.Shoulder, -shoulder), pose.NearArm, Bone.NearUpperArm);
        Arm(ref stance, trunk.At(-Build.Shoulder, -shoulder), pose.FarArm, Bone.FarUpperArm);
        return stance;
    }

    /// <summary>
    /// A card that turns evenly is seen narrow for long; a puppeteer holds it broad and passes the narrow side at once. Cosine of the
    /// turn as it is shown.
    /// </summary>
    private static float Shown(float turn)
    {
        var facing = MathF.Cos(turn * MathF.PI);
        return MathF.CopySign(MathF.Pow(MathF.Abs(facing), 0.55f), facing);
    }

    /// <summary>A foot turns about its ball when the heel rises and about its heel when the toe does, so the contact stays.</summary>
    private Placed Foot(Vector3 foot)
    {
        var angle = foot.Z * Degree;
        var pivot = foot.Z >= 0 ? new Vector2(Build.Ball, Build.Ankle) : new Vector2(-Build.Heel, Build.Ankle);
        var contact = new Vector2(foot.X + (foot.Z >= 0 ? 0 : -Build.Heel - Build.Ball), -foot.Y);
        return new Placed(contact - Vector2.Transform(pivot, Matrix3x2.CreateRotation(angle)), angle);
    }

    /// <summary>Lowers the hips until every foot on the ground is within its leg's reach: feet that stand stay.</summary>
    private Vector2 Reachable(Vector2 hips, Pose pose, Vector2 nearAnkle, Vector2 farAnkle)
    {
        var reach = (Build.Thigh + Build.Shin) * 0.998f;
        if (pose.NearFoot.Y <= 0)
            hips.Y = Math.Max(hips.Y, Highest(nearAnkle - new Vector2(Build.HipSpread, 0)));
        if (pose.FarFoot.Y <= 0)
            hips.Y = Math.Max(hips.Y, Highest(farAnkle + new Vector2(Build.HipSpread, 0)));
        return hips;

        float Highest(Vector2 ankle)
        {
            var across = ankle.X - hips.X;
            return ankle.Y - MathF.Sqrt(Math.Max(0, reach * reach - across * across));
        }
    }

    /// <summary>Two bones to a given ankle, knee forward. An ankle out of reach (only of a lifted foot) is drawn in.</summary>
    private void Leg(ref Stance stance, Vector2 hip, Bone thigh)
    {
        Bone shin = thigh + 1, foot = thigh + 2;
        float a = Build.Thigh, b = Build.Shin;
        var to = stance[foot].Root - hip;
        var distance = Math.Clamp(to.Length(), MathF.Abs(a - b) + 0.01f, (a + b) * 0.9995f);
        // Angles clockwise from straight down: a point ahead of the hip is at a negative one.
        var straight = MathF.Atan2(-to.X, to.Y);
        var bend = MathF.Acos(Math.Clamp((a * a + distance * distance - b * b) / (2 * a * distance), -1, 1));
        var knee = MathF.Acos(Math.Clamp((a * a + b * b - distance * distance) / (2 * a * b), -1, 1));
        stance[thigh] = new Placed(hip, straight - bend);
        stance[shin] = stance[thigh].Child(0, a, straight - bend + MathF.PI - knee);
        stance[foot] = stance[shin].Child(0, b, stance[foot].Angle);
    }

    private void Arm(ref Stance stance, Vector2 shoulder, Vector3 arm, Bone upper)
    {
        stance[upper] = new Placed(shoulder, -arm.X * Degree);
        stance[upper + 1] = stance[upper].Child(0, Build.UpperArm, -(arm.X + arm.Y) * Degree);
        stance[upper + 2] = stance[upper + 1].Child(0, Build.Forearm, -(arm.X + arm.Y + arm.Z) * Degree);
    }
}
