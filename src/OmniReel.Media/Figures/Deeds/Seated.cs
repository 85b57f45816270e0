using System.Numerics;
using OmniReel.Media.Motion;

namespace OmniReel.Media.Figures.Deeds;

/// <summary>What somebody sits on, which decides where the legs go.</summary>
internal enum SeatKind { Ground, Chair, Saddle, Cycle }

/// <summary>A seat at every second.</summary>
/// <param name="Hips">Of the hip joints, in figure metres: ahead of the figure's place, and above the ground.</param>
internal sealed record Seat(SeatKind Kind, Func<float, Vector2> Hips)
{
    /// <summary>The pedals' axle or the feet's rest likewise; only of a vehicle.</summary>
    public Func<float, Vector2>? Crank { get; init; }

    public float CrankRadius { get; init; }

    /// <summary>Turns that the near pedal has made from the top of its round; null for feet that rest.</summary>
    public Func<float, float>? Turns { get; init; }

    /// <summary>Where the hands hold on; null leaves them to the rider.</summary>
    public Func<float, Vector2>? Grip { get; init; }
}

/// <summary>Another motion with the hips on a seat: head and breath go on, legs and arms are those of somebody who sits.</summary>
internal sealed class Seated(IMotion motion, Build build, Seat seat) : IMotion
{
    private float Leg => build.Thigh + build.Shin;

    public float Axis => motion.Axis;

    public float Pace => motion.Pace;

    public Pose At(float second)
    {
        var pose = motion.At(second);
        var hips = seat.Hips(second);
        var body = new Vector4(hips.X, build.HipHeight - hips.Y, 0, pose.Nod * 0.7f);
        var breath = MathF.Sin(second * MathF.Tau / 3.4f);
        return seat.Kind switch
        {
            SeatKind.Ground => OnGround(pose, body, breath),
            SeatKind.Chair => OnChair(pose, body, hips.Y, breath, second),
            SeatKind.Saddle => InSaddle(pose, body, second),
            _ => Pedalling(pose, body, second),
        };
    }

    private Pose OnGround(Pose pose, Vector4 body, float breath) => pose with
    {
        Body = body with { Z = -11 + 0.8f * breath, W = body.W + 7 },
        NearArm = new(54 + breath, 16, 8),
        FarArm = new(-34 - breath, 8, 30),
        NearFoot = new(body.X + 0.68f * Leg + build.Ball, 0, 0),
        FarFoot = new(body.X + 0.86f * Leg + build.Ball, 0, 0),
    };

    private Pose OnChair(Pose pose, Vector4 body, float hips, float breath, float second)
    {
        var up = Math.Max(0, hips - build.Shin - build.Ankle - 0.06f);
        // Feet that do not reach the ground swing.
        var free = up > 0.02f ? 1f : 0;
        float near = free * MathF.Sin(second * 2.6f), far = free * MathF.Sin(second * 2.6f + 2.4f);
        return pose with
        {
            Body = body with { Z = 1 + 0.8f * breath },
            NearArm = new(24 + breath, 52, 6),
            FarArm = new(32 - breath, 42, 8),
            NearFoot = new(body.X + 0.98f * build.Thigh + build.Ball + 0.07f * near, up + 0.02f * free * (1 + near), 14 * free + 10 * near),
            FarFoot = new(body.X + 1.10f * build.Thigh + build.Ball + 0.07f * far, up + 0.02f * free * (1 + far), 14 * free + 10 * far),
        };
    }

    private Pose InSaddle(Pose pose, Vector4 body, float second)
    {
        var before = seat.Hips(second - 0.09f).Y;
        // The back gives with every step of the mount, and the head a little late.
        var give = Math.Clamp((build.HipHeight - body.Y - before) * 120, -12, 12);
        var sole = build.HipHeight - body.Y - 0.70f * Leg - build.Ankle;
        return pose with
        {
            Body = body with { Z = 3 - give, W = give * 1.2f + pose.Nod * 0.5f },
            NearArm = new(22 - give, 58 + give, 4),
            FarArm = new(34 - give, 50 + give, 4),
            NearFoot = new(body.X + 0.20f * Leg + build.Ball, Math.Max(0.01f, sole), -8),
            FarFoot = new(body.X + 0.24f * Leg + build.Ball, Math.Max(0.01f, sole), -8),
        };
    }

    private Pose Pedalling(Pose pose, Vector4 body, float second)
    {
        var crank = seat.Crank!(second);
        var turns = seat.Turns?.Invoke(second) ?? 0;
        Vector3 Foot(float turn)
        {
            var (sin, cos) = MathF.SinCos(MathF.Tau * (turns + turn));
            // The ball of the foot is on the pedal, the heel a little higher at the back of the round.
            return new(crank.X + seat.CrankRadius * sin, Math.Max(0.005f, crank.Y + seat.CrankRadius * cos), 10 - 12 * cos);
        }

        var leant = pose with { Body = body with { Z = 17, W = -12 + 0.4f * pose.Nod }, NearFoot = Foot(0), FarFoot = Foot(0.5f) };
        if (seat.Grip is null)
            return leant;
        var grip = seat.Grip(second);
        var palm = new Vector2(grip.X, -grip.Y);
        var stance = new Skeleton(build, 0).Solve(leant);
        return leant with { NearArm = Reach.To(build, stance[Bone.NearUpperArm].Root, palm), FarArm = Reach.To(build, stance[Bone.FarUpperArm].Root, palm) };
    }
}
