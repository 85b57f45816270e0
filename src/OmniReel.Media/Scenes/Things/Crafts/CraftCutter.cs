using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>Cuts the pieces of a craft into sprites, once a shot, where they stand in the middle of it.</summary>
/// <param name="place">Takes the craft's metres to the stage.</param>
internal sealed class CraftCutter(SheetPainter painter, CraftColors colors, SKMatrix place, float scale)
{
    /// <summary>Shadow blur and distance reach this far beyond an outline, in units per lift.</summary>
    private const float ShadowReach = 19;

    public Sprite Bake(IReadOnlyList<CraftSheet> sheets)
    {
        var unit = painter.Stage.Unit;
        // Rims and shadows follow the size, so that crafts, animals and people are of one paper.
        var flat = Math.Clamp(scale * 1.4f / (150 * unit), 0.22f, 1);
        var outlines = sheets.Select(s => s.Outline.At(place)).ToList();
        var reach = SKRect.Empty;
        for (var i = 0; i < outlines.Count; i++)
        {
            var box = outlines[i].Bounds;
            var room = sheets[i].Lift * flat * ShadowReach * unit + 2;
            box.Inflate(room, room);
            reach = reach.IsEmpty ? box : SKRect.Union(reach, box);
        }

        var sprite = Sprite.Bake(painter.Stage, reach, canvas =>
        {
            for (var i = 0; i < outlines.Count; i++)
            {
                var sheet = sheets[i];
                if (sheet.Paper is CraftPaper.Glass or CraftPaper.Lamp or CraftPaper.Flame && colors.IsLit)
                    painter.Tissue(canvas, outlines[i], colors[sheet.Paper]);
                else
                    painter.Sheet(canvas, outlines[i], colors[sheet.Paper], sheet.Lift * flat, sheet.Rim * MathF.Sqrt(flat));
            }
        });
        foreach (var outline in outlines)
            outline.Dispose();
        return sprite;
    }
}
