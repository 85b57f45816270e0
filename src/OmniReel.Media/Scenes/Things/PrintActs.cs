using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Acts;

namespace OmniReel.Media.Scenes.Things;

/// <summary>How a picture moves: as a paper puppet on its rod, leaning, stepping and leaping about its foot. Nothing of it is ever bent.</summary>
internal static class PrintActs
{
    public static ThingAct Of(ThingPlan plan) => plan.Motion switch
    {
        ThingMotion.Rest or ThingMotion.Sit or ThingMotion.Sleep or ThingMotion.Perch or ThingMotion.Sway => Stand(plan),
        ThingMotion.Walk or ThingMotion.Waddle or ThingMotion.Lumber or ThingMotion.Crawl => Step(plan, 0.50f, 1.35f, 2.2f, 0.020f),
        ThingMotion.Trot or ThingMotion.Gallop => Step(plan, 1.05f, 2.3f, 3.2f, 0.055f),
        ThingMotion.Dance => Dance,
        ThingMotion.Hop => Hop(plan),
        _ => Stiff(ThingAct.Of(plan.Motion, isQuadruped: false)),
    };

    /// <summary>To and fro from the hip, a little leap on each beat, and now and then a longer lean.</summary>
    private static ThingAct Dance { get; } = new()
    {
        Body = static t => new ThingBody(
            Dx: 0.055f * MathF.Sin(t * 2.7f), Dy: -0.042f * MathF.Abs(MathF.Sin(t * 5.4f)), Degrees: 6.5f * MathF.Sin(t * 2.7f) + 1.8f * MathF.Sin(t * 5.4f + 0.8f)),
    };

    /// <summary>A cut-out sways a little as paper does; a sheet hardly.</summary>
    private static ThingAct Stand(ThingPlan plan)
    {
        var degrees = plan.Print!.Picture is { CutOut: true } ? 0.9f : 0.4f;
        return new() { Body = t => new ThingBody(Degrees: degrees * MathF.Sin(t * 1.25f)) };
    }

    /// <param name="pace">Heights of its own in a second.</param>
    /// <param name="steps">In a second, of both feet together.</param>
    private static ThingAct Step(ThingPlan plan, float pace, float steps, float lean, float rise) => new()
    {
        Speed = pace / plan.Aspect(),
        Body = t => new ThingBody(Dy: -rise * MathF.Abs(MathF.Sin(Legs.Turn(t, steps))), Degrees: lean * MathF.Sin(Legs.Turn(t, steps))),
    };

    private static ThingAct Hop(ThingPlan plan) => Legs.Hop with
    {
        Speed = 0.45f / plan.Aspect(),
        Warp = null,
        Body = static t => Legs.Hop.Body(t) is var body ? new ThingBody(Dy: 0.55f * body.Dy, Degrees: 0.35f * body.Degrees) : default,
    };

    private static ThingAct Stiff(ThingAct act) => act with
    {
        Warp = null,
        Glows = false,
        Body = t => act.Body(t) with { ScaleX = 1, ScaleY = 1 },
    };
}
