using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Crafts;
using OmniReel.Media.Scenes.Things.Rigs;
using OmniReel.Media.Things;

namespace OmniReel.Media.Scenes.Things;

/// <summary>
/// Furniture that a prompt puts things on: what stands on it has its size beside it, so far as it can still be seen. Where nobody is seen the
/// furniture fills much of the frame.
/// </summary>
internal static class ThingSupport
{
    /// <summary>Metres below which a thing is enlarged so that it is seen.</summary>
    private const float Seen = 0.6f;

    /// <summary>Heights of the drawings, in metres.</summary>
    private static readonly Dictionary<string, float> Heights = new()
    {
        ["table"] = 0.75f, ["bookshelf"] = 1.82f, ["file-cabinet"] = 1.82f, ["bed"] = 1.04f, ["chair"] = 1.18f, ["seat"] = 1.15f, ["sofa-piece"] = 0.97f, ["couch-and-lamp"] = 0.97f,
    };

    /// <summary>The thing stands on such furniture.</summary>
    public static bool Carries(ShotPlan shot, ThingPlan plan) =>
        plan is { Relation: ThingRelation.On, To: { } to, Print: null } && to < shot.Things.Count && shot.Things[to] is { Print: null } under && Heights.ContainsKey(under.Id);

    /// <summary>Height in stage pixels of what stands on furniture, or of furniture that carries something where nobody is seen; null for others.</summary>
    /// <param name="metre">Pixels per metre where people stand.</param>
    public static float? Height(ShotPlan shot, Stage stage, int index, float metre)
    {
        var plan = shot.Things[index];
        if (!Carries(shot, plan) || plan.To is not { } to)
            return shot.Figures.Count == 0 && shot.Things.Any(t => t.To == index && Carries(shot, t)) ? Furniture(plan, shot, stage) : null;
        if (shot.Figures.Count == 0)
            metre = Furniture(shot.Things[to], shot, stage) / Heights[shot.Things[to].Id] * MathF.Sqrt(Math.Clamp(ThingScale.Framing(shot.Size), 0.8f, 1.5f));
        var metres = Metres(plan);
        var shown = metres < Seen ? Seen * MathF.Pow(metres / Seen, 0.48f) : metres;
        // An animal is as large sitting as on its feet.
        var stance = plan with { Motion = ThingMotion.Rest };
        return RigMaker.Aspect(plan) is not null && RigMaker.Aspect(stance) is { } aspect
            ? shown * metre / MathF.Sqrt(aspect) * RigMaker.Tall(plan) / RigMaker.Tall(stance)
            : shown * metre / MathF.Sqrt(plan.Aspect());
    }

    /// <summary>A lamp on a table is no standing lamp.</summary>
    private static float Metres(ThingPlan plan) => plan.Id == "lamp" ? 0.5f : CraftMaker.Of(plan)?.Size ?? ThingCatalog.Instance[plan.Id].Metres;

    private static float Furniture(ThingPlan plan, ShotPlan shot, Stage stage)
    {
        var width = stage.IsTall ? 0.86f : stage.IsSquare ? 0.74f : 0.56f;
        // What is taller than a table leaves room above it.
        var height = Heights[plan.Id] > 1.5f ? 0.56f : 0.60f;
        return Math.Min(height * stage.Height, width * stage.Width / plan.Aspect()) * Math.Clamp(ThingScale.Framing(shot.Size), 0.5f, 1);
    }
}
