using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Scenes;

/// <summary>Sets props up in the stage: standing still, or swaying about a point.</summary>
internal static class PropPlacing
{
    /// <summary>Props (already in stage pixels) that stand still together at one depth.</summary>
    public static void Still(this Studio studio, LayerStack stack, float depth, params ReadOnlySpan<Prop> props)
    {
        if (props.IsEmpty)
            return;
        var all = new Prop();
        foreach (var prop in props)
            all.Add(prop);
        var box = all.Bounds(studio.Unit);
        if (box.IntersectsWith(studio.Reach))
            stack.Still(depth, canvas => all.Draw(canvas, studio.Painter), box);
    }

    /// <summary>A prop that turns a little about its foot, as grass and branches do in the wind.</summary>
    public static void Sway(this Studio studio, LayerStack stack, float depth, Prop prop, SKPoint foot, float degrees)
    {
        var box = prop.Bounds(studio.Unit);
        if (!box.IntersectsWith(studio.Reach))
            return;
        var sprite = studio.Bake(box, prop.Draw);
        float phase = foot.X / studio.Width * 5 + studio.Between(0, 1), pace = studio.Between(0.9f, 1.3f);
        stack.Moving(depth, box, (canvas, moment) =>
            sprite.DrawTurned(canvas, foot, degrees * MathF.Sin(moment.Seconds * pace + phase)));
    }
}
