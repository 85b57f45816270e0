using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Foam that runs up and down the sand, and the sand itself with shells cut into it.</summary>
internal static class Shore
{
    /// <param name="y">Edge of the sand, pixels.</param>
    public static void Lay(Studio studio, float y, SKColor sand, SKColor foam)
    {
        if (y > studio.Reach.Bottom)
            return;
        var unit = studio.Unit;
        var run = 7 * unit;
        var wash = Edge(studio, y - 18 * unit, 9, 880, 0.15f);
        var box = studio.Band(y - 40 * unit, y + 60 * unit);
        var foamSheet = Sprite.Bake(studio.Stage, box, canvas => studio.Painter.Sheet(canvas, wash, foam, 0.8f, 2));
        box.Inflate(0, run);
        studio.Behind.Moving(0.93f, box, (canvas, moment) =>
            foamSheet.Draw(canvas, 0, run * MathF.Sin(moment.Seconds * 1.1f)));

        var ground = Edge(studio, y, 11, 980, 0.05f);
        CutShells(studio, ground, y);
        studio.Behind.Still(1, canvas => studio.Painter.Sheet(canvas, ground, sand, 1, 2.4f), studio.Band(y - 24 * unit, studio.Reach.Bottom));
    }

    private static SKPath Edge(Studio studio, float y, float height, float length, float phase) =>
        Hills.Rolling(studio, y + height * 0.5f * studio.Unit, height, length, phase, studio.Reach.Bottom);

    /// <summary>Ripples in the sand, in a loose lattice so that none overlap.</summary>
    private static void CutShells(Studio studio, SKPath ground, float y)
    {
        var unit = studio.Unit;
        var row = 0;
        for (var top = y + 34 * unit; top < studio.Height; top += 30 * unit, row++)
        {
            for (var x = studio.Reach.Left + (row % 2 * 60 + 30) * unit; x < studio.Reach.Right - 30 * unit; x += 130 * unit)
                ground.Hole(Knife.Crescent(x + studio.Between(-24, 24) * unit, top + studio.Between(-5, 5) * unit, studio.Between(8, 15) * unit, 1.8f * unit, studio.Between(-6, 6)));
        }
    }
}
