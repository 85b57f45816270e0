using OmniReel.Media.Frames;
using OmniReel.Media.Native;
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

        // What the last wave wetted is darker, and its foam has left bubbles there.
        var wet = Edge(studio, y - 8 * unit, 11, 940, 0.09f);
        var froth = Held.Path();
        for (var x = studio.Reach.Left; x < studio.Reach.Left + (studio.Lap > 0 ? studio.Lap : studio.Reach.Width); x += studio.Between(7, 34) * unit)
        {
            var r = studio.Between(1.4f, 4.6f) * unit;
            froth.AddOval(SKRect.Create(x - r, Hills.EdgeOf(wet, x) + studio.Between(-2, 5) * unit - 0.6f * r, 2 * r, 1.2f * r));
        }

        studio.Behind.Still(0.98f, canvas =>
        {
            studio.Painter.Sheet(canvas, wet, Tint.Mix(sand, new SKColor(0x5A, 0x44, 0x3C), 0.26f), 0.6f, 1.6f);
            studio.Painter.Tissue(canvas, froth, Tint.Mix(foam, SKColors.White, 0.4f));
        }, studio.Band(y - 40 * unit, y + 60 * unit));

        var ground = Edge(studio, y, 11, 980, 0.05f);
        CutShells(studio, ground, y);
        studio.Behind.Still(1, canvas => studio.Painter.Sheet(canvas, ground, sand, 1, 2.4f), studio.Band(y - 24 * unit, studio.Reach.Bottom));
    }

    /// <summary>Shells and starfish on the sand beside the way of those whom the shot is about.</summary>
    public static void LayFinds(Studio studio, float y)
    {
        var (unit, air) = (studio.Unit, studio.Air);
        var room = studio.Height - y;
        if (room < 40 * unit || studio.IsWinter)
            return;
        Prop[] finds = [BeachFinds.Starfish(air.Cast(0xE8643C)), BeachFinds.Scallop(air.Cast(0xF4B6A4)), BeachFinds.Whelk(air.Cast(0xD8A066)), BeachFinds.Scallop(air.Cast(0xFFF0DC)), BeachFinds.Starfish(air.Cast(0xF2A03C))];
        (float X, float Down, float Size)[] places = [(0.735f, 0.62f, 54), (0.615f, 0.40f, 30), (0.20f, 0.52f, 36), (0.115f, 0.80f, 34), (0.865f, 0.36f, 34), (0.93f, 0.78f, 30), (0.275f, 0.84f, 26)];
        var lane = studio.Passing == 0 ? HeroLane.Of(studio) : null;
        studio.Still(studio.Behind, 1, [.. places.Select((p, i) => (Find: finds[i % finds.Length], At: new SKPoint(studio.X(p.X + studio.Between(-0.02f, 0.02f)), y + p.Down * room), p.Size, Flip: studio.Random.Next(2) == 0))
            .Where(p => lane?.IsClear(p.At.X, 0.5f * p.Size * unit, 0, 0) != false)
            .Select(p => p.Find.At(p.At, p.Size * unit, p.Flip))]);
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
