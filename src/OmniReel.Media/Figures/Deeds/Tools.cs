using System.Numerics;
using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Figures.Deeds;

/// <summary>What a work of the hands needs: held, worn or standing before the figure.</summary>
internal static class Tools
{
    /// <summary>Ids of things that are drawn with the work, and not beside it.</summary>
    public static IReadOnlyList<string> Of(Handwork? work) => work switch
    {
        Handwork.Read => ["closed-book", "open-book", "books", "blue-book", "green-book", "orange-book", "notebook", "notebook-with-decorative-cover", "spellbook", "newspaper", "rolled-up-newspaper"],
        Handwork.Drink => ["hot-beverage", "teacup-without-handle", "cup-with-straw", "teapot"],
        Handwork.Cook => ["cooking", "pan", "pot-of-food", "shallow-pan-of-food"],
        Handwork.Fish => ["fishing-pole"],
        Handwork.Paint => ["paintbrush", "artist-palette", "framed-picture"],
        Handwork.Guitar => ["guitar"],
        Handwork.Violin => ["violin"],
        Handwork.Piano => ["piano", "musical-keyboard"],
        Handwork.Flag => ["flag"],
        _ => [],
    };

    public static Outfit With(Outfit outfit, Handwork work, Build build)
    {
        float bench = Handy.Bench(build), trunk = build.Trunk / 0.53f;
        return work switch
        {
            Handwork.Read => Held(outfit, build, -6, [Cut("M -70 -150 L 20 -136 L 20 66 L -70 48 Z", Dye.White), Cut("M 20 -136 L 104 -158 L 104 42 L 20 66 Z", Dye.White), Cut("M 14 -150 L 118 -174 L 120 40 L 16 74 Z", Dye.Accent, Slit(40, -110, 96, -124))]),
            Handwork.Drink => Held(outfit, build, 4, [Cut("M 40 -46 C 92 -50 92 22 34 18 L 36 2 C 68 4 68 -34 40 -30 Z", Dye.White), Cut("M -48 -66 L 52 -66 L 40 52 C 20 60 -16 60 -36 52 Z", Dye.White), Cut("M -46 -50 L 50 -50 L 49 -36 L -45 -36 Z", Dye.Accent)]),
            Handwork.Cook => Before(Held(outfit, build, -4, [Cut("M -9 -70 L 9 -70 L 8 150 L -8 150 Z", Dye.Wood), Cut("M -34 140 C -30 120 30 120 34 140 C 40 180 -40 180 -34 140 Z", Dye.MetalDeep)]), Stove(bench)),
            Handwork.Fish => Held(outfit, build, 0, [Rod(), new Cut(Knife.Disc(1.31f, 0.50f, 0.030f), Dye.Scarlet, 0.4f)]),
            Handwork.Paint => Held(outfit, build, 62, [Cut("M -7 60 L 7 60 L 5 -150 L -5 -150 Z", Dye.Wood), Cut("M -8 -150 L 8 -150 L 0 -206 Z", Dye.Scarlet)]) with { Behind = [.. outfit.Behind, Easel(bench), Palette(build)] },
            Handwork.Guitar => outfit with { Before = [.. outfit.Before, Guitar(trunk)] },
            Handwork.Violin => outfit with { Before = [.. outfit.Before, Violin(trunk), Bow(build)], Grips = true },
            Handwork.Piano => outfit with { Behind = [.. outfit.Behind, Piano(bench)] },
            Handwork.Mend => outfit with { Before = [.. outfit.Before, Net(build)], Grips = true },
            Handwork.Flag => Held(outfit, build, 2, [Cut("M -9 -760 L 9 -760 L 11 1185 L -11 1185 Z", Dye.Wood), Flag()], (0, -780, 20)),
            _ => outfit,
        };
    }

    private static Outfit Before(Outfit outfit, IItem item) => outfit with { Behind = [.. outfit.Behind, item] };

    private static Outfit Held(Outfit outfit, Build build, float tilt, Cut[] cuts, params (float X, float Y, float Radius)[] pins)
    {
        var size = build.UpperArm / 0.28f;
        return outfit with { Before = [.. outfit.Before, Carried(build, Bone.NearHand, tilt, size, cuts, pins)], Grips = true };
    }

    private static HeldCut Carried(Build build, Bone hand, float tilt, float size, Cut[] cuts, params (float X, float Y, float Radius)[] pins) => new(
        hand, 0.014f * build.Hand, Reach.Palm * build.Hand, [.. cuts.Select(c => c with { Outline = c.Outline.At(SKMatrix.CreateScale(size, size)) })],
        [.. pins.Select(p => new Pin(new SKPoint(p.X * 0.001f * size, p.Y * 0.001f * size), p.Radius * 0.001f * size))], tilt, 0.8f);

    /// <summary>A stove to the hip with a pan on it; the way of the figure is +x.</summary>
    private static GroundCut Stove(float size) => Standing(0.60f, size, [
        Cut("M -250 -800 L 250 -800 L 250 0 L -250 0 Z", Dye.TrousersDeep),
        Cut("M -200 -600 L 200 -600 L 200 -170 L -200 -170 Z", Dye.Dark, Slit(-150, -520, 150, -520), Slit(-150, -250, 150, -250)),
        Cut("M -270 -830 L 270 -830 L 270 -780 L -270 -780 Z", Dye.Metal),
        Cut("M -390 -905 L -180 -890 L -180 -872 L -390 -882 Z", Dye.Wood),
        Cut("M -190 -906 L 190 -906 C 186 -860 160 -834 130 -832 L -130 -832 C -160 -834 -186 -860 -190 -906 Z", Dye.MetalDeep),
        Cut("M -60 -930 C -90 -1010 -20 -1050 -50 -1130 C -10 -1070 -50 -1010 -30 -930 Z", Dye.White),
        Cut("M 70 -930 C 40 -1000 110 -1040 80 -1110 C 124 -1050 80 -1000 100 -930 Z", Dye.White),
    ], (-120, -700, 20), (0, -700, 20), (120, -700, 20));

    private static GroundCut Easel(float size) => Standing(0.80f, size, [
        new Cut(Knife.Joined(Knife.Limb(new SKPoint(0.06f, -1.62f), new SKPoint(0.34f, -0.02f), 0.016f, 0.016f, 1), Knife.Limb(new SKPoint(0.04f, -1.62f), new SKPoint(-0.14f, -0.02f), 0.016f, 0.016f, 1), Knife.Limb(new SKPoint(-0.16f, -0.78f), new SKPoint(0.14f, -0.78f), 0.020f, 0.020f, 1)), Dye.Wood, 0.5f, 1.4f),
        Cut("M -150 -1470 L 40 -1510 L 150 -830 L -60 -790 Z", Dye.White),
        Cut("M -96 -1010 C -60 -1090 0 -1080 24 -1040 C 50 -1070 90 -1060 108 -1010 L 124 -880 L -60 -846 Z", Dye.Leaf),
        new Cut(Knife.Disc(-0.03f, -1.34f, 0.050f), Dye.Brass, 0.2f, 1),
        Cut("M -116 -1160 C -70 -1190 0 -1190 70 -1170 L 76 -1136 C 0 -1150 -60 -1140 -110 -1120 Z", Dye.Accent),
    ]);

    private static HeldCut Palette(Build build) => Carried(build, Bone.FarHand, -12, build.UpperArm / 0.28f, [
        Cut("M -60 20 C -90 -70 40 -120 130 -80 C 190 -50 180 20 120 50 C 60 80 -40 80 -60 20 Z", Dye.Wood),
        new Cut(Knife.Disc(0.02f, -0.05f, 0.022f), Dye.Scarlet, 0.1f, 1), new Cut(Knife.Disc(0.08f, -0.06f, 0.022f), Dye.Brass, 0.1f, 1), new Cut(Knife.Disc(0.13f, -0.02f, 0.022f), Dye.Leaf, 0.1f, 1),
    ]);

    private static Part Guitar(float size) => OnTrunk(size, [
        Cut("M 150 -214 L 470 -404 L 486 -378 L 170 -180 Z", Dye.Wood),
        Cut("M 462 -412 L 546 -464 L 566 -432 L 484 -378 Z", Dye.Dark),
        Cut("M 176 -232 C 214 -196 200 -150 168 -140 C 150 -130 140 -110 130 -76 C 116 0 20 50 -70 20 C -160 -14 -180 -110 -120 -180 C -84 -220 -30 -226 0 -236 C 40 -250 60 -290 100 -292 C 146 -290 166 -260 176 -232 Z", Dye.Leather, Knife.Disc(0.052f, -0.146f, 0.038f)),
        Cut("M -66 -96 L -52 -70 L -34 -80 L -48 -106 Z", Dye.Dark),
    ], (480, -452), (508, -470), (536, -486));

    private static Part Violin(float size) => OnTrunk(size, [
        Cut("M 286 -478 L 470 -462 L 466 -436 L 284 -446 Z", Dye.Dark),
        Cut("M 64 -520 C 100 -560 150 -536 172 -526 C 214 -544 288 -540 302 -470 C 294 -408 226 -404 188 -426 C 158 -408 102 -398 68 -434 C 44 -464 44 -496 64 -520 Z", Dye.Wood, Knife.Crescent(0.178f, -0.474f, 0.028f, 0.006f, 90)),
    ], (478, -450));

    /// <summary>Crosses the strings from below.</summary>
    private static HeldCut Bow(Build build) => Carried(build, Bone.NearHand, -154, build.UpperArm / 0.28f, [
        Cut("M -6 40 L 6 40 L 8 -500 L 0 -506 L -4 -500 Z", Dye.Wood), Cut("M 14 20 L 18 20 L 14 -490 L 10 -490 Z", Dye.White),
    ]);

    /// <summary>An upright piano seen from its side, keys toward the player.</summary>
    private static GroundCut Piano(float size) => Standing(0.86f, size, [
        Cut("M -360 -700 L -300 -700 L -270 0 L -330 0 Z", Dye.Dark),
        Cut("M -70 -1240 L 330 -1240 L 330 0 L -70 0 Z", Dye.Dark, Slit(-20, -1160, -20, -740), Slit(280, -1160, 280, -740), Slit(-20, -560, -20, -90), Slit(280, -560, 280, -90)),
        Cut("M -100 -1270 L 350 -1270 L 350 -1220 L -100 -1220 Z", Dye.Leather),
        Cut("M -400 -760 L -60 -760 L -60 -660 L -380 -690 Z", Dye.Dark),
        Cut("M -396 -784 L -90 -784 L -90 -756 L -396 -756 Z", Dye.White),
        Cut("M -160 -1120 L -70 -1150 L -70 -860 L -110 -850 Z", Dye.White, Slit(-120, -1040, -90, -1050), Slit(-116, -980, -90, -988)),
    ], (300, -640, 24));

    /// <summary>A mesh that hangs from the hands to the ground.</summary>
    private static HeldCut Net(Build build)
    {
        var size = build.HipHeight / 0.95f;
        var net = Outline.Of("M -30 -40 C 40 -30 120 -40 190 0 C 240 200 330 420 420 620 C 280 690 60 700 -120 640 C -90 420 -50 180 -30 -40 Z");
        for (var row = 0; row < 8; row++)
        {
            for (var column = 0; column < 5; column++)
            {
                float down = 0.03f + 0.076f * row, spread = 0.036f + 0.0088f * row, x = 0.072f + 0.010f * row + (column - 2) * spread;
                float h = 0.032f, w = spread * 0.40f;
                net.Hole(Knife.Polygon(x, down - h, x + w, down, x, down + h, x - w, down));
            }
        }

        return Carried(build, Bone.FarHand, 0, 0.94f * size, [new Cut(net, Dye.AccentDeep, 0.6f, 1.2f), new Cut(Knife.Disc(-0.10f, 0.63f, 0.03f), Dye.Scarlet, 0.4f), new Cut(Knife.Disc(0.16f, 0.67f, 0.03f), Dye.Scarlet, 0.4f), new Cut(Knife.Disc(0.39f, 0.62f, 0.03f), Dye.Scarlet, 0.4f)]);
    }

    private static SKPath RodLine() => Knife.Polygon(1.308f, -1.000f, 1.313f, -1.000f, 1.313f, 0.500f, 1.308f, 0.500f);

    private static Cut Rod() => new(Knife.Joined(Knife.Limb(new SKPoint(-0.20f, 0.15f), new SKPoint(1.31f, -1.00f), 0.013f, 0.005f, 1), RodLine()), Dye.Wood, 0.5f, 1.2f);

    private static Cut Flag() => Cut("M 8 -750 C 120 -800 200 -700 320 -740 C 360 -756 400 -752 430 -746 L 420 -480 C 380 -490 340 -490 310 -476 C 200 -440 120 -530 8 -484 Z", Dye.Scarlet, Star(0.10f, -0.655f, 0.045f), Star(0.20f, -0.690f, 0.018f), Star(0.22f, -0.630f, 0.018f));

    /// <summary>A stool as high as a seat, for who sits where nothing else is to sit on.</summary>
    public static GroundCut Stool(float height) => new(Vector2.Zero, [
        new Cut(Knife.Limb(new SKPoint(-0.12f, -height + 0.02f), new SKPoint(-0.19f, -0.01f), 0.020f, 0.014f, 1), Dye.Wood, 0.5f),
        new Cut(Knife.Limb(new SKPoint(0.12f, -height + 0.02f), new SKPoint(0.19f, -0.01f), 0.020f, 0.014f, 1), Dye.Wood, 0.5f),
        new Cut(Knife.Limb(new SKPoint(-0.14f, -height * 0.45f), new SKPoint(0.14f, -height * 0.45f), 0.010f, 0.010f, 1), Dye.Wood, 0.3f),
        new Cut(Knife.Limb(new SKPoint(-0.20f, -height), new SKPoint(0.20f, -height), 0.030f, 0.030f, 1), Dye.Leather, 0.6f),
    ], []);

    private static GroundCut Standing(float ahead, float size, Cut[] cuts, params (float X, float Y, float Radius)[] pins) => new(
        new Vector2(ahead * size, 0), [.. cuts.Select(c => c with { Outline = c.Outline.At(SKMatrix.CreateScale(size, size)) })],
        [.. pins.Select(p => new Pin(new SKPoint(p.X * 0.001f * size, p.Y * 0.001f * size), p.Radius * 0.001f * size))]);

    private static Part OnTrunk(float size, Cut[] cuts, params (float X, float Y)[] pins) => new(
        Bone.Trunk, [.. cuts.Select(c => c with { Outline = c.Outline.At(SKMatrix.CreateScale(size, size)) })],
        [.. pins.Select(p => new Pin(new SKPoint(p.X * 0.001f * size, p.Y * 0.001f * size), 0.011f * size))]);

    private static Cut Cut(string outline, Dye dye, params ReadOnlySpan<SKPath> holes) => new(Outline.Of(outline).With(holes), dye, 0.5f, 1.6f);

    private static SKPath Star(float x, float y, float radius)
    {
        Span<float> xy = stackalloc float[20];
        for (var i = 0; i < 10; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.PI / 5);
            var r = i % 2 == 0 ? radius : radius * 0.40f;
            (xy[2 * i], xy[2 * i + 1]) = (x + r * sin, y - r * cos);
        }

        return Knife.Polygon(xy);
    }

    private static SKPath Slit(float x0, float y0, float x1, float y1) =>
        Knife.Limb(new SKPoint(x0 * 0.001f, y0 * 0.001f), new SKPoint(x1 * 0.001f, y1 * 0.001f), 0.005f, 0.004f);
}
