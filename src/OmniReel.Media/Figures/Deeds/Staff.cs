using System.Numerics;
using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Motion;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Figures.Deeds;

/// <summary>A walk on a stick: it is put down ahead with every second step, stays on its place of the ground while the body passes it, and is lifted on.</summary>
internal sealed class Staff(Walk walk, Build build) : IMotion
{
    /// <summary>Share of the round that the stick is on the ground.</summary>
    private const float Ground = 0.58f;

    /// <summary>Rounds after the near foot's contact at which it comes down: with the far one.</summary>
    private const float Late = 0.46f;

    private readonly Skeleton _skeleton = new(build, 0);

    public float Pace => walk.Pace;

    /// <summary>Old people on foot lean on a stick while the hand has nothing else to do.</summary>
    public static bool IsCarried(FigurePlan plan) =>
        plan is { Action: FigureAction.Walk, Bearing: null, Hands: null } && plan.Looks.Contains(Look.Old)
        && !plan.Accessories.Contains(Accessory.Umbrella) && !plan.Accessories.Contains(Accessory.Ribbons)
        && Guises.GuiseFile.Instance.Find(plan.Guise) is null;

    /// <summary>A stick with a bent handle, from the palm to the ground.</summary>
    public static HeldCut Cut(Build build)
    {
        var length = Height(build);
        var shaft = Knife.Limb(new SKPoint(0, -0.03f), new SKPoint(0, length), 0.015f, 0.011f, 1);
        var handle = Knife.Joined(
            Knife.Limb(new SKPoint(0, -0.03f), new SKPoint(-0.030f, -0.062f), 0.015f, 0.015f, 1),
            Knife.Limb(new SKPoint(-0.030f, -0.062f), new SKPoint(-0.078f, -0.050f), 0.015f, 0.014f, 1));
        return new HeldCut(
            Bone.NearHand, 0.014f * build.Hand, Reach.Palm * build.Hand, [new Cut(Knife.Joined(shaft, handle), Dye.Leather, 0.5f, 1.6f)], [], 0, 0);
    }

    public Pose At(float second)
    {
        var pose = walk.At(second);
        var (round, _) = walk.Steps.At(second);
        round -= Late;
        var share = round - MathF.Floor(round);
        var passed = walk.Steps.Stride * Ground;
        var swing = Curve.Ease((share - Ground) / (1 - Ground));
        // From ahead of the hips to beside them, and ahead again.
        var ahead = 0.32f * build.HipHeight / 0.93f + passed * 0.5f - share * walk.Steps.Stride + swing * walk.Steps.Stride;
        var lift = 0.07f * MathF.Sin(MathF.PI * Math.Clamp((share - Ground) / (1 - Ground), 0, 1));
        var shoulder = _skeleton.Solve(pose)[Bone.NearUpperArm].Root;
        return pose with { NearArm = Reach.To(build, shoulder, new Vector2(pose.HipX + ahead, -Height(build) - lift)) };
    }

    /// <summary>Metres from the ground to the palm.</summary>
    private static float Height(Build build) => 0.86f * build.HipHeight;
}
