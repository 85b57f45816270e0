using System.Numerics;
using OmniReel.Media.Figures;
using OmniReel.Media.Paper;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>
/// Dogs and cats that sit: one rounded silhouette from the rump to the nape, straight fore legs below the breast, a folded haunch before it and the tail
/// round that. Its bones but for head and tail are at the ground below the middle; heights are of the withers.
/// </summary>
internal sealed class BeastSeat(Beast beast)
{
    /// <summary>Shorter tails do not reach round the haunch.</summary>
    private const float Long = 0.5f;

    /// <summary>Share of a tail that turns down from the rump, and the radians that it turns by.</summary>
    private const float Bow = 0.22f, Turned = 2;

    private static readonly Vector2 Nape = new(0.06f, -0.92f), Shoulder = new(0.19f, -0.58f);

    /// <summary>Along the back from the rump to the nape, where stripes begin.</summary>
    private static readonly Vector2[] Back = [new(-0.52f, -0.30f), new(-0.49f, -0.44f), new(-0.43f, -0.58f), new(-0.33f, -0.72f), new(-0.22f, -0.84f), new(-0.11f, -0.94f)];

    private bool Wraps => beast.TailLength > Long && beast.Words.Text("tailkind") != "dog";

    /// <summary>What lies behind the body, the body, and the legs before it.</summary>
    public IEnumerable<RigItem> Items()
    {
        var widths = beast.Words.Numbers("neckw");
        yield return new RigPart((int)BeastBone.Neck, [new RigSheet(Knife.Limb(new SKPoint(-0.02f, 0), new SKPoint(beast.NeckLength, 0), widths[0], widths[1], 0.92f), Fur.Coat, 0.7f)], []);
        foreach (var far in (RigPart[])[.. Fore(near: false)])
            yield return far;
        var body = RigShapes.Of("seat.body", 1)[0].Outline;
        yield return new RigPart((int)BeastBone.Chest, [new RigSheet(body, Fur.Coat, 0.9f), .. FurPattern.Seated(beast, body, Back)], []);
        foreach (var near in (RigPart[])[.. Fore(near: true)])
            yield return near;
        foreach (var sheet in Paw(new Vector2(0.0f, -beast.FootHeight), beast.HindWidths[3], Sock(near: true)))
            yield return new RigPart((int)BeastBone.Chest, [sheet], []);
        var haunch = RigShapes.Of("seat.haunch", 1)[0].Outline;
        yield return new RigPart((int)BeastBone.Chest, [new RigSheet(haunch, Fur.Coat, 0.5f, 1.7f), .. FurPattern.Limb(beast.Words.Text("pattern"), haunch)], []);
    }

    /// <summary>Where the tail begins: as high as its bow down to the ground needs.</summary>
    private Vector2 TailRoot => Wraps
        ? new Vector2(-0.42f, -0.46f * beast.Words.Number("tailw") - Bow * beast.TailLength * (1 - MathF.Cos(Turned)) / Turned)
        : new Vector2(-0.44f, -0.14f);

    /// <summary>Down behind the rump and along the ground to the fore paws, the tip flicking; short ones and those of dogs point back.</summary>
    public float Turn(float share, RigMoment moment)
    {
        if (!Wraps)
            return MathF.PI + 0.30f + 0.5f * share + 0.16f * MathF.Sin(moment.Seconds * 5.2f) * share;
        var tip = MathF.Max(0, share - 0.74f) / 0.26f;
        return Turned * MathF.Max(0, 1 - share / Bow) - tip * (0.50f + 0.42f * MathF.Sin(moment.Seconds * 1.9f));
    }

    /// <param name="look">How far the head is raised to look about, 0 to 1.</param>
    public void Pose(RigPose pose, float seconds, float look)
    {
        foreach (var bone in (BeastBone[])[BeastBone.Chest, BeastBone.Haunch])
        {
            pose[(int)bone] = new Placed(Vector2.Zero, 0);
            pose.Stretch[(int)bone] = new Vector2(1, 1 + 0.008f * MathF.Sin(seconds * 2.1f));
        }

        pose[(int)BeastBone.Neck] = new Placed(Nape, (-74 + 4 * look + 0.6f * MathF.Sin(seconds * 1.3f)) * Beast.Degree);
        var skull = new Placed(pose[(int)BeastBone.Neck].At(0.86f * beast.NeckLength, 0), 0.6f * beast.HeadDown - 9 * look * Beast.Degree);
        pose[(int)BeastBone.Head] = pose[(int)BeastBone.Trunk] = pose[(int)BeastBone.Jaw] = skull;
        pose[(int)BeastBone.Tail] = new Placed(TailRoot, 0);
    }

    private IEnumerable<RigPart> Fore(bool near)
    {
        // The far one is ahead, and its foot a little higher in the picture.
        var aside = near ? Vector2.Zero : new Vector2(0.10f, -0.022f);
        Vector2 root = Shoulder + aside, foot = new Vector2(0.25f, -beast.FootHeight) + aside;
        foreach (var sheet in Paw(foot, beast.ForeWidths[3], Sock(near)))
            yield return new RigPart((int)BeastBone.Chest, [sheet], []);
        var socks = beast.Words.Text("socks");
        var leg = Knife.Limb(new SKPoint(root.X, root.Y), new SKPoint(foot.X, foot.Y), 0.78f * beast.ForeWidths[0], beast.ForeWidths[3], 1);
        var coat = socks is "all" or "long" ? Sock(near) : near ? Fur.Coat : Fur.Far;
        yield return new RigPart((int)BeastBone.Chest, [new RigSheet(leg, coat, near ? 0.3f : 0.4f, 1.5f), .. coat is Fur.Coat or Fur.Far ? FurPattern.Limb(beast.Words.Text("pattern"), leg) : []], []);
    }

    private Fur Sock(bool near) => beast.Words.Text("socks") is "all" or "long" or "yes" ? near ? Fur.Dark : Fur.DarkFar : near ? Fur.Coat : Fur.Far;

    private IEnumerable<RigSheet> Paw(Vector2 at, float width, Fur fur) =>
        RigShapes.Of($"paw.{beast.Words.Text("paw")}", SKMatrix.CreateScale(width / 0.5f, beast.FootHeight).PostConcat(SKMatrix.CreateTranslation(at.X, at.Y)))
            .Select(s => new RigSheet(s.Outline, s.Fur == Fur.Coat ? fur : s.Fur, 0.3f, 1.4f));
}
