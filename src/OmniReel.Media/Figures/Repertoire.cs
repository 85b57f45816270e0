using OmniReel.Media.Motion;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Figures;

/// <summary>Chooses how a figure moves.</summary>
internal static class Repertoire
{
    /// <summary>Share of the easy pace below which nobody walks ahead.</summary>
    private const float LeastPace = 0.05f;

    /// <summary>Rounds by which each walker is ahead of the one before.</summary>
    public const float Apart = 0.37f;

    /// <param name="way">What a walker covers in the shot.</param>
    /// <param name="gesture">Of who stands.</param>
    /// <param name="ahead">Rounds by which this walker is ahead of the first.</param>
    public static IMotion Of(FigurePlan plan, Build build, Way way, float ahead, Gesture gesture = Gesture.None)
    {
        IMotion motion = plan.Action switch
        {
            FigureAction.Dance => Dance(plan.Person),
            FigureAction.Walk when plan.Bearing == Bearing.Run => Run(plan.Person, build, way, ahead),
            FigureAction.Walk => Walk(plan.Person, build, way, ahead, plan.Looks.Contains(Look.Old)),
            _ => new StandMotion(build.Ball, build.HipHeight / 0.9f, gesture),
        };
        if (plan.Looks.Contains(Look.Old) && plan.Action == FigureAction.Stand)
            motion = new Stooped(motion);
        return plan.Accessories.Contains(Accessory.Umbrella) ? new Carrying(motion) : motion;
    }

    /// <inheritdoc cref="Of"/>
    public static Walk Walk(Person person, Build build, Way way, float ahead, bool old = false)
    {
        // Slower than this a walk is slow motion; on the spot it keeps its pace.
        var gait = Gait(person, build, old);
        if (way.Travel + way.Passed < LeastPace * gait.Pace * way.Seconds)
            way = way with { Travel = 0, Passed = 0 };
        return new Walk(gait, way, ahead);
    }

    /// <inheritdoc cref="Of"/>
    public static Run Run(Person person, Build build, Way way, float ahead)
    {
        var leg = build.Thigh + build.Shin;
        Gait gait = person switch
        {
            Person.Woman => new(leg, build.Ball, 2.7f, 1.95f, 40, 0.95f),
            Person.Man => new(leg, build.Ball, 2.7f, 2.05f, 42, 1),
            _ => new(leg, build.Ball, 1.9f, 1.20f, 48, 1.25f),
        };
        if (way.Travel + way.Passed < LeastPace * gait.Pace * way.Seconds)
            way = way with { Travel = 0, Passed = 0 };
        return new Run(gait, way, ahead);
    }

    /// <summary>
    /// Children wave where the frame has room for an arm; eyes are shaded from a low sun and by nobody who wears a hat; up
    /// close a raised elbow would fill the picture.
    /// </summary>
    public static Gesture GestureOf(FigurePlan plan, ShotPlan shot) =>
        shot.Size.IsClose() || shot.Size == ShotSize.MediumCloseUp ? Gesture.None
        : plan.Person == Person.Child ? Gesture.Wave
        : IsDazzled(plan, shot) ? Gesture.Shade
        : Gesture.None;

    private static bool IsDazzled(FigurePlan plan, ShotPlan shot) =>
        shot is { Time: TimeOfDay.Sunrise or TimeOfDay.Sunset, Weather: Weather.Clear, Place: not (Place.Room or Place.Theatre or Place.Church) }
        && !plan.Accessories.Contains(Accessory.Hat) && Guises.GuiseFile.Instance.Find(plan.Guise)?.Hat is null;

    /// <summary>Second of the motion at which a shot begins: into a movement, and several figures apart from each other.</summary>
    public static float Start(FigurePlan plan, ulong seed, int index) => plan.Action switch
    {
        FigureAction.Walk => 0,
        FigureAction.Dance => Entries(plan.Person)[(int)((seed >> 16) % 4)] + index * 1.87f,
        _ => 0.4f + (seed >> 16) % 4 * 0.7f + index * 2.9f,
    };

    /// <summary>Where a phrase may be entered: in the middle of an open, rising movement, never in a turn or a landing.</summary>
    private static float[] Entries(Person person) => person switch
    {
        Person.Woman => [0.30f, 0.85f, 1.20f, 4.35f],
        Person.Man => [0.20f, 0.40f, 1.30f, 4.75f],
        _ => [0.10f, 0.20f, 0.65f, 2.50f],
    };

    public static Phrase Dance(Person person) => person switch
    {
        Person.Woman => WomanDance.Phrase,
        Person.Man => ManDance.Phrase,
        _ => ChildDance.Phrase,
    };

    private static Gait Gait(Person person, Build build, bool old)
    {
        var leg = build.Thigh + build.Shin;
        // The old go slowly, in short steps and with still arms, the back bent.
        return old ? new(leg, build.Ball, 0.72f, 0.80f, 10, 0.8f) { Stoop = Stooped.Degrees } : person switch
        {
            Person.Woman => new(leg, build.Ball, 1.20f, 1.24f, 21, 0.9f),
            Person.Man => new(leg, build.Ball, 1.30f, 1.40f, 24, 1),
            _ => new(leg, build.Ball, 0.85f, 0.78f, 30, 1.6f),
        };
    }
}
