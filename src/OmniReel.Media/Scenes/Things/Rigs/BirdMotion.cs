using System.Numerics;
using OmniReel.Media.Figures;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Poses a bird: on the wing, on foot, at rest.</summary>
internal sealed class BirdMotion
{
    private const float Degree = Beast.Degree;
    private const int NeckSteps = 14;

    private readonly Bird _bird;
    private readonly ThingMotion _motion;
    private readonly Steps? _steps;

    /// <param name="speed">Of the ground below, in lengths of the body a second; 0 stays.</param>
    public BirdMotion(Bird bird, ThingMotion motion, float speed)
    {
        (_bird, _motion) = (bird, motion);
        if (!Flies && speed > 0.03f && motion is ThingMotion.Walk or ThingMotion.Waddle or ThingMotion.Trot or ThingMotion.Hop or ThingMotion.Gallop)
            _steps = new Steps(Gait.Walk with { Stride = (Waddles ? 1.7f : 1.25f) * Reach, Cadence = 1.5f, HindDuty = 0.58f, Lift = (Waddles ? 0.42f : 0.22f) * Reach }, speed, bird.Tempo, Reach);
    }

    public bool Flies => _motion is ThingMotion.Flap or ThingMotion.Soar;

    public bool Sleeps => _motion == ThingMotion.Sleep;

    /// <summary>From foot to foot on short legs, the flippers out.</summary>
    private bool Waddles => _bird.Words.Text("fold") == "flipper";

    /// <summary>Hip to the ground.</summary>
    private float Reach => _bird.Leg + 0.14f;

    public RigPose At(RigMoment moment)
    {
        var pose = new RigPose(Enum.GetValues<BirdBone>().Length);
        if (Flies)
            Fly(pose, moment);
        else
            Stand(pose, moment);
        return pose;
    }

    /// <summary>Radians that the neck has turned at a share of its length.</summary>
    public float NeckTurn(float share, RigMoment moment)
    {
        if (Flies)
            return (-_bird.Words.Number("flyneck") + 0.25f * _bird.NeckCurl / Degree * share * 0.4f) * Degree;
        var up = _bird.NeckUp + Nod(moment) * (1 - 2 * share) + (Sleeps ? -38 * Degree : 0);
        return -up + _bird.NeckCurl * share;
    }

    /// <summary>Late by so many radians.</summary>
    public float TailTurn(RigMoment moment) => Flies ? 0.06f * MathF.Sin(moment.Seconds * 2.1f) : 0.10f * MathF.Pow(MathF.Max(0, MathF.Sin(moment.Seconds * 2.3f)), 10);

    private void Fly(RigPose pose, RigMoment moment)
    {
        // Some beats, then a glide on spread wings; those who soar hardly beat.
        var works = _motion == ThingMotion.Soar ? 0.10f : Math.Clamp(MathF.Sin(moment.Seconds * 1.15f + 0.6f) * 2.2f + 1.15f, 0.12f, 1);
        var turn = moment.Seconds * _bird.Beat * MathF.Tau;
        var lift = -0.07f * works * MathF.Sin(turn - 0.5f) - 0.04f * MathF.Sin(moment.Seconds * 0.9f);
        var body = new Placed(new Vector2(0, lift), (-4 + 2.5f * MathF.Sin(moment.Seconds * 0.9f)) * Degree);
        Body(pose, body, moment);
        // On the wing a bird is slim.
        pose.Stretch[(int)BirdBone.Body] = new Vector2(1, 0.84f);
        // The hand follows late, so that the wing bends at its wrist.
        float inner = Lift(turn, works, 0.24f, 0.78f), outer = Lift(turn - 0.75f, works, 0.28f, 0.86f);
        Wing(pose, body, BirdBone.NearWing, inner, outer, 0);
        Wing(pose, body, BirdBone.FarWing, inner, outer, 1);
        foreach (var thigh in new[] { BirdBone.NearThigh, BirdBone.FarThigh })
        {
            // Legs trail behind.
            var root = body.At(_bird.Hip.X - 0.12f, _bird.Hip.Y - 0.06f);
            pose[(int)thigh] = new Placed(root, body.Angle + 78 * Degree);
            pose[(int)thigh + 1] = new Placed(pose[(int)thigh].At(0, Thigh), body.Angle + (84 + (thigh == BirdBone.NearThigh ? 0 : 4)) * Degree);
            pose[(int)thigh + 2] = new Placed(pose[(int)thigh + 1].At(0, Shank), body.Angle + 172 * Degree);
        }

        pose[(int)BirdBone.NearFold] = body;
    }

    /// <param name="far">1 of the wing behind the body, which is seen smaller and further ahead.</param>
    private void Wing(RigPose pose, Placed body, BirdBone wing, float inner, float outer, float far)
    {
        // Seen from a little above: the far wing stands higher, and turns over later on its way down.
        var size = 1 - 0.10f * far;
        (inner, outer) = (inner + 0.30f * far, outer + 0.30f * far);
        WingBeat arm = WingBeat.At(inner, inner >= 0, size).Turned(body.Angle), hand = WingBeat.At(outer, inner >= 0, size).Turned(body.Angle);
        var root = body.At(Bird.Shoulder.X + 0.15f * far, Bird.Shoulder.Y - 0.02f * far);
        pose[(int)wing] = new Placed(root, body.Angle);
        pose[(int)wing + 1] = new Placed(root + arm.Tip * _bird.Inner, body.Angle);
        pose.Seen[(int)wing] = (arm.X, arm.Y);
        pose.Seen[(int)wing + 1] = (hand.X, hand.Y);
    }

    /// <summary>Share of its length that a part of a wing is raised.</summary>
    private static float Lift(float turn, float works, float glide, float reach) => glide + 0.28f * (1 - works) + reach * works * MathF.Sin(turn);

    private void Stand(RigPose pose, RigMoment moment)
    {
        var (seconds, waddle) = (moment.Seconds, _bird.Words.Number("waddle") * Degree);
        var round = _steps?.Round(moment.Way) ?? 0;
        // On the water it rocks on the waves.
        var bob = _motion == ThingMotion.Glide ? 0.016f * MathF.Sin(seconds * 1.9f) : _steps is null ? 0 : 0.018f * MathF.Cos(2 * MathF.Tau * (round - 0.12f));
        var rock = Sleeps ? 0 : _motion == ThingMotion.Glide ? 1.6f * Degree * MathF.Sin(seconds * 1.9f - 0.9f) : _steps is null ? 1.2f * Degree * Jerk(seconds) : waddle * MathF.Sin(MathF.Tau * round);
        // The hips are over the feet however the body is raised.
        var (sin, cos) = MathF.SinCos(-_bird.Tilt + rock);
        var hip = new Vector2(_bird.Hip.X * cos - _bird.Hip.Y * sin, _bird.Hip.X * sin + _bird.Hip.Y * cos);
        var body = new Placed(new Vector2(-hip.X, -hip.Y - (Sleeps && _bird.Tilt < 0.6f ? 0.4f : 1) * Reach * 0.97f - bob), -_bird.Tilt + rock);
        Body(pose, body, moment);
        if (Sleeps)
            pose.Stretch[(int)BirdBone.Body] = pose.Stretch[(int)BirdBone.NearFold] = new Vector2(1 + 0.006f * MathF.Sin(seconds * 1.45f), 1 + 0.030f * MathF.Sin(seconds * 1.45f));
        pose.Rise = Math.Max(0, bob);
        foreach (var (thigh, offset, dx) in new[] { (BirdBone.FarThigh, 0.5f, 0.09f), (BirdBone.NearThigh, 0f, -0.07f) })
        {
            var root = body.At(_bird.Hip.X, _bird.Hip.Y) + new Vector2(_steps is null ? dx * 0.5f : 0, 0);
            var step = _steps?.At(moment.Way, offset, _steps.Gait.HindDuty, 0.10f) ?? new Step(dx, 0, 0, true);
            Leg(pose, thigh, root, new Vector2(step.X, -step.Up * (_steps?.Gait.Lift ?? 0)), step);
        }

        // Folded wings lift a little now and then.
        pose[(int)BirdBone.NearFold] = new Placed(body.At(Bird.Shoulder.X, Bird.Shoulder.Y), body.Angle + (Sleeps ? 0 : _steps is null ? -0.05f * MathF.Pow(MathF.Max(0, MathF.Sin(seconds * 0.8f)), 20) * MathF.Sin(seconds * 30) : 0.4f * rock));
        foreach (var wing in new[] { BirdBone.NearWing, BirdBone.NearHand, BirdBone.FarWing, BirdBone.FarHand })
            pose[(int)wing] = body;
        if (Waddles && !Sleeps)
            Flippers(pose, body, _steps is null ? 0.10f + 0.03f * MathF.Sin(seconds * 1.3f) : 0.36f, _steps is null ? 0 : 0.16f * MathF.Sin(MathF.Tau * round));
    }

    /// <summary>Flippers stand off the body, the near one behind and the far one ahead, and swing with the steps.</summary>
    private static void Flippers(RigPose pose, Placed body, float off, float swing)
    {
        var near = pose[(int)BirdBone.NearFold];
        pose[(int)BirdBone.NearFold] = near with { Angle = near.Angle + off + swing };
        pose[(int)BirdBone.FarWing] = new Placed(body.At(Bird.Shoulder.X + 0.02f, Bird.Shoulder.Y + 0.20f), body.Angle - off + swing);
    }

    private float Thigh => 0.44f * Reach;

    private float Shank => 0.60f * Reach;

    /// <summary>What looks like a knee is a heel: it points backward.</summary>
    private void Leg(RigPose pose, BirdBone thigh, Vector2 root, Vector2 foot, Step step)
    {
        var way = foot - root;
        var distance = Math.Clamp(way.Length(), Shank - Thigh + 0.01f, (Shank + Thigh) * 0.998f);
        // The standing foot stays: what is out of reach gives at the hip.
        if (step.Stands)
            root = foot - way / way.Length() * distance;
        var to = MathF.Atan2(-(foot - root).X, (foot - root).Y);
        var bend = MathF.Acos(Math.Clamp((Thigh * Thigh + distance * distance - Shank * Shank) / (2 * Thigh * distance), -1, 1));
        pose[(int)thigh] = new Placed(root, to + bend);
        var heel = pose[(int)thigh].At(0, Thigh);
        var end = step.Stands ? foot : root + Vector2.Normalize(way) * distance;
        pose[(int)thigh + 1] = new Placed(heel, MathF.Atan2(-(end - heel).X, (end - heel).Y));
        pose[(int)thigh + 2] = new Placed(end, 0.4f * step.Pitch);
    }

    private void Body(RigPose pose, Placed body, RigMoment moment)
    {
        pose[(int)BirdBone.Body] = body;
        pose[(int)BirdBone.Neck] = new Placed(body.At(_bird.NeckRoot.X, _bird.NeckRoot.Y), 0);
        var at = pose[(int)BirdBone.Neck].Root;
        for (var i = 0; i < NeckSteps; i++)
        {
            var (sin, cos) = MathF.SinCos(NeckTurn((i + 0.5f) / NeckSteps, moment));
            at += new Vector2(cos, sin) * (_bird.Neck / NeckSteps);
        }

        var down = (Flies ? 0 : _bird.Words.Number("headdown") + (Sleeps ? 26 : 0) + (_steps is null && !Sleeps ? 5 * Jerk(moment.Seconds * 0.8f + 2) : 0)) * Degree;
        pose[(int)BirdBone.Head] = new Placed(at, down);
        pose[(int)BirdBone.Tail] = new Placed(body.At(-0.40f, -0.06f), body.Angle + MathF.PI + (Flies ? 0 : _bird.Words.Number("tailup") * Degree) + TailTurn(moment));
    }

    /// <summary>A walking bird's head stays where it is while the body goes on, then is thrust ahead.</summary>
    private float Nod(RigMoment moment)
    {
        if (_steps is null)
            return 0.03f * MathF.Sin(moment.Seconds * 1.1f);
        var share = 2 * _steps.Round(moment.Way);
        share -= MathF.Floor(share);
        var behind = share < 0.68f ? share / 0.68f : 1 - Curve.Ease((share - 0.68f) / 0.32f);
        return _bird.Words.Number("nod") * Degree * (behind - 0.5f);
    }

    /// <summary>Goes quickly from one look to the next and holds it, -1 to 1.</summary>
    private static float Jerk(float seconds)
    {
        var at = MathF.Floor(seconds * 1.25f);
        var from = MathF.Sin(at * 12.7f);
        return from + (MathF.Sin((at + 1) * 12.7f) - from) * Curve.Ease((seconds * 1.25f - at) * 6);
    }
}
