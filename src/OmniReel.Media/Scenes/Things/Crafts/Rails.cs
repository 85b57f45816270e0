using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>Ballast, sleepers and a rail below what runs on rails, across the whole frame.</summary>
internal static class Rails
{
    /// <summary>One track for every thing of a shot that needs one.</summary>
    public static IEnumerable<(int Index, Layer Layer)> Of(ShotPlan shot, IReadOnlyList<(int Index, ThingStand Stand)> placed, Stage stage, SheetPainter painter)
    {
        foreach (var (index, stand) in placed)
        {
            if (stand.Carrier == Carrier.Ground && CraftMaker.Of(shot.Things[index]) is { OnRails: true } craft)
                yield return (index, Track(stand, stand.Height / craft.Box.Height, stage, painter));
        }
    }

    /// <param name="metre">Stage pixels per metre of what runs on it.</param>
    private static StillLayer Track(ThingStand stand, float metre, Stage stage, SheetPainter painter)
    {
        var unit = stage.Unit;
        var gap = Math.Max(9 * unit, 0.75f * metre);
        float y = stand.Foot.Y, high = Math.Max(2.4f * unit, 0.16f * metre);
        // Where the ground passes below the train it comes again after a lap, and so do whole sleepers.
        var lap = stand.Passing != 0 ? MathF.Floor((MathF.Floor(stage.Reach.Width) - 8) / gap) * gap : 0;
        var (left, right) = (stage.Reach.Left - 20 * unit, lap > 0 ? stage.Reach.Left + lap + 4 * unit : stage.Reach.Right + 20 * unit);
        var ballast = Held.Path();
        ballast.MoveTo(left, y + 3.2f * high);
        ballast.LineTo(left, y + 0.9f * high);
        for (var x = left; x < right; x += gap)
            ballast.QuadTo(x + gap / 2, y + 0.4f * high, x + gap, y + 0.9f * high);
        ballast.LineTo(right + gap, y + 3.2f * high);
        ballast.Close();
        var sleepers = Held.Path();
        for (var x = stage.Reach.Left; x < right; x += gap)
            sleepers.AddRect(new SKRect(x + 0.22f * gap, y + 0.5f * high, x + 0.66f * gap, y + 1.7f * high));
        var rail = Knife.Box(left, y - 0.1f * high, right + gap, y + 0.5f * high);
        var level = new SheetPainter(stage, painter.Light with { IsLevel = true });
        return new StillLayer(canvas =>
        {
            level.Sheet(canvas, ballast, Tint.Hex(0x8A8490), 0.5f, 1.4f);
            level.Sheet(canvas, sleepers, Tint.Hex(0x5E4234), 0.2f, 0.8f);
            level.Sheet(canvas, rail, Tint.Hex(0xB8BCC8), 0.25f, 1);
        })
        { Depth = stand.Depth, Lap = lap, Box = new SKRect(stage.Reach.Left, y - 8 * unit, lap > 0 ? stage.Reach.Left + lap + 4 * unit : stage.Reach.Right, Math.Min(y + 4 * high + 12 * unit, stage.Reach.Bottom)) };
    }
}
