using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Acts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>How the whole of a thing is moved at a moment, about its <see cref="ThingAct.Pivot"/>.</summary>
/// <param name="Dx">To the right, in heights of the drawing.</param>
/// <param name="Dy">Downward, in heights of the drawing.</param>
/// <param name="Degrees">Above 0 the head goes up.</param>
internal readonly record struct ThingBody(float Dx = 0, float Dy = 0, float Degrees = 0, float ScaleX = 1, float ScaleY = 1, float Glow = 1);

/// <summary>A way to move: what the body does, what its parts do, and how fast it gets along.</summary>
internal sealed record ThingAct
{
    /// <summary>Given seconds.</summary>
    public Func<float, ThingBody> Body { get; init; } = static _ => new ThingBody(Dx: 0);

    public Warp? Warp { get; init; }

    /// <summary>What the body turns about, as shares of the drawing's width (from the head's side) and height.</summary>
    public SKPoint Pivot { get; init; } = new(0.5f, 1);

    /// <summary>Lengths of its own that it goes in a second; 0 stays.</summary>
    public float Speed { get; init; }

    /// <summary>How the way is spread over a step of one unit, where it is not even: a hop goes only while in the air.</summary>
    public Func<float, float>? Stride { get; init; }

    /// <summary>Light comes from it.</summary>
    public bool Glows { get; init; }

    /// <summary>Where it glows, as shares of the drawing.</summary>
    public SKPoint GlowAt { get; init; } = new(0.5f, 0.3f);

    /// <summary>Turned by the way it makes.</summary>
    public bool Rolls { get; init; }

    public static ThingAct Of(ThingPlan plan, bool isQuadruped) => plan.Print is null ? Of(plan.Motion, isQuadruped) : PrintActs.Of(plan);

    public static ThingAct Of(ThingMotion motion, bool isQuadruped) => motion switch
    {
        ThingMotion.Walk => Legs.Walk,
        ThingMotion.Trot => Legs.Trot,
        ThingMotion.Gallop => Legs.Gallop,
        ThingMotion.Hop => Legs.Hop,
        ThingMotion.Waddle => Legs.Waddle,
        ThingMotion.Lumber => Legs.Lumber,
        ThingMotion.Crawl => Legs.Crawl,
        ThingMotion.Slither => Legs.Slither,
        ThingMotion.Sit => isQuadruped ? Resting.Sit : Resting.Breathe,
        ThingMotion.Sleep => isQuadruped ? Resting.Lie : Resting.Doze,
        ThingMotion.Flap => Wings.Flap,
        ThingMotion.Flutter => Wings.Flutter,
        ThingMotion.Perch => Wings.Perch,
        ThingMotion.Soar => Wings.Soar,
        ThingMotion.Swim => Fins.Swim,
        ThingMotion.Leap => Fins.Leap,
        ThingMotion.Drift => Fins.Drift,
        ThingMotion.Glide => Fins.Glide,
        ThingMotion.Sail => Fins.Sail,
        ThingMotion.Sway => Winds.Sway,
        ThingMotion.Hover => Winds.Hover,
        ThingMotion.Rise => Winds.Rise,
        ThingMotion.Hang => Winds.Hang,
        ThingMotion.Fall => Winds.Fall,
        ThingMotion.Roll => Works.Roll,
        ThingMotion.Drive => Works.Drive,
        ThingMotion.Spin => Works.Spin,
        ThingMotion.Flicker => Works.Flicker,
        ThingMotion.Twinkle => Works.Twinkle,
        ThingMotion.Steam => Works.Steam,
        _ => Works.Rest,
    };
}
