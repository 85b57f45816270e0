using System.Numerics;

namespace OmniReel.Media.Motion;

/// <summary>
/// Running: contact, down, drive, flight. Either foot is on the ground for a third of the round, so that twice in it neither is; the
/// shank folds up behind, the trunk leans into the way, the arms are bent. A foot on the ground keeps its place.
/// </summary>
/// <remarks>Who covers less ground takes shorter steps, not slower ones.</remarks>
public sealed class Run : IMotion
{
    /// <summary>Share of the round that a foot is on the ground.</summary>
    public const float Ground = 0.35f;

    private const float SlowestCadence = 0.80f;

    private static readonly Cycle Pitch = new(
        (0f, -9), (0.05f, 0), (0.20f, 0), (0.35f, 56), (0.47f, 96), (0.60f, 104), (0.76f, 52), (0.90f, -4));

    private static readonly Cycle Lift = new(
        (0f, 0), (0.17f, 0), (0.35f, 0), (0.46f, 0.17f), (0.58f, 0.31f), (0.70f, 0.25f), (0.84f, 0.09f), (0.95f, 0.02f));

    private readonly Gait _gait;
    private readonly float _vigour;

    /// <inheritdoc cref="Walk(Gait, Way, float)"/>
    public Run(Gait gait, Way way, float phase)
    {
        _gait = gait;
        Steps = new Stepping(gait, way, phase, SlowestCadence, shortest: 0.08f, longest: 1.3f);
        _vigour = Math.Clamp(0.55f + 0.45f * Steps.Stride / gait.Stride, 0.60f, 1.1f);
    }

    public float Pace => Steps.Pace;

    internal Stepping Steps { get; }

    public Pose At(float second)
    {
        var (round, shown) = Steps.At(second);
        var size = _gait.Leg / 0.84f;
        // Lowest over the foot, highest between two.
        var bob = MathF.Cos(2 * MathF.Tau * (round - 0.19f));
        return new Pose(
            new(shown, size * (0.062f + 0.038f * _gait.Spring * bob) * _vigour, 11 + 6 * _vigour + 1.6f * bob, -7 - 2.2f * MathF.Cos(2 * MathF.Tau * (round - 0.26f))),
            Arm(round), Arm(round + 0.5f), Foot(round, 0, shown, size), Foot(round, 0.5f, shown, size));
    }

    private Vector3 Foot(float round, float offset, float hips, float size)
    {
        round += offset;
        var share = round - MathF.Floor(round);
        var planted = hips - share * Steps.Stride + Steps.Stride * Ground * 0.46f + _gait.Ball;
        var swing = Curve.Ease((share - Ground) / (1 - Ground));
        return new(planted + swing * Steps.Stride, Lift.At(share) * size * _vigour, Pitch.At(share) * _vigour);
    }

    private Vector3 Arm(float round)
    {
        var swing = -MathF.Cos(MathF.Tau * (round - 0.03f));
        var late = -MathF.Cos(MathF.Tau * (round - 0.10f));
        return new(-4 + _gait.Swing * _vigour * swing, 88 + 20 * late, 6 + 8 * late);
    }
}
