using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Crafts;
using OmniReel.Media.Scenes.Things.Rigs;
using OmniReel.Media.Things;

namespace OmniReel.Media.Scenes.Things;

/// <summary>
/// How large things are drawn. Alone in a shot a thing is its subject: a bee fills less of it than a ship, yet can be seen. Beside people
/// it has its own size, so far as it stays visible and leaves the frame to them.
/// </summary>
internal static class ThingScale
{
    /// <summary>Height of one drawing in stage pixels.</summary>
    /// <param name="index">The thing's place in the shot's list.</param>
    /// <param name="metre">Pixels per metre where people stand.</param>
    public static float Height(ShotPlan shot, Stage stage, int index, float metre)
    {
        var plan = shot.Things[index];
        var thing = ThingCatalog.Instance[plan.Id];
        // An animal is as large asleep as on its feet.
        var stance = plan.Print is null && RigMaker.Aspect(plan) is not null ? plan with { Motion = thing.Motion is ThingMotion.Flap ? ThingMotion.Flap : ThingMotion.Rest } : plan;
        var aspect = stance.Aspect();
        if (plan.Print is not null)
            return PrintScale.Height(shot, stage, index, metre) * Factor(plan.Size);
        if (ThingSupport.Height(shot, stage, index, metre) is { } stands)
            return Math.Clamp(stands * Factor(plan.Size), 0.035f * Shorter(stage), 0.80f * stage.Height);
        var craft = CraftMaker.Of(plan);
        // Two drawings of one size cover one area, be they long or tall.
        var height = shot.Figures.Count == 0 ? Subject(shot, stage, index, thing, craft) / MathF.Sqrt(aspect)
            : MathF.Pow(Crowd(plan.Count), 0.4f) * (craft is null ? Beside(stage, thing, metre) / MathF.Sqrt(aspect) : CraftScale.Beside(craft, thing.Habitat, stage, metre));
        if (Flutterers.IsSmall(shot, plan))
            height = Math.Min(height, Flutterers.Share(plan.Count) * Framing(shot.Size) * Shorter(stage) / MathF.Sqrt(aspect));
        height *= Factor(plan.Size);
        if (stance != plan)
            (height, aspect) = (height * RigMaker.Tall(plan) / RigMaker.Tall(stance), plan.Aspect());
        var most = Math.Min(0.80f * stage.Height, (craft is null ? 0.86f : CraftScale.Widest(craft)) * stage.Width / aspect);
        return Math.Clamp(height, 0.035f * Shorter(stage), most);
    }

    private static float Shorter(Stage stage) => Math.Min(stage.Width, stage.Height);

    private static float Subject(ShotPlan shot, Stage stage, int index, Thing thing, Craft? craft)
    {
        var main = ThingCatalog.Instance[shot.Things[0].Id];
        var mainCraft = CraftMaker.Of(shot.Things[0]);
        var share = (mainCraft is null ? Math.Clamp(0.46f + 0.10f * MathF.Log10(main.Metres), 0.30f, 0.66f) : CraftScale.Alone(mainCraft, main.Habitat)) * Framing(shot.Size);
        if (index > 0)
            share *= Math.Clamp(MathF.Pow((craft?.Size ?? thing.Metres) / (mainCraft?.Size ?? main.Metres), 0.40f), 0.34f, 1.6f);
        // Outdoors a pumpkin is not as large as a tree.
        if (!shot.Place.IsIndoors() && thing is { Lives: false, Habitat: Habitat.Ground, Metres: < 0.6f })
            share *= 0.72f;
        var kinds = shot.Things.Count > 1 ? 0.86f : 1;
        return Math.Min(share * kinds, 0.80f) * Crowd(shot.Things[index].Count) * Shorter(stage) * (stage.IsTall ? 1.15f : 1);
    }

    private static float Beside(Stage stage, Thing thing, float metre)
    {
        const float seen = 0.42f;
        var metres = thing.Metres < seen ? seen * MathF.Pow(thing.Metres / seen, 0.38f) : thing.Metres;
        var most = thing.Habitat switch
        {
            Habitat.Sky => 0.26f,
            Habitat.Water => 0.40f,
            _ => thing.Lives ? 0.62f : 0.56f,
        };
        return Math.Min(metres * metre, most * Shorter(stage));
    }

    public static float Framing(ShotSize size) => size switch
    {
        ShotSize.ExtremeWide => 0.36f,
        ShotSize.Wide => 0.58f,
        ShotSize.Full => 1,
        ShotSize.Medium => 1.3f,
        ShotSize.MediumCloseUp => 1.47f,
        ShotSize.CloseUp => 1.65f,
        _ => 1.9f,
    };

    private static float Crowd(int count) => count switch
    {
        1 => 1,
        2 => 0.80f,
        3 => 0.70f,
        <= 5 => 0.58f,
        <= 8 => 0.47f,
        _ => 0.40f,
    };

    /// <summary>How many times as large as usual.</summary>
    public static float Factor(ThingSize size) => size switch
    {
        ThingSize.Tiny => 0.45f,
        ThingSize.Small => 0.70f,
        ThingSize.Large => 1.35f,
        ThingSize.Huge => 1.85f,
        _ => 1,
    };
}
