using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>The moment that is drawn. Everything that moves is a pure function of it.</summary>
/// <param name="Frame">Frame of the shot, from 0.</param>
/// <param name="Frames">Frames of the shot.</param>
public readonly record struct Moment(int Frame, int Frames)
{
    /// <summary>Seconds since the shot began.</summary>
    public float Seconds => Frame / 24f;

    /// <summary>0 at the first frame, 1 at the last.</summary>
    public float Progress => Frames > 1 ? Frame / (float)(Frames - 1) : 0;
}

/// <summary>The frame in pixels, and how far beyond its edges layers must reach so that a moving camera never sees an end.</summary>
public readonly record struct Stage(int Width, int Height)
{
    /// <summary>Unit of all line widths, lifts and blurs: 1 at 720 pixels of the shorter side.</summary>
    public float Unit => Math.Min(Width, Height) / 720f;

    public bool IsTall => Height > Width;

    public bool IsSquare => Height == Width;

    /// <summary>Layers are drawn at least this far beyond every edge of the frame, in pixels.</summary>
    public float Overscan => Math.Max(Width, Height) * 0.10f;

    /// <summary>The frame with its overscan.</summary>
    public SKRect Reach => new(-Overscan, -Overscan, Width + Overscan, Height + Overscan);
}

/// <summary>
/// One sheet or group of sheets at one distance. The camera moves layers by their depth, so a layer draws in stage pixels
/// as if the camera stood still. <see cref="Draw"/> is called from several threads at once and must not change state.
/// </summary>
public abstract class Layer
{
    /// <summary>0 at the horizon (the camera does not move it), 1 where figures stand, above 1 nearer than they.</summary>
    public required float Depth { get; init; }

    /// <summary>
    /// Stage pixels after which the layer comes again when the scenery passes by walkers (see <see cref="Passage"/>); 0: it
    /// stays where it is.
    /// </summary>
    public float Lap { get; init; }

    /// <summary>False: the picture never changes, so the frame loop bakes it once (and joins neighbours of one depth).</summary>
    public abstract bool Moves { get; }

    /// <summary>Stage pixels that the layer can touch; what is baked is cut to it.</summary>
    public virtual SKRect Bounds(Stage stage) => stage.Reach;

    public abstract void Draw(SKCanvas canvas, Moment moment);
}

/// <summary>A layer that never changes, given by what draws it.</summary>
public sealed class StillLayer(Action<SKCanvas> draw) : Layer
{
    public override bool Moves => false;

    public SKRect? Box { get; init; }

    public override SKRect Bounds(Stage stage) => Box ?? stage.Reach;

    public override void Draw(SKCanvas canvas, Moment moment) => draw(canvas);
}

/// <summary>A layer given by a function of the moment (which must be safe to call from several threads).</summary>
public sealed class MovingLayer(Action<SKCanvas, Moment> draw) : Layer
{
    public override bool Moves => true;

    public SKRect? Box { get; init; }

    public override SKRect Bounds(Stage stage) => Box ?? stage.Reach;

    public override void Draw(SKCanvas canvas, Moment moment) => draw(canvas, moment);
}
