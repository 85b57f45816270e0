using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Acts;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>How the whole of a craft moves: as drawn things do, but for what its own pieces do.</summary>
internal static class CraftActs
{
    /// <summary>Seconds from one leap to the next.</summary>
    public const float LeapPeriod = 2.8f;

    /// <summary>Share of a period by which the first leap has begun with the shot: the animal comes up at once.</summary>
    public const float Lead = 0.01f;

    /// <summary>Share of the period that a leap takes; between leaps the animal is below.</summary>
    private const float Aloft = 0.80f;

    /// <summary>Shares of a leap at which the body breaks the surface and is under again.</summary>
    public static (float Out, float In) Surface => (0.12f, 0.88f);

    public static ThingAct Of(ThingPlan plan, Craft craft) => plan.Motion switch
    {
        ThingMotion.Leap => Leap(craft.Aspect),
        ThingMotion.Drive => Works.Drive with { Warp = null, Body = static t => new ThingBody(Dy: -0.007f * MathF.Abs(MathF.Sin(t * 9)), Degrees: 0.35f * MathF.Sin(t * 2.4f)) },
        ThingMotion.Swim => Fins.Swim with { Warp = static (u, v, t, _) => (0, Wave(u, t)) },
        var motion => ThingAct.Of(motion, isQuadruped: false) is var act && craft.Soft ? act : act with { Warp = null },
    };

    /// <summary>How far a leap has gone, 0 to 1; outside of it the animal is below.</summary>
    public static float LeapAt(float seconds)
    {
        var step = seconds / LeapPeriod + Lead;
        return Math.Clamp((step - MathF.Floor(step)) / Aloft, 0, 1);
    }

    /// <summary>Second at which the <paramref name="number"/>th leap is at a share.</summary>
    public static float LeapSecond(int number, float at) => (number + at * Aloft - Lead) * LeapPeriod;

    /// <summary>Head first out of the water, an arch, head first in; the body bends with the arch.</summary>
    /// <param name="aspect">Long bodies start deeper and rise higher.</param>
    private static ThingAct Leap(float aspect) => new()
    {
        Speed = 0.42f,
        Pivot = new SKPoint(0.5f, 0.5f),
        Body = t =>
        {
            var air = LeapAt(t);
            var deep = 0.62f + 0.44f * aspect;
            return new ThingBody(Dy: deep - (deep + 0.42f + 0.06f * aspect) * 4 * air * (1 - air), Degrees: 50 * MathF.Cos(air * MathF.PI));
        },
        Warp = (u, v, t, _) => (0, 0.10f * aspect * (2 * u - 1) * (2 * u - 1) + Wave(u, t) * 0.5f),
    };

    /// <summary>A wave that runs from the head to the tail and grows.</summary>
    private static float Wave(float u, float t) => 0.11f * u * u * MathF.Sin(4.2f * u - t * 7);
}
