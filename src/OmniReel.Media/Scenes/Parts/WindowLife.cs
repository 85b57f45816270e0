using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Now and then somebody lights or leaves a room: a few dark panes come and go.</summary>
internal static class WindowLife
{
    public static void Lay(Studio studio, float depth, List<SKPath> darkPanes)
    {
        if (studio.Air.Lit < 0.3f || darkPanes.Count == 0)
            return;
        var count = Math.Min(5, darkPanes.Count);
        var panes = new (SKPath Pane, float Phase)[count];
        for (var i = 0; i < count; i++)
            panes[i] = (darkPanes[studio.Random.Next(darkPanes.Count)], studio.Between(0, 6));
        studio.Behind.Moving(depth, null, (canvas, moment) =>
        {
            using var paint = new HeldPaint { IsAntialias = true };
            foreach (var (pane, phase) in panes)
            {
                var lit = Math.Clamp(0.5f + 9 * MathF.Sin(moment.Seconds * 0.7f + phase), 0, 1);
                paint.Color = new SKColor(0xFF, 0xCB, 0x6A, (byte)(235 * lit));
                canvas.DrawPath(pane, paint);
            }
        });
    }
}
