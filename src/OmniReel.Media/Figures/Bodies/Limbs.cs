using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Bodies;

/// <summary>Arms, legs, hands and shoes of a build. A joint is where two round ends share a brad, so no pose opens a gap.</summary>
internal static class Limbs
{
    private const string Slipper =
        "M -33 -24 C -46 8 -58 40 -54 60 C -52 72 -40 71 -28 68 C 0 62 44 70 100 70 L 148 70 C 172 70 178 54 160 47 " +
        "C 130 38 82 30 58 4 C 46 -10 41 -20 36 -26 C 14 -37 -14 -35 -33 -24 Z";

    private const string Boot =
        "M -42 -60 C -44 -20 -58 20 -56 56 L -56 70 L -22 70 L -20 62 L 60 62 L 66 70 L 152 70 C 176 68 174 44 152 36 " +
        "C 116 28 84 20 62 -8 C 52 -22 48 -44 46 -60 C 16 -70 -14 -70 -42 -60 Z";

    public static IEnumerable<Part> Arm(Build build, bool near, Sleeves sleeves, bool grips)
    {
        var (top, fore, end) = near
            ? (Bone.NearUpperArm, Bone.NearForearm, Bone.NearHand)
            : (Bone.FarUpperArm, Bone.FarForearm, Bone.FarHand);
        float full = build.ArmRadius * sleeves.Fullness, elbow = full * 0.78f, wrist = build.ArmRadius * 0.5f;
        var hand = new Part(
            end,
            [.. Palm(grips, sleeves).Select(cut => cut with { Outline = cut.Outline.At(SKMatrix.CreateScale(build.Hand, build.Hand)) })],
            [new(default, 0.010f * build.Hand)]);
        // A hand comes out of a cuff, but lies on a bare arm.
        if (sleeves is { Cuffs: true, Gauntlets: false })
            yield return hand;
        yield return new Part(fore, [.. Forearm(build, sleeves, elbow, wrist)], []);
        if (!sleeves.Cuffs || sleeves.Gauntlets)
            yield return hand;
        yield return new Part(
            top,
            [new(Knife.Limb(default, new SKPoint(0, build.UpperArm), full, elbow * 1.04f, 1.1f), near ? sleeves.Upper : sleeves.FarUpper, 0.7f)],
            [.. near ? [new Pin(default, 0.016f * build.Hand)] : Array.Empty<Pin>(), new(new SKPoint(0, build.UpperArm), 0.015f * build.Hand)]);
    }

    private static IEnumerable<Cut> Forearm(Build build, Sleeves sleeves, float elbow, float wrist)
    {
        var sleeve = Knife.Limb(default, new SKPoint(0, build.Forearm * (sleeves.Cuffs ? 0.93f : 1)), elbow, sleeves.Cuffs ? wrist * 1.45f : wrist, 1.16f);
        if (sleeves.Slits)
            sleeve.With([.. Slits(build.Forearm, wrist * 0.32f)]);
        yield return new(sleeve, sleeves.Lower, 0.6f) { Lining = sleeves.Slits ? Dye.Accent : null };
        if (sleeves.Cuffs)
            yield return new(Band(build.Forearm * 0.86f, build.Forearm * 0.99f, wrist * 1.62f), Dye.Accent, 0.2f, 1.2f);
    }

    public static IEnumerable<Part> Leg(Build build, bool near, Hose hose)
    {
        var (top, low, end) = near ? (Bone.NearThigh, Bone.NearShin, Bone.NearFoot) : (Bone.FarThigh, Bone.FarShin, Bone.FarFoot);
        float r = build.ThighRadius * (1 + (hose.Fullness - 1) * 0.4f), knee = build.ThighRadius * 0.68f * hose.Fullness;
        float ankle = build.ThighRadius * 0.42f * hose.Fullness, size = build.Ankle / 0.07f;
        var dye = near ? hose.Near : hose.Far;
        yield return new Part(low, new Cut(Knife.Limb(default, new SKPoint(0, build.Shin), knee, ankle, 1.18f), dye, 0.5f));
        yield return new Part(
            end, [new(Outline.Of(hose.Boots ? Boot : Slipper, size), hose.Shoes, 0.5f, 1.8f)], [new(default, 0.012f * size)]);
        yield return new Part(
            top,
            [new(Knife.Limb(default, new SKPoint(0, build.Thigh), r, knee * 1.03f, 1.04f), dye, 0.6f)],
            [new(new SKPoint(0, build.Thigh), 0.014f * size)]);
    }

    private static IEnumerable<Cut> Palm(bool grips, Sleeves sleeves)
    {
        if (!sleeves.Gauntlets)
            return [new(Knife.Joined([.. Hand(grips, sleeves.Slits)]), sleeves.Hand, 0.4f, 1.4f)];
        return
        [
            new(Knife.Joined([.. Mitten(grips)]), sleeves.Hand, 0.5f, 1.6f),
            new(Knife.Polygon(-0.044f, -0.062f, 0.044f, -0.062f, 0.030f, 0.018f, -0.030f, 0.018f), Dye.MetalDeep, 0.4f, 1.4f),
        ];
    }

    /// <summary>A hand in a thick glove: two broad fingers and a thumb, or a fist.</summary>
    private static IEnumerable<SKPath> Mitten(bool grips)
    {
        yield return Finger(0, 0, 0.002f, 0.052f, 0.026f, 0.032f);
        if (grips)
        {
            yield return Finger(0.004f, 0.036f, 0.038f, 0.040f, 0.017f, 0.015f);
            yield return Finger(0.004f, 0.064f, 0.034f, 0.066f, 0.016f, 0.014f);
            yield break;
        }

        yield return Finger(0.014f, 0.050f, 0.020f, 0.112f, 0.017f, 0.013f);
        yield return Finger(-0.012f, 0.050f, -0.016f, 0.106f, 0.017f, 0.013f);
        yield return Finger(0.014f, 0.024f, 0.050f, 0.064f, 0.016f, 0.012f);
    }

    private static IEnumerable<SKPath> Hand(bool grips, bool dances) => grips ? Grip() : dances ? OrchidHand() : OpenHand();

    /// <summary>A grown woman's hand at ease: the fingers lie together and curl a little forward, the thumb along them.</summary>
    private static IEnumerable<SKPath> OpenHand()
    {
        yield return Finger(0, 0, 0.003f, 0.045f, 0.017f, 0.022f);
        yield return Finger(0.015f, 0.045f, 0.026f, 0.108f, 0.0092f, 0.0065f);
        yield return Finger(0.007f, 0.050f, 0.015f, 0.120f, 0.0092f, 0.0065f);
        yield return Finger(-0.003f, 0.050f, 0.003f, 0.116f, 0.0090f, 0.0065f);
        yield return Finger(-0.012f, 0.042f, -0.008f, 0.100f, 0.0085f, 0.006f);
        yield return Finger(0.014f, 0.018f, 0.036f, 0.072f, 0.010f, 0.007f);
    }

    /// <summary>The orchid hand of dancers: thumb and middle finger meet, the others stand off.</summary>
    private static IEnumerable<SKPath> OrchidHand()
    {
        yield return Finger(0, 0, 0.002f, 0.044f, 0.017f, 0.022f);
        yield return Finger(0.014f, 0.046f, 0.004f, 0.122f, 0.0085f, 0.006f);
        yield return Finger(0.012f, 0.046f, 0.040f, 0.082f, 0.0085f, 0.0065f);
        yield return Finger(-0.004f, 0.050f, -0.018f, 0.118f, 0.0085f, 0.006f);
        yield return Finger(-0.013f, 0.042f, -0.040f, 0.098f, 0.008f, 0.0055f);
        yield return Finger(0.010f, 0.016f, 0.042f, 0.052f, 0.010f, 0.007f);
        yield return Finger(0.042f, 0.052f, 0.042f, 0.074f, 0.0075f, 0.006f);
    }

    /// <summary>A closed hand about something that passes through its middle, thumb across.</summary>
    private static IEnumerable<SKPath> Grip()
    {
        yield return Finger(0, 0, 0.002f, 0.040f, 0.018f, 0.024f);
        yield return Finger(0.006f, 0.034f, 0.036f, 0.036f, 0.011f, 0.010f);
        yield return Finger(0.006f, 0.050f, 0.037f, 0.052f, 0.011f, 0.010f);
        yield return Finger(0.004f, 0.064f, 0.034f, 0.067f, 0.010f, 0.009f);
        yield return Finger(0.012f, 0.014f, 0.040f, 0.022f, 0.010f, 0.008f);
    }

    private static SKPath Finger(float x0, float y0, float x1, float y1, float r0, float r1) =>
        Knife.Limb(new SKPoint(x0, y0), new SKPoint(x1, y1), r0, r1, 1);

    private static IEnumerable<SKPath> Slits(float length, float radius) =>
        from share in new[] { 0.36f, 0.50f, 0.64f } select Knife.Disc(0, length * share, radius);

    private static SKPath Band(float top, float bottom, float half) =>
        Knife.Smooth(true, -half, top, 0, top - half * 0.15f, half, top, half * 1.05f, bottom, 0, bottom + half * 0.2f, -half * 1.05f, bottom);
}
