using System.Numerics;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Puts a bird together from its measures.</summary>
internal static class BirdRig
{
    /// <param name="speed">Of the ground below, in lengths of the body a second.</param>
    public static Rig Of(RigWords words, ThingMotion motion, float speed)
    {
        var bird = new Bird(words);
        var moves = new BirdMotion(bird, motion, speed);
        var flies = moves.Flies;
        IEnumerable<RigItem> head = [.. Neck(bird, moves), .. Shapes(BirdBone.Head, "head." + words.Text("face"), bird.Head, bird.Head, asleep: moves.Sleeps)];
        RigItem[] items =
        [
            .. flies ? Wing(bird, near: false) : words.Text("fold") == "flipper" ? Shapes(BirdBone.FarWing, "fold.flipper", words.Number("folded"), words.Number("folded")) : [],
            .. flies && words.Text("trails") == "no" ? [] : Leg(bird, near: false),
            .. Shapes(BirdBone.Tail, "birdtail." + words.Text("birdtail"), words.Number("tail"), words.Number("tailw")),
            .. flies && words.Text("trails") == "no" ? [] : Leg(bird, near: true),
            .. words.Text("neckover") == "no" ? head : [],
            .. Shapes(BirdBone.Body, "body." + words.Text("body"), 1, 1),
            .. words.Text("neckover") == "no" ? [] : head,
            .. flies ? Wing(bird, near: true) : Shapes(BirdBone.NearFold, "fold." + words.Text("fold"), words.Number("folded"), words.Number("folded"), [(Vector2.Zero, 0.024f)]),
        ];
        var still = new BirdMotion(bird, motion, 0);
        var box = RigBox.Of([.. items.Where(i => (BirdBone)i.Bone is not (BirdBone.NearWing or BirdBone.NearHand or BirdBone.FarWing or BirdBone.FarHand))], still.At(default));
        // On the wing it takes the room of wings that are nearly raised: lowered ones leave no frame.
        if (flies)
            box = new SKRect(box.Left, -0.87f * (bird.Inner + bird.Outer), box.Right, 0.19f * (bird.Inner + bird.Outer));
        else
            box.Bottom = 0;
        return new Rig(items, moves.At, box, -bird.Leg - 0.21f);
    }

    /// <summary>The far wing is of a darker paper.</summary>
    private static IEnumerable<RigItem> Wing(Bird bird, bool near)
    {
        var kind = bird.Words.Text("wing");
        var wide = bird.Words.Number("chord");
        var (wing, hand) = near ? (BirdBone.NearWing, BirdBone.NearHand) : (BirdBone.FarWing, BirdBone.FarHand);
        yield return Part(hand, RigShapes.Of($"wing.{kind}.outer", SKMatrix.CreateScale(wide, bird.Outer)), near, []);
        yield return Part(wing, RigShapes.Of($"wing.{kind}.inner", SKMatrix.CreateScale(wide, bird.Inner)), near, near ? [(Vector2.Zero, 0.026f)] : []);
    }

    private static IEnumerable<RigItem> Neck(Bird bird, BirdMotion moves)
    {
        var widths = bird.Words.Numbers("neckw");
        var shape = Knife.Limb(new SKPoint(-0.02f, 0), new SKPoint(bird.Neck, 0), widths[0], widths[1], 0.9f);
        yield return new RigStrip((int)BirdBone.Neck, [new RigSheet(shape, Enum.Parse<Fur>(bird.Words.Text("neckfur"), true), 0.5f)], bird.Neck, moves.NeckTurn);
    }

    private static IEnumerable<RigItem> Leg(Bird bird, bool near)
    {
        if (bird.Leg <= 0)
            yield break;
        var first = (int)(near ? BirdBone.NearThigh : BirdBone.FarThigh);
        var width = bird.Words.Number("legw");
        var reach = bird.Leg + 0.14f;
        var foot = RigShapes.Of("claw." + bird.Words.Text("claw"), bird.Words.Number("foot"));
        yield return new RigPart(first + 2, [.. foot.Select(s => new RigSheet(s.Outline, Fur.Horn, 0.3f, 1.2f))], []);
        var shank = Knife.Limb(new SKPoint(0, 0), new SKPoint(0, 0.60f * reach), width, width * 0.85f, 1);
        yield return new RigPart(first + 1, [new RigSheet(shank, Fur.Horn, 0.35f, 1.3f)], near ? [(Vector2.Zero, Math.Min(0.02f, width * 0.7f))] : []);
        var thigh = Knife.Limb(new SKPoint(0, 0), new SKPoint(0, 0.44f * reach), width * 2.6f, width * 1.15f, 1);
        yield return new RigPart(first, [new RigSheet(thigh, near ? Fur.Coat : Fur.Far, 0.35f, 1.4f)], []);
    }

    private static IEnumerable<RigItem> Shapes(BirdBone bone, string name, float x, float y, IReadOnlyList<(Vector2, float)>? pins = null, bool asleep = false)
    {
        var shapes = RigShapes.Of(name, SKMatrix.CreateScale(x, y), asleep);
        if (shapes.Count > 0)
            yield return Part(bone, shapes, true, pins ?? []);
    }

    private static RigPart Part(BirdBone bone, IReadOnlyList<RigShape> shapes, bool near, IReadOnlyList<(Vector2, float)> pins) =>
        new((int)bone, [.. shapes.Select(s => new RigSheet(s.Outline, near || s.Fur != Fur.Coat ? s.Fur : Fur.Far, s.Lift, s.Lift == 0 ? 0 : 1.9f))], pins);
}
