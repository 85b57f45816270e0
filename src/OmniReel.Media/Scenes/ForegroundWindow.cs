using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes;

/// <summary>
/// Keeps a clear window around those whom a shot is about: what grows or hangs nearer than they parts around them. It is made smaller
/// about its own root until it leaves the window, or left away where it would be too small to be seen.
/// </summary>
internal static class ForegroundWindow
{
    /// <summary>Of a subject's height that may be crossed from below: feet stand in the grass.</summary>
    private const float Feet = 0.05f;

    private const float Smallest = 0.30f;

    /// <summary>Of the frame: what is larger frames the picture (curtains, falling leaves) and stays.</summary>
    private const float Frames = 0.60f;

    public static IReadOnlyList<Layer> Around(ShotPlan shot, Scene scene, Stage stage)
    {
        if (scene.InFront.Count == 0)
            return [];
        var subjects = Subjects(shot, scene, stage);
        return [.. scene.InFront.Select(layer => Parted(layer, subjects, scene, stage)).OfType<Layer>()];
    }

    /// <summary>What nothing should cover, over the whole shot: bodies without their reach, and the things that are there.</summary>
    public static IReadOnlyList<SKRect> Subjects(ShotPlan shot, Scene scene, Stage stage)
    {
        IEnumerable<SKRect> boxes = scene.Standings.Zip(shot.Figures, (standing, figure) =>
        {
            var half = 0.34f * standing.PixelsPerMetre + standing.Travel / 2;
            return new SKRect(standing.Ground.X - half, standing.Ground.Y - Composition.CrownOf(figure.Person) * standing.PixelsPerMetre, standing.Ground.X + half, standing.Ground.Y);
        });
        boxes = boxes.Concat(ThingBlocking.Place(shot, scene, stage).Where(p => p.Stand is { Lap: 0, Depth: > 0.4f }).Select(p =>
        {
            var half = (p.Stand.Height * shot.Things[p.Index].Aspect() + p.Stand.Travel) / 2;
            return new SKRect(p.Stand.Foot.X - half, p.Stand.Foot.Y - p.Stand.Height, p.Stand.Foot.X + half, p.Stand.Foot.Y);
        }));
        return [.. boxes.Select(b => SKRect.Intersect(b, new SKRect(0, 0, stage.Width, stage.Height))).Where(b => b is { Width: > 0, Height: > 0 })];
    }

    private static Layer? Parted(Layer layer, IReadOnlyList<SKRect> subjects, Scene scene, Stage stage)
    {
        var box = layer.Bounds(stage);
        if (box.Width > Frames * stage.Width || box.Height > Frames * stage.Height)
            return layer;
        var passes = layer.Lap > 0 && scene.Passing != 0;
        var root = Root(box, stage);
        var size = 1f;
        foreach (var subject in subjects)
        {
            var window = new SKRect(passes ? -1e5f : subject.Left, subject.Top, passes ? 1e5f : subject.Right, subject.Bottom - Feet * subject.Height);
            if (window.IntersectsWith(box))
                size = Math.Min(size, Outside(box, root, window));
        }

        return size >= 1 ? layer : size < Smallest ? null : new ShrunkLayer(layer, root, size) { Depth = layer.Depth, Lap = layer.Lap };
    }

    /// <summary>Where it grows from: the frame's edge that it touches.</summary>
    private static SKPoint Root(SKRect box, Stage stage) => new(
        box.Left < 0 ? Math.Min(0, box.MidX) : box.Right > stage.Width ? Math.Max(stage.Width, box.MidX) : box.MidX, box.Top < 0 ? 0 : box.Bottom);

    /// <summary>The largest size at which the box, drawn in toward its root, leaves the window on one side.</summary>
    private static float Outside(SKRect box, SKPoint root, SKRect window)
    {
        // Roots beyond the window's side let it shrink aside; those below or above it, downward or upward.
        var best = 0f;
        if (root.Y > window.Bottom)
            best = Math.Max(best, (root.Y - window.Bottom) / Math.Max(1, root.Y - box.Top));
        if (root.Y < window.Top)
            best = Math.Max(best, (window.Top - root.Y) / Math.Max(1, box.Bottom - root.Y));
        if (root.X < window.Left)
            best = Math.Max(best, (window.Left - root.X) / Math.Max(1, box.Right - root.X));
        if (root.X > window.Right)
            best = Math.Max(best, (root.X - window.Right) / Math.Max(1, root.X - box.Left));
        return best;
    }

    /// <summary>A layer drawn in toward a point.</summary>
    private sealed class ShrunkLayer(Layer layer, SKPoint root, float size) : Layer
    {
        private readonly SKMatrix _matrix = SKMatrix.CreateScale(size, size, root.X, root.Y);

        public override bool Moves => layer.Moves;

        public override SKRect Bounds(Stage stage) => _matrix.MapRect(layer.Bounds(stage));

        public override void Draw(SKCanvas canvas, Moment moment)
        {
            canvas.Save();
            canvas.Concat(_matrix);
            layer.Draw(canvas, moment);
            canvas.Restore();
        }
    }
}
