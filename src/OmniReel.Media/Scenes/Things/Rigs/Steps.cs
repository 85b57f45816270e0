using System.Numerics;
using OmniReel.Media.Motion;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Where feet are on a way: down, they stay with the ground; in the air, they go ahead to where they come down next.</summary>
internal sealed class Steps
{
    private readonly float _sweep;

    /// <param name="speed">Of the ground below, in the puppet's measures a second; above 0.</param>
    /// <param name="leg">Length of a leg: no foot stays down for more of the way than legs can span.</param>
    public Steps(Gait gait, float speed, float tempo, float leg)
    {
        Gait = gait;
        // Animals change length and frequency of their strides alike.
        var haste = speed / (gait.Stride * gait.Cadence * tempo);
        Stride = gait.Stride * Math.Clamp(MathF.Sqrt(haste), 0.55f, 1.5f);
        Vigour = Math.Clamp(Stride / gait.Stride, 0.5f, 1.15f);
        _sweep = 0.92f * leg;
    }

    public Gait Gait { get; }

    /// <summary>Ground that a round of all feet covers.</summary>
    public float Stride { get; }

    /// <summary>Of the easy gait's movements.</summary>
    public float Vigour { get; }

    public float Round(float way) => way / Stride;

    /// <summary>One foot, from where it stands when the animal does.</summary>
    /// <param name="offset">Share of the round at which it comes down.</param>
    /// <param name="bias">How much more of its span is ahead than behind, -1 to 1.</param>
    public Step At(float way, float offset, float duty, float bias)
    {
        duty = Math.Min(duty, _sweep / Stride);
        var round = Round(way) - offset;
        var share = round - MathF.Floor(round);
        var span = duty * Stride;
        var ahead = span * (0.5f + 0.5f * bias);
        if (share < duty)
            return new Step(ahead - share * Stride, 0, 0, true);
        var air = (share - duty) / (1 - duty);
        var x = ahead - share * Stride + Curve.Ease(air) * Stride;
        return new Step(x, MathF.Sin(MathF.PI * MathF.Pow(air, 0.85f)), air, false);
    }
}

/// <param name="X">Ahead of its place of rest.</param>
/// <param name="Up">0 on the ground to 1 at the highest.</param>
/// <param name="Air">Share of its way through the air, 0 on the ground.</param>
internal readonly record struct Step(float X, float Up, float Air, bool Stands)
{
    /// <summary>Radians that the foot hangs: toe down as it leaves, up before it lands.</summary>
    public float Pitch => Stands ? 0 : Beast.Degree * (Air < 0.5f ? 62 * MathF.Sin(MathF.PI * Air * 2 * 0.75f) : 62 * MathF.Sin(MathF.PI * 0.75f) * (1 - Curve.Ease((Air - 0.5f) * 2)));
}
