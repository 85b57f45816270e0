using System.Numerics;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Figures.Clothes;

/// <summary>Strips of cloth and hair that fly behind a movement.</summary>
internal static class Streamers
{
    /// <summary>A dancer's ribbon. In tall frames ribbons rise over the head, elsewhere they fly out to the sides.</summary>
    /// <param name="side">1 forward, -1 backward.</param>
    public static StreamerCut Ribbon(Bone hand, int side, ShotPlan shot, Stage stage, Build build)
    {
        var size = build.UpperArm / 0.27f;
        var drift = stage.IsTall ? new Vector2(side * 0.16f, -0.85f)
            // Beside others it rises, or it would lie across their faces.
            : shot.Figures.Count > 1 ? new Vector2(side * 0.42f, -0.66f)
            : stage.IsSquare ? new Vector2(side * 0.55f, -0.28f)
            : new Vector2(side * 0.78f, 0.30f);
        // Near the eye a ribbon is longer and slimmer, or it would be a slab; in a row of dancers it stays before its own.
        var (length, half, twists) = !shot.Size.ShowsFeet() ? (1.30f, 0.030f, 2.2f)
            : shot.Figures.Count > 1 ? (0.78f, 0.043f, 2.0f)
            : stage.IsTall ? (1.20f, 0.052f, 2.8f)
            : (1.42f, 0.055f, 3.2f);
        return new StreamerCut(
            hand, new(0.01f, 0.06f * build.Hand), length * size, half * size, drift * size, 0.95f, (stage.IsTall || shot.Figures.Count > 1 ? 0.13f : 0.20f) * size, 1.15f, twists, 22,
            Dye.Ribbon, Dye.RibbonDeep, 1.05f, side * 0.27f, stage.IsTall ? 0.55f : shot.Figures.Count > 1 ? 0.45f : 0.70f)
        {
            Outward = stage.IsTall || shot.Figures.Count > 1 ? 78 : 66,
        };
    }

    /// <summary>The ends of a sash knotted at the hip; they fall and swing out in a turn.</summary>
    public static IEnumerable<StreamerCut> Sash(Build build, Vector2 drift)
    {
        var size = build.Trunk / 0.53f;
        for (var i = 0; i < 2; i++)
        {
            yield return new StreamerCut(
                Bone.Trunk, new(-0.03f * size, -0.13f * size), (0.52f - 0.09f * i) * size, 0.030f * size,
                drift + new Vector2(-0.10f * i, 0.12f * i), 0.42f, 0.055f * size, 0.8f, 0.9f, 6, Dye.Accent, Dye.AccentDeep, 1.5f, 0.3f * i);
        }
    }

    /// <summary>Scarf ends at the back of the neck, out from under the collar.</summary>
    public static StreamerCut Scarf(Build build) => new(
        Bone.Trunk, new(-0.09f * build.Breadth, -build.Trunk * 0.945f), build.Trunk * 0.95f, build.Trunk * 0.075f, new(-0.62f, 0.42f), 0.5f,
        0.07f * build.Breadth, 0.9f, 1.1f, 7, Dye.Accent, Dye.AccentDeep, 1.2f);

    /// <summary>Long hair down the back.</summary>
    public static StreamerCut Hair(Build build) => new(
        Bone.Head, new(-0.045f * build.Head, -0.085f * build.Head), 0.40f * build.Head, 0.054f * build.Head, new(-0.16f, 0.85f), 0.30f,
        0.030f, 0.6f, 0, 0, Dye.Hair, Dye.Hair, 0.30f);

    /// <summary>Two short ribbons from a child's hair or a man's headband.</summary>
    public static IEnumerable<StreamerCut> HeadRibbons(Build build, float x, float y)
    {
        for (var i = 0; i < 2; i++)
        {
            yield return new StreamerCut(
                Bone.Head, new(x * build.Head, y * build.Head), (0.26f - 0.05f * i) * build.Head, 0.018f * build.Head,
                new(-0.5f, 0.30f + 0.25f * i), 0.35f, 0.04f, 0.8f, 0.8f, 0, Dye.Accent, Dye.AccentDeep, 1.4f, 0.4f * i);
        }
    }
}
