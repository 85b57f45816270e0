using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Bodies;

/// <summary>Heads in profile, face forward (+x), the root at the top of the neck. Brows are cut through, eyes are open.</summary>
internal static class Heads
{
    /// <summary>Outlines are written from the base of the neck; this lowers them onto the head's root.</summary>
    private const float Down = 0.065f;

    private const string WomanFace =
        "M 28 -20 C 36 -38 52 -48 72 -50 C 89 -52 97 -62 95 -76 Q 94 -83 90 -88 Q 101 -91 100 -98 Q 98 -102 93 -103 " +
        "Q 104 -106 102 -113 Q 97 -119 99 -125 Q 112 -127 122 -133 Q 127 -139 119 -147 Q 105 -165 100 -183 " +
        "C 99 -192 102 -201 102 -210 C 100 -245 70 -270 20 -272 C -50 -272 -88 -225 -84 -165 C -82 -125 -64 -98 -44 -80 " +
        "C -26 -56 -4 -32 28 -20 Z";

    private const string ManFace =
        "M 22 -16 C 38 -34 58 -40 82 -38 C 101 -38 110 -52 106 -72 Q 104 -81 99 -87 Q 109 -90 107 -99 Q 105 -103 99 -104 " +
        "Q 109 -107 107 -115 Q 102 -121 104 -127 Q 121 -129 133 -136 Q 139 -143 129 -153 Q 113 -170 107 -188 " +
        "C 111 -197 110 -206 108 -214 C 105 -252 70 -276 18 -278 C -54 -278 -92 -228 -86 -164 C -84 -128 -66 -104 -48 -80 " +
        "C -30 -54 -8 -26 22 -16 Z";

    private const string ChildFace =
        "M 18 -24 C 36 -38 50 -44 68 -46 C 87 -48 95 -60 93 -76 Q 91 -83 87 -87 Q 97 -90 95 -97 Q 93 -101 88 -102 " +
        "Q 97 -105 95 -112 Q 91 -117 93 -122 Q 105 -124 111 -131 Q 115 -138 106 -145 Q 98 -156 99 -172 " +
        "C 107 -196 109 -212 105 -228 C 97 -270 64 -292 14 -292 C -56 -292 -102 -244 -100 -178 C -98 -130 -72 -96 -46 -76 " +
        "C -30 -58 -8 -34 18 -24 Z";

    private const string WomanHair =
        "M 104 -204 C 107 -256 66 -288 14 -286 C -58 -284 -100 -232 -94 -166 C -91 -124 -72 -96 -46 -80 C -34 -90 -22 -102 -14 -122 " +
        "C -2 -112 8 -118 12 -130 C 20 -160 34 -188 62 -206 C 76 -214 92 -212 104 -204 Z";

    private const string ManHair =
        "M 111 -212 C 120 -236 112 -262 96 -272 C 74 -296 40 -298 10 -294 C -60 -288 -104 -238 -96 -168 C -93 -136 -82 -114 -62 -98 " +
        "C -46 -94 -34 -108 -26 -128 C -4 -108 6 -106 10 -126 L 14 -160 C 20 -188 40 -208 66 -218 C 82 -224 98 -222 111 -212 Z";

    private const string ChildHair =
        "M 108 -216 C 112 -272 66 -308 12 -306 C -62 -304 -112 -250 -108 -178 C -106 -126 -84 -92 -56 -76 C -42 -84 -30 -100 -22 -122 " +
        "C -2 -112 8 -120 12 -136 L 18 -182 C 36 -196 48 -194 58 -200 C 74 -194 92 -200 108 -216 Z";

    private static readonly string[] Comb =
    [
        "M 70 -226 C 14 -262 -54 -236 -70 -168 C -48 -228 14 -246 70 -226 Z",
        "M 44 -214 C 4 -232 -42 -214 -58 -150 C -34 -204 4 -220 44 -214 Z",
        "M 22 -196 C 0 -204 -30 -188 -44 -128 C -24 -176 0 -190 22 -196 Z",
    ];

    public static Part Woman(float size, bool bun)
    {
        var hair = Combed(WomanHair, size);
        Cut[] cuts =
        [
            Face(WomanFace, size, Lid(68, -194, 25, 3.6f, 4)),
            .. Eye(70, -164, 20, 8.5f, size), Cheek(54, -124, 15, size), Lips(96, -100, size),
            new(hair, Dye.Hair),
        ];
        if (!bun)
            return new Part(Bone.Head, cuts, [Ear(size)]);
        var knot = Knife.Disc(0, 0, 0.056f)
            .With(Knife.Crescent(0, -0.008f, 0.034f, 0.005f, -35), Knife.Crescent(-0.004f, 0.030f, 0.026f, 0.005f, 150));
        var pin = Knife.Limb(new SKPoint(-0.165f, -0.238f), new SKPoint(0.0f, -0.298f), 0.006f, 0.005f);
        return new Part(
            Bone.Head,
            [new(Lay(knot, -88, -262, size), Dye.Hair, 0.4f), .. cuts, new(Lay(pin, 0, 0, size), Dye.Brass, 0.3f, 1)],
            [Ear(size), new(Point(-165, -238, size), 0.019f * size, Dye.Rouge)]);
    }

    public static Part Man(float size, Whiskers whiskers)
    {
        List<Cut> cuts =
        [
            Face(ManFace, size, Lid(74, -194, 27, 5.5f, 2)),
            .. Eye(78, -164, 18, 7.5f, size),
            new(Combed(ManHair, size), Dye.Hair),
        ];
        if (whiskers != Whiskers.Long)
            cuts.Add(Lips(101, -101, size, Dye.Cheek));
        cuts.AddRange(Beards.Of(whiskers, size, Down * size));
        return new Part(Bone.Head, cuts, []);
    }

    public static Part Child(float size, bool buns)
    {
        List<Cut> cuts = [];
        List<Pin> pins = [];
        if (buns)
        {
            cuts.Add(Knot(-84, -284, 42));
            cuts.Add(Knot(38, -316, 38));
            pins.AddRange([new(Point(-66, -262, size), 0.014f * size, Dye.Rouge), new(Point(34, -288, size), 0.014f * size, Dye.Rouge)]);
        }
        else
        {
            cuts.Add(new(Outline.Of("M -44 -292 C -40 -322 -8 -338 34 -328 C 20 -322 14 -312 16 -292 Z", size, 0, Down * size), Dye.Hair, 0.3f));
        }

        cuts.AddRange(
        [
            Face(ChildFace, size, Lid(66, -196, 20, 3.4f, -2)),
            .. Eye(68, -158, 20, 10.5f, size), Cheek(56, -118, 19, size), Lips(91, -99, size, Dye.Cheek),
            new(Combed(ChildHair, size), Dye.Hair),
        ]);
        return new Part(Bone.Head, cuts, pins);

        Cut Knot(float x, float y, float radius) => new(
            Lay(Knife.Disc(0, 0, radius * 0.001f).With(Knife.Crescent(0, 0, radius * 0.0006f, 0.004f, -20)), x, y, size), Dye.Hair, 0.4f);
    }

    /// <summary>A neck whose lower end lies under the collar and whose upper end lies under the jaw.</summary>
    public static Part Neck(float size, float breadth = 1, Dye dye = Dye.Skin) => new(
        Bone.Neck,
        new Cut(
            Outline.Of("M -58 78 C -44 40 -40 -50 -48 -130 L 36 -118 C 28 -70 32 -6 66 78 C 40 112 -30 112 -58 78 Z", size)
                .At(SKMatrix.CreateScale(breadth, 1)),
            dye, 0.3f, 1.6f));

    private static Cut Face(string outline, float size, params ReadOnlySpan<SKPath> holes)
    {
        var face = Outline.Of(outline, size, 0, Down * size);
        foreach (var hole in holes)
            face.Hole(hole.At(SKMatrix.CreateScaleTranslation(size, size, 0, Down * size)));
        return new Cut(face, Dye.Skin, 0.5f) { Lining = Dye.Dark };
    }

    private static SKPath Lid(float x, float y, float radius, float thickness, float degrees) =>
        Knife.Crescent(x * 0.001f, y * 0.001f, radius * 0.001f, thickness * 0.001f, degrees);

    /// <summary>An eye that looks ahead: white with its iris, under a dark lid.</summary>
    /// <param name="half">Half its length, millimetres.</param>
    /// <param name="open">Half its height.</param>
    private static IEnumerable<Cut> Eye(float x, float y, float half, float open, float size)
    {
        var white = Knife.Smooth(true, -half, 1, -0.35f * half, -open, 0.35f * half, -open, half, -1, 0.35f * half, 0.85f * open, -0.35f * half, 0.9f * open);
        yield return new(Lay(white.At(SKMatrix.CreateScale(0.001f, 0.001f)), x, y, size), Dye.White, 0, 0);
        yield return new(Lay(Knife.Disc(0, 0, open * 0.86f * 0.001f), x + 0.34f * half, y - 0.5f, size), Dye.Dark, 0, 0);
        yield return new(Lay(Knife.Crescent(0, 0, half * 1.16f * 0.001f, 2.2f * 0.001f, 2), x, y - 0.1f * open, size), Dye.Dark, 0, 0);
    }

    private static Cut Cheek(float x, float y, float radius, float size) =>
        new(Lay(Knife.Disc(0, 0, radius * 0.001f), x, y, size), Dye.Cheek, 0, 0);

    private static Cut Lips(float x, float y, float size, Dye dye = Dye.Rouge) =>
        new(Outline.Of("M 5 -12 C -6 -10 -12 -4 -16 -1 C -10 6 -2 9 5 8 C 4 2 0 -1 -4 -2 C 1 -3 6 -6 5 -12 Z", size, x * 0.001f * size, y * 0.001f * size + Down * size), dye, 0, 0);

    private static SKPath Combed(string outline, float size)
    {
        var hair = Outline.Of(outline, size, 0, Down * size);
        foreach (var slit in Comb)
            hair.Hole(Outline.Of(slit, size, 0, Down * size));
        return hair;
    }

    private static Pin Ear(float size) => new(Point(-2, -112, size), 0.012f * size);

    private static SKPath Lay(SKPath path, float x, float y, float size) =>
        path.At(SKMatrix.CreateScaleTranslation(size, size, x * 0.001f * size, y * 0.001f * size + Down * size));

    private static SKPoint Point(float x, float y, float size) => new(x * 0.001f * size, (y * 0.001f + Down) * size);
}
