using System.Collections.Concurrent;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Things;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Draws the animals that have a jointed puppet.</summary>
internal static class RigMaker
{
    private static readonly ConcurrentDictionary<(string, ThingMotion), float> Aspects = new(), Heights = new();

    /// <summary>Null where the thing has no puppet, or does what its puppet cannot.</summary>
    public static Layer? Make(ThingRole role)
    {
        if (role.Plan.Print is not null || RigFile.Instance.Find(role.Thing.Id) is not { } words || !Can(words, role.Plan.Motion))
            return null;
        words = Plain(words, role.Plan.Color);
        var stand = role.Stand;
        var seconds = Math.Max(1, role.Shot.Frames - 1) / (float)FilmPlan.FrameRate;
        var still = Cut(words, role.Plan.Motion, 0, stand.Phase);
        var speed = (stand.Travel / seconds + MathF.Abs(stand.Passing)) / (stand.Height / still.Box.Height);
        // Its own measures come from the even stance, whatever the speed.
        var rig = Cut(words, role.Plan.Motion, speed, stand.Phase) with { Box = still.Box };
        return new RigLayer(role, rig, new RigColors(role, words)) { Depth = stand.Depth, Lap = stand.Lap };
    }

    /// <summary>Width by height of a thing that is drawn by a puppet; null where it is not.</summary>
    public static float? Aspect(ThingPlan plan) =>
        plan.Print is null && RigFile.Instance.Find(plan.Id) is { } words && Can(words, plan.Motion)
            ? Aspects.GetOrAdd((plan.Id, plan.Motion), key => Cut(words, key.Item2, 0).Box is var box ? box.Width / box.Height : 1)
            : null;

    /// <summary>Height of a puppet in heights of its withers.</summary>
    public static float Tall(ThingPlan plan) => RigFile.Instance.Find(plan.Id) is { } words ? Heights.GetOrAdd((plan.Id, plan.Motion), key => Cut(words, key.Item2, 0).Box.Height) : 1;

    /// <param name="own">What makes one of several different from the others.</param>
    private static Rig Cut(RigWords words, ThingMotion motion, float speed, float own = 0) => words.Text("kind") switch
    {
        "bird" => BirdRig.Of(words, motion, speed),
        "insect" => InsectRig.Of(words, motion, own),
        _ => BeastRig.Of(words, motion, speed),
    };

    /// <summary>A tabby that is said to be of a colour that no tabby has is of one colour all over.</summary>
    private static RigWords Plain(RigWords words, NamedColor? color) =>
        color is null or NamedColor.Orange or NamedColor.Brown or NamedColor.Gray || !words.All.TryGetValue("pattern", out var pattern) || pattern != "tabby"
            ? words
            : words with { All = new Dictionary<string, string>(words.All) { ["pattern"] = "none" } };

    private static bool IsBird(RigWords words) => words.Text("kind") == "bird";

    private static bool IsInsect(RigWords words) => words.Text("kind") == "insect";

    private static bool Can(RigWords words, ThingMotion motion) => IsInsect(words)
        ? motion is ThingMotion.Flutter or ThingMotion.Perch or ThingMotion.Rest
        : (IsBird(words) && motion is ThingMotion.Flap or ThingMotion.Soar or ThingMotion.Perch or ThingMotion.Glide)
        || motion is ThingMotion.Rest or ThingMotion.Walk or ThingMotion.Trot or ThingMotion.Gallop
        or ThingMotion.Hop or ThingMotion.Lumber or ThingMotion.Sit or ThingMotion.Sleep or ThingMotion.Waddle
        || (!IsBird(words) && motion is ThingMotion.Howl or ThingMotion.Bark or ThingMotion.Roar);
}
