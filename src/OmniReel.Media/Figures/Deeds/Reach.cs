using System.Numerics;

namespace OmniReel.Media.Figures.Deeds;

/// <summary>Finds the arm that brings a hand to a place.</summary>
internal static class Reach
{
    private const float Degree = MathF.PI / 180;

    /// <summary>Where things are held, in metres beyond the wrist of a grown woman.</summary>
    public const float Palm = 0.048f;

    /// <summary>Shoulder, elbow and wrist as poses have them; a place out of reach is pointed at.</summary>
    /// <param name="shoulder">Figure metres.</param>
    /// <param name="palm">Figure metres, where the middle of the hand comes to.</param>
    /// <param name="wrist">Degrees that the hand is bent against the forearm; the palm is then a little off.</param>
    public static Vector3 To(Build build, Vector2 shoulder, Vector2 palm, float wrist = 0)
    {
        float a = build.UpperArm, b = build.Forearm + Palm * build.Hand;
        var to = palm - shoulder;
        var distance = Math.Clamp(to.Length(), MathF.Abs(a - b) + 0.005f, (a + b) * 0.999f);
        // Degrees from straight down, above 0 ahead.
        var straight = MathF.Atan2(to.X, to.Y) / Degree;
        var lift = MathF.Acos(Math.Clamp((a * a + distance * distance - b * b) / (2 * a * distance), -1, 1)) / Degree;
        var elbow = MathF.Acos(Math.Clamp((a * a + b * b - distance * distance) / (2 * a * b), -1, 1)) / Degree;
        return new Vector3(straight - lift, 180 - elbow, wrist);
    }
}
