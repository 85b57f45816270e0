using System.Diagnostics;
using OmniReel.Media.Ink;
using OmniReel.Media.Pictures;
using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>One thread's brush: draws any frame of a baked shot and converts it. Keeps its pixels from frame to frame.</summary>
internal sealed class FramePainter : IDisposable
{
    private readonly PixelBlock _pixels;
    private readonly FrameCanvas _canvas;
    private readonly SheetBlit _blit;
    private PictureBrush? _brush;
    private LeaningFrame? _leaning;
    private Smear? _smear;
    private Boil? _boil;

    public FramePainter(Stage stage)
    {
        _pixels = new PixelBlock(stage.Width, stage.Height);
        _canvas = new FrameCanvas(_pixels);
        _blit = new SheetBlit(_pixels);
    }

    /// <summary>Stopwatch ticks spent so far.</summary>
    public long SheetTicks { get; private set; }

    /// <inheritdoc cref="SheetTicks"/>
    public long MovingTicks { get; private set; }

    /// <inheritdoc cref="SheetTicks"/>
    public long PostTicks { get; private set; }

    /// <param name="moment">Within the shot.</param>
    /// <param name="frame">Number within the film.</param>
    public void Paint(BakedShot shot, Moment moment, int frame, I420Frame result)
    {
        var start = Stopwatch.GetTimestamp();
        if (shot.Pictures is { } pictures)
        {
            pictures.Paint(moment, _brush ??= pictures.NewBrush(), result);
            MovingTicks += Lap(ref start);
            return;
        }

        if (!shot.CoversFrame)
            _pixels.Clear();
        foreach (var step in shot.Steps)
        {
            var matrix = shot.Camera.At(step.Depth, moment);
            if (step.Lap == 0)
                Paint(step, matrix, moment);
            else
                PaintPassing(shot.Passage, step, matrix, moment);
            if (step.Sheet is not null)
                SheetTicks += Lap(ref start);
            else
                MovingTicks += Lap(ref start);
        }

        if (shot.Camera.Smear(moment) is var smear && smear != default)
            (_smear ??= new Smear(new Stage(_pixels.Width, _pixels.Height))).Over(_pixels, smear.X, smear.Y);
        var pixels = shot.Panel is { } panel ? Drawn(panel, frame) : _pixels;
        if (shot.Camera.Lean(moment) is var lean && lean != 0)
            pixels = (_leaning ??= new LeaningFrame(new Stage(_pixels.Width, _pixels.Height))).At(pixels, lean, shot.Camera.Cover);
        Finish.Run(pixels, shot.Vignette, frame, result);
        shot.Grade?.Apply(result);
        shot.Handover?.LayOver(moment, result);
        PostTicks += Lap(ref start);
    }

    public void Dispose()
    {
        _canvas.Dispose();
        _blit.Dispose();
        _leaning?.Dispose();
        _pixels.Dispose();
        _boil?.Dispose();
    }

    /// <summary>The frame in ink: edged, and drawn anew now and then.</summary>
    private PixelBlock Drawn(BakedSheet panel, int frame)
    {
        _blit.Lay(panel, SKMatrix.Identity);
        _boil ??= new Boil(new Stage(_pixels.Width, _pixels.Height));
        return _boil.Draw(_pixels, frame);
    }

    private void Paint(BakedShot.Step step, SKMatrix matrix, Moment moment)
    {
        if (step.Sheet is not null)
            _blit.Lay(step.Sheet, matrix);
        else
            DrawMoving(step.Moving!, matrix, moment);
    }

    private void PaintPassing(Passage passage, BakedShot.Step step, SKMatrix matrix, Moment moment)
    {
        var seen = matrix.Invert().MapRect(new SKRect(0, 0, _pixels.Width, _pixels.Height));
        var laps = passage.Of(step.Box, step.Lap, step.Depth, moment, seen);
        for (var i = 0; i < laps.Count; i++)
            Paint(step, matrix.PreConcat(SKMatrix.CreateTranslation(laps[i], 0)), moment);
    }

    private void DrawMoving(Layer layer, SKMatrix matrix, Moment moment)
    {
        _canvas.Save();
        _canvas.SetMatrix(matrix);
        layer.Draw(_canvas, moment);
        _canvas.Restore();
    }

    private static long Lap(ref long since)
    {
        var now = Stopwatch.GetTimestamp();
        var spent = now - since;
        since = now;
        return spent;
    }
}
