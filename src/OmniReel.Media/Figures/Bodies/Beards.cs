using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Bodies;

/// <summary>What grows on a man's face: nothing, a beard trimmed along the jaw, one to the collar, or one to the middle of the chest.</summary>
internal enum Whiskers { None, Short, Full, Long }

/// <summary>Beards of a man's head, in millimetres from the base of the neck, combed with slits.</summary>
internal static class Beards
{
    private const string Short =
        "M -22 -128 C -2 -104 26 -86 56 -88 C 76 -88 90 -84 98 -88 C 108 -74 112 -50 106 -32 C 100 -10 84 6 68 10 C 32 2 -26 -56 -30 -112 Z";

    private const string Full =
        "M -30 -140 C -6 -116 22 -104 54 -110 C 74 -112 90 -108 100 -104 C 112 -96 124 -70 122 -40 C 120 4 108 48 84 74 C 62 86 36 72 22 46 C -2 8 -34 -60 -34 -120 Z";

    private const string Long =
        "M -32 -146 C -8 -120 20 -108 52 -114 C 72 -117 90 -112 101 -106 C 118 -94 132 -62 134 -22 C 138 50 128 140 98 214 " +
        "C 92 230 82 232 76 220 C 58 204 44 176 36 146 C 22 132 12 104 8 72 C -14 30 -38 -56 -38 -122 Z";

    /// <summary>From the lip to both sides of the mouth.</summary>
    private const string Moustache =
        "M 112 -116 C 120 -112 126 -104 124 -92 C 112 -98 96 -98 84 -90 C 74 -84 62 -82 52 -88 C 62 -92 68 -104 80 -112 C 90 -120 102 -122 112 -116 Z";

    private static readonly string[] Comb =
    [
        "M 36 -84 C 52 -40 70 40 80 150 C 58 60 42 -10 36 -84 Z",
        "M 68 -82 C 90 -30 100 40 96 130 C 88 50 80 -20 68 -82 Z",
        "M 98 -76 C 114 -36 118 20 112 84 C 108 24 104 -30 98 -76 Z",
    ];

    /// <param name="dy">Metres that lower outlines onto the head's root.</param>
    public static IEnumerable<Cut> Of(Whiskers whiskers, float size, float dy)
    {
        if (whiskers == Whiskers.None)
            yield break;
        var beard = Outline.Of(whiskers switch { Whiskers.Long => Long, Whiskers.Full => Full, _ => Short }, size, 0, dy);
        if (whiskers == Whiskers.Short)
            beard.Hole(Knife.Crescent(0, 0, 0.02f * size, 0.003f * size, 70).At(SKMatrix.CreateTranslation(0.06f * size, dy - 0.04f * size)));
        else
        {
            foreach (var slit in Comb)
            {
                // A beard to the collar is combed in shorter strokes.
                var stroke = Outline.Of(slit, size);
                beard.Hole(stroke.At(SKMatrix.CreateScaleTranslation(1, whiskers == Whiskers.Long ? 1 : 0.52f, 0, dy - (whiskers == Whiskers.Long ? 0 : 0.030f * size))));
            }
        }

        yield return new Cut(beard, Dye.Beard, 0.4f, 1.6f) { Lining = Dye.BeardDeep };
        if (whiskers != Whiskers.Short)
            yield return new Cut(Outline.Of(Moustache, size, 0, dy), Dye.Beard, 0.25f, 1.2f);
    }
}
