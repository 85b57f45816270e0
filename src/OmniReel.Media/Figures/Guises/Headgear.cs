using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Guises;

/// <summary>What the cast wears on the head, by name. Outlines are in millimetres from the base of the neck, face forward.</summary>
internal static class Headgear
{
    private const float Down = 0.065f;

    /// <summary>The pieces over the head, far ones first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing is cut by this name.</exception>
    public static IReadOnlyList<Part> Of(string name, Build build) => name switch
    {
        "cone" => [Hats.Cone(build)],
        "fedora" => [Hats.Felt(build)],
        "straw" => [Sheets(build, [Cut("M -96 -226 C -104 -300 -70 -330 4 -330 C 80 -330 112 -300 110 -232 Z", Dye.Hat), Cut("M -98 -256 C -40 -242 60 -244 112 -260 L 112 -230 C 50 -214 -50 -212 -98 -226 Z", Dye.Accent, 0.2f), Cut("M -232 -202 C -160 -246 -90 -232 10 -230 C 110 -232 180 -250 250 -206 C 160 -182 -140 -176 -232 -202 Z", Dye.Hat, 0.5f, Slit(-150, -208, -60, -216), Slit(70, -216, 170, -210))])],
        "toque" => [Sheets(build, [Cut("M -84 -300 C -166 -312 -172 -400 -104 -410 C -92 -470 -8 -484 20 -444 C 66 -484 152 -452 140 -398 C 184 -370 160 -306 104 -300 Z", Dye.Hat, 0.6f, Slit(-58, -322, -74, -388), Slit(10, -324, 10, -416), Slit(74, -322, 92, -386)), Cut("M -94 -226 L -98 -306 C -40 -290 60 -292 110 -308 L 110 -234 C 50 -212 -40 -208 -94 -226 Z", Dye.White, 0.4f)])],
        "peaked" => [Sheets(build, [Cut("M -96 -262 C -150 -300 -120 -350 4 -346 C 120 -350 160 -306 120 -262 Z", Dye.Hat, 0.5f), Cut("M -98 -268 L 116 -268 L 110 -228 C 50 -218 -40 -212 -96 -226 Z", Dye.HatBand, 0.3f), Cut("M 40 -238 C 100 -238 160 -226 186 -196 C 130 -200 80 -206 46 -214 Z", Dye.Dark, 0.5f)], Pin(78, -288, 20))],
        "firehelmet" => [Sheets(build, [Cut("M -104 -226 C -116 -310 -60 -352 10 -352 C 88 -352 124 -306 118 -232 Z", Dye.Hat, 0.6f, Slit(-60, -250, -44, -314), Slit(64, -318, 84, -254)), Cut("M -104 -232 C -60 -330 -20 -376 20 -384 C 60 -372 96 -320 124 -236 C 90 -300 50 -336 16 -340 C -24 -332 -70 -290 -104 -232 Z", Dye.HatBand, 0.3f), Cut("M -206 -176 C -170 -226 -100 -236 0 -236 C 100 -238 150 -238 184 -208 C 120 -196 -60 -206 -206 -176 Z", Dye.Hat, 0.5f)], Pin(86, -278, 24))],
        "steelhelmet" => [Sheets(build, [Cut("M -128 -196 C -128 -300 -70 -348 8 -348 C 92 -348 132 -302 134 -226 L 154 -206 C 100 -212 -40 -214 -128 -196 Z", Dye.Hat, 0.6f), Cut("M -60 -206 C -40 -140 0 -80 44 -44 L 54 -52 C 14 -90 -20 -150 -36 -208 Z", Dye.Leather, 0.2f)])],
        "hardhat" => [Sheets(build, [Cut("M -104 -226 C -112 -310 -60 -346 8 -346 C 84 -346 120 -306 114 -234 Z", Dye.Hat, 0.6f), Cut("M -8 -232 C -10 -310 0 -352 8 -362 C 24 -350 30 -300 28 -236 Z", Dye.HatBand, 0.3f), Cut("M -112 -216 C -40 -244 60 -246 120 -244 C 160 -240 180 -226 192 -208 C 120 -216 -40 -206 -112 -216 Z", Dye.Hat, 0.4f)])],
        "cap" => [Sheets(build, [Cut("M -104 -222 C -112 -302 -60 -340 6 -338 C 80 -338 116 -300 112 -234 Z", Dye.Hat, 0.5f, Slit(-40, -250, -20, -312)), Cut("M 30 -240 C 100 -246 170 -238 212 -206 C 150 -204 80 -206 36 -212 Z", Dye.HatBand, 0.5f)])],
        "sailorcap" => [Sheets(build, [Cut("M -128 -290 C -128 -352 136 -354 136 -292 C 136 -262 110 -256 100 -256 L -92 -254 C -110 -258 -128 -268 -128 -290 Z", Dye.Hat, 0.5f), Cut("M -98 -266 L 108 -268 L 108 -230 C 50 -218 -40 -214 -96 -228 Z", Dye.Glass, 0.3f)])],
        "crown" => [Sheets(build, [Cut("M -92 -226 L -116 -346 L -56 -290 L -22 -376 L 18 -296 L 66 -374 L 90 -290 L 140 -342 L 116 -232 C 50 -214 -40 -210 -92 -226 Z", Dye.Hat, 0.6f)], Pin(-116, -350, 15, Dye.Scarlet), Pin(-22, -380, 15, Dye.Scarlet), Pin(66, -378, 15, Dye.Scarlet), Pin(140, -346, 15, Dye.Scarlet), Pin(-40, -250, 11, Dye.Scarlet), Pin(56, -252, 11, Dye.Scarlet))],
        "tiara" => [Sheets(build, [Cut("M -64 -272 C -30 -282 0 -296 14 -318 L 34 -358 L 56 -316 L 88 -322 L 92 -282 L 120 -244 C 80 -262 20 -262 -60 -250 Z", Dye.Hat, 0.5f)], Pin(34, -362, 13, Dye.Scarlet), Pin(62, -286, 11, Dye.Scarlet))],
        "wizard" => [Sheets(build, [Cut("M -92 -238 C -76 -330 -90 -420 -176 -520 C -60 -490 60 -390 112 -244 C 50 -220 -40 -218 -92 -238 Z", Dye.Hat, 0.6f, Star(-6, -330, 26), Star(-56, -410, 18)), Cut("M -92 -262 C -40 -248 60 -250 112 -266 L 112 -236 C 50 -220 -40 -218 -92 -232 Z", Dye.Accent, 0.2f), Cut("M -240 -204 C -160 -250 -90 -234 10 -232 C 110 -234 190 -252 262 -208 C 160 -182 -140 -178 -240 -204 Z", Dye.Hat, 0.5f)])],
        "tricorn" => [Sheets(build, [Cut("M -100 -228 C -112 -320 -40 -344 10 -342 C 80 -342 120 -310 116 -236 Z", Dye.Hat, 0.4f), Cut("M -196 -206 C -190 -300 -110 -338 -60 -300 C -30 -280 30 -280 60 -306 C 120 -346 200 -300 214 -210 C 150 -236 -120 -236 -196 -206 Z", Dye.Hat, 0.6f, Knife.Disc(0.014f, -0.262f, 0.020f), Slit(-30, -236, 56, -228))])],
        "cowboy" => [Sheets(build, [Cut("M -94 -236 C -96 -316 -76 -372 -34 -362 C -6 -340 30 -342 54 -366 C 96 -366 112 -306 112 -242 Z", Dye.Hat, 0.5f), Cut("M -94 -264 C -40 -250 60 -252 112 -268 L 112 -236 C 50 -220 -40 -218 -94 -234 Z", Dye.HatBand, 0.2f), Cut("M -226 -284 C -190 -232 -90 -236 10 -236 C 110 -238 196 -240 242 -292 C 224 -194 120 -198 10 -196 C -100 -194 -200 -194 -226 -284 Z", Dye.Hat, 0.6f)])],
        "santa" => [Sheets(build, [Cut("M 30 -358 C -80 -410 -190 -330 -206 -220 L -160 -212 C -140 -290 -90 -300 0 -300 Z", Dye.Hat, 0.5f), Cut("M -106 -222 C -116 -320 -50 -372 34 -364 C 96 -352 122 -300 116 -234 Z", Dye.Hat, 0.5f), new Cut(Knife.Disc(-0.184f, -0.196f, 0.042f), Dye.White, 0.5f), Cut("M -122 -250 C -60 -222 60 -228 126 -258 C 140 -240 136 -214 124 -206 C 60 -178 -60 -172 -120 -196 C -134 -206 -134 -236 -122 -250 Z", Dye.White, 0.5f)])],
        "nursecap" => [Sheets(build, [Cut("M -56 -266 L -84 -338 C -20 -360 60 -358 108 -330 L 84 -262 C 40 -280 -10 -282 -56 -266 Z", Dye.Hat, 0.5f), Cut("M 6 -336 L 26 -336 L 26 -322 L 42 -322 L 42 -302 L 26 -302 L 26 -286 L 6 -286 L 6 -302 L -10 -302 L -10 -322 L 6 -322 Z", Dye.Scarlet, 0.1f)])],
        "clown" => [Sheets(build, [new Cut(Knife.Disc(-0.080f, -0.170f, 0.066f), Dye.Hat, 0.5f), new Cut(Knife.Disc(-0.100f, -0.250f, 0.060f), Dye.Hat, 0.5f), new Cut(Knife.Disc(-0.050f, -0.306f, 0.050f), Dye.Hat, 0.5f), Cut("M -40 -312 C -10 -400 10 -440 30 -450 C 44 -420 70 -360 78 -300 Z", Dye.Accent, 0.5f), new Cut(Knife.Disc(0.128f, -0.134f, 0.028f), Dye.Scarlet, 0.5f)], Pin(30, -452, 24, Dye.Scarlet))],
        "beret" => [Sheets(build, [Cut("M -150 -252 C -170 -320 -40 -352 50 -330 C 110 -314 130 -270 112 -238 C 40 -224 -60 -216 -104 -228 C -130 -226 -146 -234 -150 -252 Z", Dye.Hat, 0.6f), Cut("M -20 -338 L -24 -362 L -8 -364 L -6 -338 Z", Dye.Hat, 0.2f)])],
        "headband" => [Sheets(build, [Cut("M -98 -236 C -40 -256 50 -258 112 -242 L 110 -206 C 50 -224 -40 -222 -96 -200 Z", Dye.Accent, 0.3f)])],
        "topknot" => [Sheets(build, [Cut("M -60 -286 C -80 -350 -60 -374 -28 -372 C 4 -374 16 -340 -8 -288 Z", Dye.Hair, 0.4f), Cut("M -72 -300 C -50 -292 -10 -292 4 -304 L 2 -280 C -20 -270 -50 -270 -70 -278 Z", Dye.Accent, 0.2f)])],
        "hood" => [Sheets(build, [Cut("M -60 -10 C -130 -80 -140 -240 -80 -300 C -20 -340 90 -320 116 -240 L 124 -196 C 60 -206 20 -196 0 -176 L 2 -138 C 40 -126 90 -126 124 -130 C 128 -90 110 -40 70 -24 C 30 -8 -20 -4 -60 -10 Z", Dye.Hat, 0.5f)])],
        "mask" => [Sheets(build, [Cut("M -20 -196 C 30 -206 90 -200 118 -188 L 128 -150 C 90 -138 40 -136 4 -146 Z", Dye.Hat, 0.3f, Knife.Disc(0.072f, -0.166f, 0.014f))])],
        "halo" => [Sheets(build, [new Cut(Knife.Disc(0, 0, 0.125f).With(Knife.Disc(0, 0, 0.095f)).At(SKMatrix.CreateScaleTranslation(1, 0.32f, 0.01f, -0.385f)), Dye.Hat, 0.3f)])],
        "helm" => [Sheets(build, [Cut("M 10 -316 C -30 -420 -150 -430 -214 -330 C -236 -280 -220 -230 -196 -206 C -190 -280 -120 -320 -40 -286 Z", Dye.Accent, 0.5f, Slit(-70, -346, -150, -320)), Cut("M -112 -30 L -116 -236 C -110 -318 110 -324 124 -244 L 140 -150 L 116 -36 C 50 -12 -60 -10 -112 -30 Z", Dye.Hat, 0.7f, Knife.Limb(new SKPoint(0.040f, -0.172f), new SKPoint(0.118f, -0.168f), 0.010f, 0.008f), Knife.Disc(0.066f, -0.120f, 0.007f), Knife.Disc(0.092f, -0.118f, 0.007f), Knife.Disc(0.070f, -0.090f, 0.007f), Knife.Disc(0.094f, -0.088f, 0.007f)), Cut("M 10 -312 L 30 -312 L 34 -22 L 14 -20 Z", Dye.MetalDeep, 0.2f)], Pin(-20, -168, 14))],
        "spacehelmet" => [Sheets(build, [new Cut(Knife.Disc(0, 0, 0.180f).At(SKMatrix.CreateTranslation(0.006f, -0.166f)), Dye.Hat, 0.8f), new Cut(Knife.Disc(0, 0, 1).At(SKMatrix.CreateScaleTranslation(0.112f, 0.106f, 0.066f, -0.166f)).With(Knife.Crescent(0.080f, -0.196f, 0.056f, 0.012f, 28)), Dye.Glass, 0.4f), Cut("M -110 -30 C -60 0 60 0 116 -34 L 110 4 C 60 34 -60 34 -104 4 Z", Dye.MetalDeep, 0.4f)], Pin(-94, -166, 22))],
        "robot" => [Sheets(build, [Cut("M -6 -300 L 14 -300 L 14 -370 L -6 -370 Z", Dye.MetalDeep, 0.3f), Cut("M -112 -276 C -112 -300 -98 -312 -76 -312 L 92 -312 C 114 -312 126 -300 126 -278 L 126 -70 C 126 -48 112 -38 92 -38 L -76 -38 C -98 -38 -112 -50 -112 -72 Z", Dye.Hat, 0.7f, Slit(48, -84, 104, -84), Slit(48, -104, 104, -104)), Cut("M 20 -226 C 20 -240 30 -246 44 -246 L 126 -246 L 126 -162 L 44 -162 C 30 -162 20 -170 20 -182 Z", Dye.Dark, 0.3f), new Cut(Knife.Disc(0.082f, -0.204f, 0.024f), Dye.Accent, 0.3f)], Pin(4, -378, 26, Dye.Accent), Pin(-112, -176, 26))],
        "divemask" => [Sheets(build, [Cut("M -60 -10 C -130 -80 -140 -240 -80 -300 C -20 -340 90 -320 116 -240 L 118 -214 C 60 -220 30 -214 22 -196 L 24 -140 C 30 -100 30 -60 40 -20 C 10 -4 -30 -2 -60 -10 Z", Dye.Hat, 0.5f), Cut("M -112 -196 C -60 -200 0 -196 40 -190 L 40 -166 C 0 -172 -60 -176 -112 -170 Z", Dye.Dark, 0.2f), Cut("M 24 -214 C 60 -228 116 -222 138 -206 C 150 -190 150 -160 138 -142 C 110 -126 60 -126 30 -140 Z", Dye.Accent, 0.5f, Knife.Smooth(true, 0.044f, -0.200f, 0.092f, -0.208f, 0.126f, -0.196f, 0.130f, -0.160f, 0.090f, -0.146f, 0.046f, -0.154f)), Cut("M 96 -104 L 150 -112 C 164 -112 166 -76 152 -74 L 98 -76 C 90 -80 90 -100 96 -104 Z", Dye.Dark, 0.5f), Cut("M 128 -78 C 128 -20 40 10 -90 30 L -92 14 C 30 -4 108 -30 112 -78 Z", Dye.Dark, 0.4f)], Pin(126, -94, 14))],
        "bald" => [],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Nothing is cut by this name."),
    };

    /// <summary>What hides or takes away the hair: nothing of it shows below.</summary>
    public static bool Covers(string name) => name is "helm" or "spacehelmet" or "robot" or "hood" or "divemask" or "bald" or "clown";

    /// <summary>The head itself is within: no face, no hair, no beard.</summary>
    public static bool Hides(string name) => name is "helm" or "spacehelmet" or "robot";

    private static Cut Cut(string outline, Dye dye, float lift = 0.4f, params ReadOnlySpan<SKPath> holes) => new(Outline.Of(outline).With(holes), dye, lift, lift > 0.25f ? 1.8f : 1.2f);

    private static SKPath Slit(float x0, float y0, float x1, float y1) =>
        Knife.Limb(new SKPoint(x0 * 0.001f, y0 * 0.001f), new SKPoint(x1 * 0.001f, y1 * 0.001f), 0.005f, 0.003f);

    private static SKPath Star(float x, float y, float radius)
    {
        Span<float> xy = stackalloc float[20];
        for (var i = 0; i < 10; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.PI / 5);
            var r = (i % 2 == 0 ? radius : radius * 0.42f) * 0.001f;
            (xy[2 * i], xy[2 * i + 1]) = (x * 0.001f + r * sin, y * 0.001f - r * cos);
        }

        return Knife.Polygon(xy);
    }

    private static (SKPoint, float, Dye) Pin(float x, float y, float radius, Dye dye = Dye.Brass) => (new SKPoint(x * 0.001f, y * 0.001f), radius * 0.001f, dye);

    private static Part Sheets(Build build, Cut[] cuts, params (SKPoint At, float Radius, Dye Dye)[] pins)
    {
        var size = build.Head;
        var place = SKMatrix.CreateScaleTranslation(size, size, 0, Down * size);
        foreach (var cut in cuts)
            cut.Outline.Transform(place);
        return new Part(Bone.Head, cuts, [.. pins.Select(p => new Pin(place.MapPoint(p.At), p.Radius * size, p.Dye))]);
    }
}
