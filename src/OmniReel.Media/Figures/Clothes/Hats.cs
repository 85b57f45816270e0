namespace OmniReel.Media.Figures.Clothes;

/// <summary>Hats by who wears them; each sits on the crown of its head.</summary>
internal static class Hats
{
    private const float Down = 0.065f;

    /// <summary>A wide straw cone, woven in rings.</summary>
    public static Part Cone(Build build) => Hat(
        build,
        new Cut(Outline.Of("M -226 -196 C -150 -238 -40 -330 18 -398 C 24 -406 34 -406 40 -398 C 92 -334 190 -250 262 -212 C 150 -178 -110 -166 -226 -196 Z")
            .With(
                Outline.Of("M -110 -226 C -40 -206 90 -208 160 -236 C 90 -220 -40 -218 -110 -226 Z"),
                Outline.Of("M -50 -272 C -10 -258 70 -260 104 -280 C 70 -270 -10 -268 -50 -272 Z"),
                Outline.Of("M 0 -326 C 18 -320 44 -320 62 -330 C 44 -326 18 -326 0 -326 Z")),
            Dye.Hat, 0.6f));

    /// <summary>A woman's hat with a round crown and a wide brim, pulled down over the hair.</summary>
    public static Part Brimmed(Build build) => Hat(
        build,
        new Cut(Outline.Of("M -104 -214 C -122 -300 -76 -344 4 -344 C 80 -344 122 -304 114 -224 C 60 -204 -50 -198 -104 -214 Z"), Dye.Hat, 0.5f),
        new(Outline.Of("M -112 -244 C -50 -226 60 -230 119 -254 L 116 -218 C 60 -196 -50 -192 -106 -206 Z"), Dye.HatBand, 0.2f, 1.2f),
        new(Outline.Of("M -206 -178 C -160 -222 -90 -218 4 -220 C 96 -222 150 -238 208 -202 C 150 -178 90 -182 10 -180 C -80 -178 -140 -160 -206 -178 Z"), Dye.Hat, 0.4f));

    /// <summary>A felt hat with a band.</summary>
    public static Part Felt(Build build) => Hat(
        build,
        new Cut(Outline.Of("M -92 -232 C -96 -300 -70 -338 -20 -336 C 0 -326 20 -326 40 -338 C 92 -340 108 -300 108 -236 C 60 -220 -50 -218 -92 -232 Z"), Dye.Hat, 0.5f),
        new(Outline.Of("M -96 -252 C -50 -238 60 -240 110 -256 L 110 -226 C 60 -212 -50 -210 -96 -224 Z"), Dye.HatBand, 0.2f, 1.2f),
        new(Outline.Of("M -164 -226 C -120 -246 -90 -232 10 -230 C 100 -232 150 -248 186 -222 C 150 -200 -110 -192 -164 -226 Z"), Dye.Hat, 0.4f));

    /// <summary>A child's cap with a bobble.</summary>
    public static Part Cap(Build build) => Hat(
        build,
        new Cut(Outline.Of("M -24 -338 C -44 -352 -40 -384 -8 -388 C 26 -388 34 -356 16 -340 Z"), Dye.HatBand, 0.4f),
        new(Outline.Of("M -116 -222 C -124 -300 -70 -352 2 -350 C 74 -350 116 -300 116 -232 C 60 -208 -60 -200 -116 -222 Z"), Dye.Hat, 0.5f),
        new(Outline.Of("M -120 -236 C -60 -212 60 -218 122 -246 L 120 -206 C 60 -180 -60 -172 -116 -196 Z"), Dye.HatBand, 0.3f, 1.4f));

    private static Part Hat(Build build, params Cut[] cuts)
    {
        var place = SkiaSharp.SKMatrix.CreateScaleTranslation(build.Head, build.Head, 0, Down * build.Head);
        foreach (var cut in cuts)
            cut.Outline.Transform(place);
        return new Part(Bone.Head, cuts);
    }
}
