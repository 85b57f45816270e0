using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Guises;

/// <summary>What the cast carries in the near hand, by name; the grip is at the origin, in a grown woman's metres, y down.</summary>
internal static class Handhelds
{
    /// <exception cref="ArgumentOutOfRangeException">Nothing is cut by this name.</exception>
    public static HeldCut Of(string name, Build build) => name switch
    {
        "sword" => Held(build, 24, [Cut("M -14 -120 L 14 -120 L 12 -760 L 0 -830 L -12 -760 Z", Dye.Metal, Slit(0, -160, 0, -640)), Cut("M -92 -128 L 92 -128 L 92 -102 L -92 -102 Z", Dye.Brass), Cut("M -14 -108 L 14 -108 L 14 66 L -14 66 Z", Dye.Leather)], (0, 78, 24)),
        "katana" => Held(build, 30, [Cut("M -12 -110 L 12 -110 C 20 -420 8 -640 -46 -800 C -36 -620 -18 -400 -12 -110 Z", Dye.Metal), Cut("M -44 -120 L 44 -120 L 44 -100 L -44 -100 Z", Dye.Brass), Cut("M -14 -104 L 14 -104 L 14 90 L -14 90 Z", Dye.Dark)]),
        "cutlass" => Held(build, 26, [Cut("M -14 -90 L 16 -90 C 40 -320 20 -520 -60 -640 C -50 -460 -30 -300 -14 -90 Z", Dye.Metal), Cut("M -50 -96 C 60 -96 70 60 -6 64 L -6 46 C 36 40 34 -70 -50 -78 Z", Dye.Brass), Cut("M -12 -90 L 12 -90 L 12 60 L -12 60 Z", Dye.Leather)]),
        "staff" => Held(build, 3, [Cut("M -13 -760 C -17 -400 -13 200 -10 900 L 12 900 C 14 200 17 -400 13 -760 Z", Dye.Wood), new Cut(Knife.Disc(0, -0.82f, 0.070f).With(Knife.Crescent(0.006f, -0.826f, 0.036f, 0.008f, 30)), Dye.Accent, 0.5f)], (0, -744, 22)),
        "crook" => Held(build, 3, [new Cut(Knife.Joined(Knife.Limb(new SKPoint(0, -0.70f), new SKPoint(0, 0.92f), 0.013f, 0.011f, 1), Knife.Disc(0.075f, -0.70f, 0.088f).Less(Knife.Disc(0.075f, -0.70f, 0.062f)).Less(Knife.Box(0.02f, -0.70f, 0.20f, -0.55f))), Dye.Wood, 0.5f)]),
        "sceptre" => Held(build, 16, [Cut("M -11 -330 L 11 -330 L 11 190 L -11 190 Z", Dye.Brass), new Cut(Knife.Disc(0, -0.360f, 0.052f), Dye.Scarlet, 0.5f)], (0, -420, 20)),
        "wand" => Held(build, 34, [Cut("M -7 -300 L 7 -300 L 9 60 L -9 60 Z", Dye.Wood), Cut("M 0 -400 L 20 -348 L 74 -346 L 32 -312 L 46 -258 L 0 -290 L -46 -258 L -32 -312 L -74 -346 L -20 -348 Z", Dye.Brass)]),
        "fan" => Held(build, 20, [Cut("M 0 10 L -150 -190 C -100 -270 100 -270 150 -190 Z", Dye.White, Slit(-86, -190, -24, -60), Slit(0, -220, 0, -60), Slit(86, -190, 24, -60)), Cut("M -12 -10 L 12 -10 L 8 56 L -8 56 Z", Dye.Wood)]),
        "book" => Held(build, -8, [Cut("M -20 -190 L 120 -190 L 120 20 L -20 20 Z", Dye.White), Cut("M -30 -200 L 112 -200 L 112 12 L -30 12 Z", Dye.Accent, Slit(10, -150, 80, -150))]),
        "briefcase" => Held(build, 0, [Cut("M -40 -14 L 44 -14 L 44 60 L 26 60 L 26 8 L -22 8 L -22 60 L -40 60 Z", Dye.Leather), Cut("M -180 40 L 190 40 C 200 40 204 46 204 54 L 204 270 C 204 280 198 284 190 284 L -180 284 C -190 284 -194 278 -194 270 L -194 54 C -194 46 -190 40 -180 40 Z", Dye.Leather)], (-80, 66, 14), (90, 66, 14)),
        "lens" => Held(build, 26, [Cut("M -11 -60 L 11 -60 L 11 70 L -11 70 Z", Dye.Wood), new Cut(Knife.Disc(0, -0.150f, 0.094f).With(Knife.Disc(0, -0.150f, 0.074f)), Dye.Brass, 0.5f)]),
        "bouquet" => Held(build, 14, [Cut("M -40 -60 L 40 -60 L 14 130 L -14 130 Z", Dye.Leaf), new Cut(Knife.Disc(-0.062f, -0.080f, 0.058f), Dye.White, 0.4f), new Cut(Knife.Disc(0.062f, -0.086f, 0.058f), Dye.Accent, 0.4f), new Cut(Knife.Disc(0, -0.140f, 0.062f).With(Knife.Crescent(0, -0.140f, 0.032f, 0.007f, 20)), Dye.Rouge, 0.4f)]),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Nothing is cut by this name."),
    };

    /// <summary>What hangs from a straight arm instead of being held up.</summary>
    public static bool Hangs(string name) => name is "briefcase";

    private static HeldCut Held(Build build, float tilt, Cut[] cuts, params (float X, float Y, float Radius)[] pins)
    {
        var size = build.UpperArm / 0.28f;
        var place = SKMatrix.CreateScale(size, size);
        return new HeldCut(
            Bone.NearHand, 0.014f * build.Hand, 0.048f * build.Hand, [.. cuts.Select(c => c with { Outline = c.Outline.At(place) })],
            [.. pins.Select(p => new Pin(new SKPoint(p.X * 0.001f * size, p.Y * 0.001f * size), p.Radius * 0.001f * size))], tilt, 1.6f);
    }

    private static Cut Cut(string outline, Dye dye, params ReadOnlySpan<SKPath> holes) => new(Outline.Of(outline).With(holes), dye, 0.5f, 1.6f);

    private static SKPath Slit(float x0, float y0, float x1, float y1) =>
        Knife.Limb(new SKPoint(x0 * 0.001f, y0 * 0.001f), new SKPoint(x1 * 0.001f, y1 * 0.001f), 0.005f, 0.003f);
}
