using System.Numerics;

namespace OmniReel.Media.Motion;

/// <summary>What a walk needs to know of a body, in metres.</summary>
/// <param name="Leg">Hip joint to ankle.</param>
/// <param name="Ball">The ball of the foot, ahead of the ankle.</param>
/// <param name="Pace">Easy speed, metres per second.</param>
/// <param name="Stride">Length of two steps at that speed.</param>
/// <param name="Swing">Degrees that the arms swing to each side.</param>
/// <param name="Spring">How much the hips bob: 1 for a grown person's easy walk.</param>
public sealed record Gait(float Leg, float Ball, float Pace, float Stride, float Swing, float Spring)
{
    /// <summary>Degrees that the back is bent forward.</summary>
    public float Stoop { get; init; }
}

/// <summary>How far somebody walks in a shot.</summary>
/// <param name="Travel">Metres that the walker gets on in the frame.</param>
/// <param name="Passed">Metres of ground that pass below besides.</param>
/// <param name="Seconds">Length of the shot.</param>
public readonly record struct Way(float Travel, float Passed, float Seconds);

/// <summary>
/// Walking: contact, down, pass, up. A foot on the ground keeps its place while the body goes over it: heel first, then flat,
/// then up on the ball. Faster walks take longer and quicker steps.
/// </summary>
public sealed class Walk : IMotion
{
    /// <summary>Share of the round that a foot is on the ground.</summary>
    private const float Ground = 0.60f;

    /// <summary>Of the easy walk's; who is slower takes shorter steps, not slower ones.</summary>
    private const float SlowestCadence = 0.82f;

    private static readonly Cycle Pitch = new(
        (0f, -21), (0.09f, 0), (0.36f, 0), (0.50f, 24), (0.60f, 52), (0.70f, 58), (0.82f, 16), (0.93f, -16));

    private static readonly Cycle Lift = new(
        (0f, 0), (0.30f, 0), (0.60f, 0), (0.69f, 0.050f), (0.80f, 0.058f), (0.92f, 0.030f), (0.97f, 0.008f));

    private readonly Gait _gait;
    private readonly float _contact;
    private readonly float _pass;

    /// <param name="way">The walker passes its place in the middle of the shot; no way at all is the easy pace on the spot.</param>
    /// <param name="phase">Rounds by which this walker is ahead of others.</param>
    public Walk(Gait gait, Way way, float phase)
    {
        _gait = gait;
        Steps = new Stepping(gait, way, phase, SlowestCadence, shortest: 0.25f, longest: 1.25f);
        // At contact the legs stand like compasses, so the hips must be lower by as much; over the passing leg they rise.
        var half = Steps.Stride * Ground / 2;
        _contact = (gait.Leg - MathF.Sqrt(gait.Leg * gait.Leg - half * half)) * 0.80f;
        _pass = gait.Leg * 0.010f + _contact * 0.18f / gait.Spring;
    }

    public float Pace => Steps.Pace;

    internal Stepping Steps { get; }

    public Pose At(float second)
    {
        var (round, shown) = Steps.At(second);
        var size = _gait.Leg / 0.84f;
        var bob = MathF.Cos(2 * MathF.Tau * (round - 0.085f));
        var dip = _pass + (_contact - _pass) * (bob + 1) / 2;
        Vector3 near = Foot(round, 0, shown, size), far = Foot(round, 0.5f, shown, size);
        return new Pose(
            new(shown + size * 0.012f * MathF.Sin(2 * MathF.Tau * (round + 0.1f)), dip, 3.2f + _gait.Stoop + 1.0f * bob, -2.5f - 0.55f * _gait.Stoop - 2.2f * MathF.Cos(2 * MathF.Tau * (round - 0.16f))),
            Arm(round), Behind(Arm(round + 0.5f)), near, far);
    }

    private Vector3 Foot(float round, float offset, float hips, float size)
    {
        round += offset;
        var step = MathF.Floor(round);
        var share = round - step;
        // Where the hips were when the foot came down, and half a support's way ahead of that: it stays with the ground.
        var ahead = Steps.Stride * (Ground / 2) + _gait.Ball;
        var planted = hips - share * Steps.Stride + ahead;
        var swing = Curve.Ease((share - Ground) / (1 - Ground));
        // A little quicker at the end: the shank swings through before the heel comes down.
        swing = swing * (0.86f + 0.14f * swing);
        return new(planted + swing * Steps.Stride, Lift.At(share) * size * Steps.Share, Pitch.At(share) * (0.35f + 0.65f * Math.Min(Steps.Share, 1)));
    }

    /// <summary>
    /// The far arm swings back freely and forward no farther than the body hides it: of an arm behind a coat only fingers would be seen.
    /// </summary>
    private static Vector3 Behind(Vector3 arm)
    {
        var ahead = Curve.Ease(Math.Clamp(arm.X / 12, 0, 1));
        return arm with { X = Math.Min(arm.X, 0) + Math.Max(arm.X, 0) * 0.22f, Y = arm.Y * (1 - 0.62f * ahead) };
    }

    private Vector3 Arm(float round)
    {
        var swing = -MathF.Cos(MathF.Tau * (round - 0.02f));
        var late = -MathF.Cos(MathF.Tau * (round - 0.09f));
        var later = -MathF.Cos(MathF.Tau * (round - 0.15f));
        return new(2 + _gait.Swing * Steps.Share * swing, 20 + 13 * late, 4 + 9 * later);
    }
}
