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
        Wrap(studio, all, props);
        var box = all.Bounds(studio.Unit);
        if (box.IntersectsWith(studio.Reach))
            stack.Still(depth, canvas => all.Draw(canvas, studio.Painter), box);
    }

    /// <summary>What reaches over an end of a lap is seen at its other end too, so that no copy shows where it was cut.</summary>
    private static void Wrap(Studio studio, Prop all, ReadOnlySpan<Prop> props)
    {
        if (studio.Lap == 0)
            return;
        foreach (var prop in props)
        {
            var box = prop.Bounds(studio.Unit);
            if (box.Right > studio.Reach.Left + studio.Lap && box.Left < studio.Reach.Right)
                all.AddBelow(prop.At(SKMatrix.CreateTranslation(-studio.Lap, 0)));
            if (box.Left < studio.Reach.Left && box.Right > studio.Reach.Left)
                all.Add(prop.At(SKMatrix.CreateTranslation(studio.Lap, 0)));
        }
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
