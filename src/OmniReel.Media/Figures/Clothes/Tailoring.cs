using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Clothes;

/// <summary>What coats, shirts and jackets are cut from: trunk outlines to the waist and to the hip, buttons, belts, collars.</summary>
internal static class Tailoring
{
    public const string WomanTrunk =
        "M -112 -472 C -84 -494 -50 -496 -30 -494 C -10 -480 26 -478 44 -494 C 70 -498 100 -492 122 -470 C 142 -448 150 -414 150 -382 " +
        "C 150 -330 132 -280 122 -232 C 114 -180 122 -130 134 -84 C 70 -60 -70 -60 -130 -84 C -118 -130 -112 -180 -118 -232 " +
        "C -128 -282 -146 -330 -146 -382 C -146 -420 -136 -452 -112 -472 Z";

    public const string WomanHip =
        "M -112 -472 C -84 -494 -50 -496 -30 -494 C -10 -480 26 -478 44 -494 C 70 -498 100 -492 122 -470 C 142 -448 150 -414 150 -382 " +
        "C 150 -330 132 -280 122 -232 C 116 -170 132 -60 140 56 C 70 78 -70 78 -136 56 C -128 -60 -112 -170 -118 -232 " +
        "C -128 -282 -146 -330 -146 -382 C -146 -420 -136 -452 -112 -472 Z";

    public const string ManTrunk = ManFront + "C 134 -140 136 -100 142 -50 C 70 -26 -70 -26 -138 -50 C -134 -100 -134 -140 " + ManBack;

    public const string ManHip = ManFront + "C 134 -120 140 -20 146 78 C 72 98 -72 98 -142 78 C -136 -20 -134 -120 " + ManBack;

    public const string ChildTrunk = ChildFront + "C 114 -150 120 -90 128 -30 C 62 -8 -62 -8 -120 -30 C -112 -90 -106 -150 " + ChildBack;

    public const string ChildHip = ChildFront + "C 113 -150 115 -60 120 44 C 60 62 -60 62 -114 44 C -109 -60 -106 -150 " + ChildBack;

    /// <summary>A collar that lies all round the neck.</summary>
    private const string BroadCollar =
        "M -112 -520 C -60 -494 60 -494 110 -522 C 132 -508 138 -474 126 -452 C 60 -424 -62 -424 -118 -450 C -134 -474 -130 -506 -112 -520 Z";

    /// <summary>Two points about an open neck.</summary>
    private const string ShirtCollar =
        "M -66 -536 C -30 -514 34 -514 72 -538 C 88 -516 94 -494 92 -472 C 76 -470 60 -474 46 -482 C 40 -470 34 -462 26 -456 " +
        "C 16 -464 6 -474 0 -484 C -22 -476 -52 -474 -78 -480 C -82 -500 -78 -520 -66 -536 Z";

    private const string ManFront =
        "M -122 -498 C -92 -518 -50 -528 -30 -526 C -10 -508 30 -508 46 -526 C 74 -528 112 -516 138 -494 C 166 -470 176 -424 172 -378 " +
        "C 166 -310 146 -250 138 -190 ";

    private const string ManBack = "-138 -190 C -148 -260 -172 -320 -174 -380 C -174 -430 -156 -478 -122 -498 Z";

    private const string ChildFront =
        "M -76 -316 C -56 -330 -34 -334 -22 -332 C -8 -320 22 -320 34 -332 C 52 -332 72 -324 86 -310 C 102 -288 108 -250 110 -206 ";

    private const string ChildBack = "-104 -206 C -102 -252 -94 -294 -76 -316 Z";

    /// <summary>A trunk sheet with a row of frog buttons.</summary>
    public static SKPath Frogs(string outline, float x, float y, int buttons)
    {
        var trunk = Outline.Of(outline);
        for (var i = 0; i < buttons; i++)
        {
            var down = y + i * 0.072f;
            trunk.With(
                Knife.Disc(x, down, 0.0085f),
                Knife.Limb(new SKPoint(x - 0.020f, down), new SKPoint(x - 0.052f, down - 0.004f), 0.0045f, 0.0015f),
                Knife.Limb(new SKPoint(x + 0.018f, down), new SKPoint(x + 0.040f, down - 0.004f), 0.0045f, 0.0015f));
        }

        return trunk;
    }

    /// <summary>A trunk sheet with plain buttons, evenly down to the hem.</summary>
    public static SKPath Buttons(string outline, float x, float top, float bottom, int buttons)
    {
        var trunk = Outline.Of(outline);
        for (var i = 0; i < buttons; i++)
            trunk.Hole(Knife.Disc(x, top + (bottom - top) * i / (buttons - 1), 0.0075f));
        return trunk;
    }

    /// <summary>A belted trunk; the buckle is a brad.</summary>
    public static Part Belted(SKPath trunk, Cut belt) =>
        new(Bone.Trunk, [new(trunk, Dye.Cloth, 0.8f) { Lining = Dye.Accent }, belt], [new(new SKPoint(0.02f, belt.Outline.Bounds.MidY), 0.016f)]);

    public static Cut Belt(float half, float y, float height, Dye dye = Dye.AccentDeep)
    {
        var path = Held.Path();
        path.MoveTo(-half, y - height / 2);
        path.QuadTo(0, y - height / 2 + 0.02f, half, y - height / 2);
        path.QuadTo(half * 1.05f, y, half * 1.02f, y + height / 2);
        path.QuadTo(0, y + height / 2 + 0.02f, -half * 1.02f, y + height / 2);
        path.QuadTo(-half * 1.05f, y, -half, y - height / 2);
        path.Close();
        return new Cut(path, dye, 0.4f);
    }

    /// <param name="dy">Metres that the collar sits below a grown man's.</param>
    public static Part Collar(float size, float dy) => new(Bone.Trunk, new Cut(Outline.Of(ShirtCollar, size, 0, dy), Dye.ClothPale, 0.4f, 1.6f));

    /// <summary>A broad collar laid round the neck.</summary>
    public static Part Wrap(float size, float dx, float dy, Dye dye) =>
        new(Bone.Trunk, new Cut(Outline.Of(BroadCollar, size, dx, dy), dye, 0.5f));
}
