using System.Numerics;
using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Cuts the pieces of a puppet into sprites, once a shot, lit from where the sun stands as seen from each.</summary>
internal sealed class RigCutter(SheetPainter painter, RigColors colors, float scale)
{
    /// <summary>Shadow blur and distance reach this far beyond an outline, in units per lift.</summary>
    private const float ShadowReach = 19;

    /// <param name="place">Takes the piece's pixels to the stage in the middle of its movement.</param>
    public Sprite Bake(RigItem item, SKMatrix place)
    {
        var stage = painter.Stage;
        // Small puppets lie flat: a deep shadow would be larger than they, and a broad rim would hide their colour.
        var flat = Math.Clamp(scale / (150 * stage.Unit), 0.25f, 1);
        var toPixels = SKMatrix.CreateScale(scale, scale);
        var outlines = item.Sheets.Select(s => s.Outline.At(toPixels)).ToList();
        var reach = outlines[0].Bounds;
        for (var i = 0; i < outlines.Count; i++)
            reach = SKRect.Union(reach, Grown(outlines[i].Bounds, item.Sheets[i].Lift * flat * ShadowReach * stage.Unit + 2));
        var pins = Pins(item);
        foreach (var pin in pins)
            reach = SKRect.Union(reach, Around(pin));
        var local = Lit(place);
        // A dark coat is told from the dark behind it by its rim of light.
        var rim = MathF.Sqrt(flat) * (colors.IsDark ? 1.25f : 1);
        var sprite = Sprite.Bake(stage, reach, canvas =>
        {
            for (var i = 0; i < outlines.Count; i++)
                local.Sheet(canvas, outlines[i], colors[item.Sheets[i].Fur], item.Sheets[i].Lift * flat, item.Sheets[i].Rim * rim);
            Pin(canvas, local, pins);
        });
        foreach (var outline in outlines)
            outline.Dispose();
        return sprite;
    }

    private static IReadOnlyList<(Vector2 At, float Radius)> Pins(RigItem item) => (item as RigPart)?.Pins ?? [];

    private SheetPainter Lit(SKMatrix place) =>
        new(painter.Stage, painter.Light with { Sun = place.TryInvert(out var back) ? back.MapPoint(painter.Light.Sun) : painter.Light.Sun });

    private void Pin(SKCanvas canvas, SheetPainter local, IReadOnlyList<(Vector2 At, float Radius)> pins)
    {
        foreach (var (at, radius) in pins)
        {
            using var disc = Knife.Disc(at.X * scale, at.Y * scale, Math.Clamp(radius * scale, 1.2f * painter.Stage.Unit, 3.4f * painter.Stage.Unit));
            local.Sheet(canvas, disc, colors[Media.Things.Fur.Pin], 0.1f, 0.8f);
        }
    }

    private SKRect Around((Vector2 At, float Radius) pin) =>
        Grown(new SKRect(pin.At.X * scale, pin.At.Y * scale, pin.At.X * scale, pin.At.Y * scale), pin.Radius * scale * 2.4f + 3);

    private static SKRect Grown(SKRect box, float by)
    {
        box.Inflate(by, by);
        return box;
    }
}
