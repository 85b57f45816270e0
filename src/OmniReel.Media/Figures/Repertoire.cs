using OmniReel.Media.Motion;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Figures;

/// <summary>Chooses how a figure moves.</summary>
internal static class Repertoire
{
    /// <param name="travel">Metres that a walker covers in the shot.</param>
    /// <param name="ahead">Rounds by which this walker is ahead of the first.</param>
    public static IMotion Of(FigurePlan plan, Build build, float travel, float seconds, float ahead)
    {
        IMotion motion = plan.Action switch
        {
            FigureAction.Dance => Dance(plan.Person),
            FigureAction.Walk => new Walk(Gait(plan.Person, build), travel, seconds, ahead),
            _ => new StandMotion(build.Ball, build.HipHeight / 0.9f, waves: plan.Person == Person.Child),
        };
        return plan.Accessories.Contains(Accessory.Umbrella) ? new Carrying(motion) : motion;
    }

    /// <summary>Second of the motion at which a shot begins: into the first movement, and several figures apart from each other.</summary>
    public static float Start(FigurePlan plan, int index) => plan.Action switch
    {
        FigureAction.Walk => 0,
        FigureAction.Dance => 0.3f + index * 1.43f,
        _ => 0.4f + index * 2.9f,
    };

    private static Phrase Dance(Person person) => person switch
    {
        Person.Woman => WomanDance.Phrase,
        Person.Man => ManDance.Phrase,
        _ => ChildDance.Phrase,
    };

    private static Gait Gait(Person person, Build build)
    {
        var leg = build.Thigh + build.Shin;
        return person switch
        {
            Person.Woman => new(leg, build.Ball, 1.20f, 1.24f, 21, 0.9f),
            Person.Man => new(leg, build.Ball, 1.30f, 1.40f, 24, 1),
            _ => new(leg, build.Ball, 0.85f, 0.78f, 30, 1.6f),
        };
    }
}
