using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Guises;

/// <summary>What the cast wears over its clothes, by name. Outlines are in millimetres from a man's hip joints, the way he faces.</summary>
internal static class Trappings
{
    /// <summary>Puts a piece on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing is cut by this name.</exception>
    public static Outfit On(Outfit outfit, string name, Build build)
    {
        var size = build.Trunk / 0.53f;
        return name switch
        {
            "apron" => outfit with
            {
                Skirts = [.. outfit.Skirts, new SkirtCut(2, 0.10f * size, 0.105f * size, 0.46f * size, 4, 0.62f, 7, Dye.White, Dye.White, Hem.Straight)],
                Over = [.. outfit.Over, Trunk(size, [Cut("M -60 -420 L 84 -430 C 96 -340 120 -250 132 -190 L 138 -70 C 60 -50 -70 -50 -128 -70 L -122 -200 C -110 -260 -80 -340 -60 -420 Z", Dye.White, 0.4f), Cut("M -128 -150 C -60 -130 70 -130 136 -150 L 138 -122 C 70 -102 -60 -102 -130 -122 Z", Dye.Accent, 0.2f)])],
            },
            "vest" => Over(outfit, Trunk(size, [Cut("M -126 -494 C -96 -516 -60 -522 -36 -524 C -30 -420 -20 -300 -10 -200 L -4 40 C -50 52 -110 50 -138 40 C -134 -60 -134 -150 -138 -196 C -150 -270 -170 -340 -170 -390 C -168 -440 -150 -474 -126 -494 Z", Dye.Leather, 0.4f), Cut("M 52 -524 C 84 -522 116 -510 140 -488 C 164 -464 172 -420 168 -378 C 162 -310 142 -250 134 -190 L 142 40 C 120 50 90 52 70 48 C 76 -100 84 -250 70 -380 Z", Dye.Leather, 0.4f)])),
            "dungarees" => Over(outfit with { Hose = outfit.Hose with { Fullness = 1.3f } }, Trunk(size, [Cut("M -64 -330 L 92 -336 L 132 -200 L 142 80 C 70 98 -70 98 -138 80 L -132 -200 Z", Dye.Trousers, 0.5f, Pocket(14, -250)), Cut("M -64 -326 L -86 -512 L -56 -520 L -36 -326 Z", Dye.TrousersDeep, 0.3f), Cut("M 62 -330 L 78 -518 L 106 -508 L 92 -330 Z", Dye.TrousersDeep, 0.3f)], (-50, -316), (78, -320))),
            "tabard" => Over(outfit, Trunk(size, [Cut("M -96 -500 C -40 -470 40 -470 104 -502 C 130 -400 110 -250 116 -120 L 126 110 C 60 130 -60 130 -118 110 L -112 -120 C -106 -250 -130 -400 -96 -500 Z", Dye.Accent, 0.5f), Cut("M -6 -420 L 34 -420 L 34 -340 L 96 -340 L 96 -300 L 34 -300 L 34 -170 L -6 -170 L -6 -300 L -68 -300 L -68 -340 L -6 -340 Z", Dye.White, 0.2f)])) with { Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.Cloth, true, false, 1.2f), Hose = outfit.Hose with { Fullness = 1.25f } },
            "plates" => outfit with { Near = [.. outfit.Near, new Part(Bone.NearUpperArm, [Plate(build, 1.7f), Plate(build, 1.25f)], [new Pin(new SKPoint(0, 0.01f), 0.016f * build.Hand)])] },
            "spacesuit" => Over(outfit, Trunk(size, [Cut("M -40 -400 L 112 -404 C 122 -404 126 -396 126 -388 L 120 -270 C 118 -262 112 -258 106 -258 L -30 -256 C -42 -258 -46 -264 -46 -274 L -50 -388 Z", Dye.MetalDeep, 0.4f), Cut("M -146 -120 C -60 -98 70 -98 146 -122 L 148 -88 C 70 -64 -60 -64 -148 -86 Z", Dye.Accent, 0.3f)], (-6, -366), (40, -366), (-6, -312), (86, -340))) with { Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.Cloth, false, true, 1.5f), Hose = outfit.Hose with { Fullness = 1.55f, Shoes = Dye.MetalDeep } },
            "pack" => outfit with { Behind = [.. outfit.Behind, Trunk(size, [Cut("M -300 -520 C -330 -500 -338 -420 -336 -330 C -334 -240 -330 -140 -300 -120 C -250 -104 -170 -110 -120 -128 L -110 -500 C -160 -540 -260 -546 -300 -520 Z", Dye.MetalDeep, 0.6f, Knife.Limb(new SKPoint(-0.276f, -0.400f), new SKPoint(-0.180f, -0.404f), 0.008f, 0.008f), Knife.Limb(new SKPoint(-0.276f, -0.250f), new SKPoint(-0.180f, -0.248f), 0.008f, 0.008f))])] },
            "tank" => outfit with { Behind = [.. outfit.Behind, Trunk(size, [Cut("M -272 -440 C -272 -486 -160 -486 -160 -440 L -160 -120 C -160 -84 -272 -84 -272 -120 Z", Dye.Accent, 0.6f, Knife.Limb(new SKPoint(-0.236f, -0.420f), new SKPoint(-0.236f, -0.150f), 0.006f, 0.006f)), Cut("M -240 -474 L -192 -474 L -190 -516 L -242 -516 Z", Dye.MetalDeep, 0.4f), Cut("M -280 -380 L -150 -380 L -150 -350 L -280 -350 Z", Dye.Dark, 0.2f), Cut("M -280 -210 L -150 -210 L -150 -180 L -280 -180 Z", Dye.Dark, 0.2f)])] },
            "wetsuit" => Over(outfit, Trunk(size, [Cut("M -96 -500 L -66 -510 C -40 -400 -60 -280 -120 -200 L -140 -226 C -96 -300 -84 -400 -96 -500 Z", Dye.Accent, 0.3f), Cut("M -146 -120 C -60 -98 70 -98 146 -122 L 148 -82 C 70 -58 -60 -58 -148 -80 Z", Dye.Dark, 0.3f)], (20, -94))) with { Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.Cloth, false, false) { Hand = Dye.Hat }, Behind = [.. outfit.Behind, Fin(build, near: false)], Near = [.. outfit.Near, Fin(build, near: true)] },
            "belt" => Over(outfit, new Part(Bone.Trunk, [Scaled(Tailoring.Belt(0.144f, -0.100f, 0.056f, Dye.Leather), size)], [new Pin(new SKPoint(0.02f * size, -0.092f * size), 0.017f * size)])),
            "badge" => Over(outfit, Trunk(size, [Cut("M 70 -404 L 104 -410 L 112 -380 L 90 -352 L 70 -376 Z", Dye.Brass, 0.2f)])),
            "stethoscope" => Over(outfit, Trunk(size, [Cut("M -20 -500 C -30 -420 10 -360 50 -330 L 58 -338 C 22 -372 -8 -420 0 -498 Z", Dye.Dark, 0.3f), Cut("M 86 -500 C 96 -430 84 -370 56 -330 L 48 -338 C 72 -372 78 -430 68 -500 Z", Dye.Dark, 0.3f)], (54, -316))),
            "reflectors" => Over(outfit, Trunk(size, [Cut("M -140 -170 C -60 -148 70 -148 140 -172 L 138 -136 C 70 -112 -60 -112 -136 -134 Z", Dye.Accent, 0.3f), Cut("M -150 -290 C -60 -268 70 -268 150 -292 L 146 -258 C 70 -234 -60 -234 -146 -256 Z", Dye.Accent, 0.3f)])),
            "cape" => outfit with { Behind = [Cape(build), .. outfit.Behind.Where(item => item is not StreamerCut { Bone: Bone.Trunk })] },
            "ermine" => Over(outfit, Tailoring.Wrap(1.14f * size, 0, -0.012f, Dye.White)),
            "robe" => outfit with { Behind = [.. outfit.Behind.Where(item => item is not StreamerCut { Bone: Bone.Trunk })], Skirts = [new SkirtCut(4, 0.10f * size, 0.132f * size, 0.90f * size, 9, 0.62f, 8, Dye.Cloth, Dye.ClothDeep, Hem.Straight)] },
            "sailorcollar" => Over(outfit, Tailoring.Wrap(1.05f * size, 0, 0, Dye.Accent)),
            "pompons" => Over(outfit, Trunk(size, [new Cut(Knife.Disc(0.060f, -0.380f, 0.030f), Dye.Scarlet), new Cut(Knife.Disc(0.066f, -0.270f, 0.030f), Dye.Scarlet), new Cut(Knife.Disc(0.064f, -0.160f, 0.030f), Dye.Scarlet)])) with { Hose = outfit.Hose with { Fullness = 1.6f } },
            "ruff" => Over(outfit, Tailoring.Wrap(1.25f * size, 0, 0.004f, Dye.White)),
            "neckerchief" => Over(outfit, Trunk(size, [Cut("M -70 -520 C -30 -494 50 -496 84 -522 C 80 -490 60 -470 40 -462 L 60 -392 L 24 -420 L 4 -384 L 6 -460 C -30 -466 -60 -490 -70 -520 Z", Dye.Accent, 0.4f)])),
            "satchel" => outfit with { Before = [.. outfit.Before, Trunk(size, [Cut("M -90 -500 L -64 -508 L 124 -110 L 98 -96 Z", Dye.Leather, 0.3f), Cut("M 16 -110 L 172 -116 L 178 20 C 120 40 60 40 14 26 Z", Dye.Leather, 0.6f), Cut("M 12 -114 L 174 -120 L 174 -50 C 120 -24 60 -24 14 -46 Z", Dye.AccentDeep, 0.3f)], (94, -52))] },
            "camera" => Over(outfit, Trunk(size, [Cut("M -50 -512 L 40 -300 L 54 -306 L -36 -520 Z", Dye.Dark, 0.2f), Cut("M 10 -312 L 46 -312 L 56 -330 L 96 -330 L 104 -312 L 130 -312 L 130 -222 L 10 -222 Z", Dye.Dark, 0.5f)], (76, -266))),
            "sack" => outfit with { Behind = [.. outfit.Behind, Trunk(size, [Cut("M -130 -470 C -190 -500 -240 -440 -230 -410 C -330 -380 -420 -260 -390 -120 C -360 -30 -200 -20 -120 -80 L -90 -400 Z", Dye.Leather, 0.6f, Knife.Crescent(-0.28f, -0.20f, 0.08f, 0.008f, 40))])] },
            "beads" => Over(outfit, Trunk(size, [Cut("M -84 -490 C -60 -390 -20 -338 10 -338 C 40 -338 82 -390 104 -490 L 98 -490 C 76 -396 40 -346 10 -346 C -18 -346 -56 -396 -78 -490 Z", Dye.Leather, 0.2f)], [.. Enumerable.Range(0, 11).Select(i => (10 + 92 * MathF.Cos(i * MathF.PI / 10), -490 + 150 * MathF.Sin(i * MathF.PI / 10)))])),
            "glasses" => outfit with { Atop = [.. outfit.Atop, Glasses(build)] },
            "wings" => outfit with { Behind = [Wing(size, -18), Wing(size, 8), .. outfit.Behind] },
            "veil" => outfit with { BehindHead = [.. outfit.BehindHead, Veil(build)] },
            "flower" => Over(outfit, Trunk(size, [new Cut(Knife.Disc(0.098f, -0.400f, 0.026f), Dye.Scarlet, 0.3f)])),
            "star" => Over(outfit, Trunk(size, [Cut("M 24 -420 L 66 -370 L 24 -300 L -18 -370 Z", Dye.Brass, 0.3f)])),
            "robot" => Robot(outfit, size),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Nothing is cut by this name."),
        };
    }

    private static Outfit Robot(Outfit outfit, float size) => outfit with
    {
        Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.ClothLight, true, false, 0.92f),
        Hose = new(Dye.Cloth, Dye.ClothDeep, Dye.Shoes, true, 1.05f),
        Trunk = Trunk(size, [Cut("M -150 -490 C -150 -508 -136 -516 -120 -516 L 134 -516 C 152 -516 164 -506 164 -488 L 150 -110 C 148 -96 138 -90 124 -90 L -112 -90 C -126 -90 -136 -98 -138 -112 Z", Dye.Cloth, 0.8f), Cut("M -90 -110 L 100 -110 L 84 60 C 40 76 -40 76 -76 60 Z", Dye.ClothDeep, 0.5f), Cut("M -60 -430 L 120 -434 L 112 -270 L -54 -266 Z", Dye.Dark, 0.3f), Cut("M -40 -300 L -10 -350 L 20 -310 L 50 -400 L 84 -320 L 98 -320 L 98 -306 L 74 -306 L 52 -366 L 24 -288 L -8 -326 L -30 -290 Z", Dye.Accent, 0.2f)], (-70, -210), (-20, -210), (30, -210), (-120, -490), (140, -490)),
        Over = [],
        Behind = [],
        BehindHead = [],
    };

    private static Outfit Over(Outfit outfit, Part part) => outfit with { Over = [.. outfit.Over, part] };

    private static Part Trunk(float size, Cut[] cuts, params (float X, float Y)[] pins)
    {
        var place = SKMatrix.CreateScale(size, size);
        foreach (var cut in cuts)
            cut.Outline.Transform(place);
        return new Part(Bone.Trunk, cuts, [.. pins.Select(p => new Pin(new SKPoint(p.X * 0.001f * size, p.Y * 0.001f * size), 0.013f * size))]);
    }

    private static Cut Scaled(Cut cut, float size) => cut with { Outline = cut.Outline.At(SKMatrix.CreateScale(size, size)) };

    private static Cut Cut(string outline, Dye dye, float lift = 0.4f, params ReadOnlySpan<SKPath> holes) => new(Outline.Of(outline).With(holes), dye, lift, 1.6f);

    private static SKPath Pocket(float x, float y) => Knife.Limb(new SKPoint((x - 40) * 0.001f, y * 0.001f), new SKPoint((x + 40) * 0.001f, y * 0.001f), 0.006f, 0.006f);

    /// <summary>A diver's fin, longer than the foot that is in it.</summary>
    private static Part Fin(Build build, bool near)
    {
        var fin = Outline.Of("M -52 -30 C -60 10 -60 50 -44 74 L 60 78 C 150 96 260 118 330 112 C 352 96 352 60 330 44 C 240 40 120 20 60 -24 C 20 -44 -20 -44 -52 -30 Z", build.Ankle / 0.07f)
            .With(Knife.Limb(new SKPoint(0.12f, 0.052f), new SKPoint(0.30f, 0.076f), 0.006f, 0.007f), Knife.Limb(new SKPoint(0.15f, 0.082f), new SKPoint(0.30f, 0.098f), 0.004f, 0.005f));
        return new Part(near ? Bone.NearFoot : Bone.FarFoot, new Cut(fin, Dye.Accent, 0.5f, 1.8f));
    }

    /// <summary>A pauldron over the upper arm.</summary>
    private static Cut Plate(Build build, float size)
    {
        var r = build.ArmRadius * size;
        return new Cut(Knife.Smooth(true, -r, 0.10f * r, -0.7f * r, -0.85f * r, 0.7f * r, -0.85f * r, r, 0.10f * r, 0.8f * r, 1.1f * r, 0, 1.35f * r, -0.8f * r, 1.1f * r), size > 1.5f ? Dye.MetalDeep : Dye.Metal, 0.5f, 1.8f);
    }

    private static StreamerCut Cape(Build build)
    {
        var size = build.Trunk / 0.53f;
        return new StreamerCut(Bone.Trunk, new(-0.085f * size, -0.46f * size), 1.02f * size, 0.155f * size, new(-0.20f, 0.85f), 0.30f, 0.035f * size, 0.5f, 0, 0, Dye.Accent, Dye.AccentDeep, 1.75f);
    }

    private static Part Glasses(Build build)
    {
        var size = build.Head;
        var place = SKMatrix.CreateScaleTranslation(size, size, 0, 0.065f * size);
        return new Part(
            Bone.Head,
            new Cut(Knife.Disc(0.078f, -0.162f, 0.036f).With(Knife.Disc(0.078f, -0.162f, 0.027f)).At(place), Dye.Dark, 0.2f, 0),
            new Cut(Knife.Limb(new SKPoint(0.044f, -0.166f), new SKPoint(-0.030f, -0.150f), 0.005f, 0.004f).At(place), Dye.Dark, 0.2f, 0));
    }

    private static Part Wing(float size, float degrees) => new(
        Bone.Trunk,
        new Cut(
            Outline.Of("M -60 -420 C -160 -560 -330 -640 -460 -600 C -470 -500 -400 -430 -330 -400 C -400 -360 -400 -280 -340 -230 C -240 -220 -120 -300 -60 -380 Z", size)
                .With(Knife.Crescent(-0.33f * size, -0.53f * size, 0.06f * size, 0.012f * size, -30), Knife.Crescent(-0.28f * size, -0.33f * size, 0.05f * size, 0.010f * size, -10))
                .At(SKMatrix.CreateRotationDegrees(degrees, -0.06f * size, -0.40f * size)),
            Dye.White, 0.7f));

    /// <summary>From the crown down the back.</summary>
    private static Part Veil(Build build)
    {
        var veil = Outline.Of("M 40 -290 C -60 -330 -150 -250 -176 -120 C -200 30 -260 190 -270 330 C -220 350 -150 346 -96 322 C -80 160 -70 0 -56 -120 C -36 -220 0 -260 40 -290 Z", build.Head, 0, 0.065f * build.Head);
        for (var i = 0; i < 5; i++)
            veil.Hole(Knife.Disc((-0.245f + i * 0.032f) * build.Head, (0.375f - MathF.Abs(i - 2) * 0.006f) * build.Head, 0.007f * build.Head));
        return new Part(Bone.Head, new Cut(veil, Dye.White, 0.6f));
    }
}
