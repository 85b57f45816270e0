using System.Diagnostics;
using OmniReel.Media.Ink;
using OmniReel.Media.Pictures;
using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>One thread's brush: draws any frame of a baked shot and converts it. Keeps its pixels from frame to frame.</summary>
internal sealed class FramePainter : IDisposable
{
    private readonly Stage _stage;
    private readonly Board _board;
    private PictureBrush? _brush;
    private LeaningFrame? _leaning;
    private CantedFrame? _canted;
    private Smear? _smear;
    private Boil? _boil;

    public FramePainter(Stage stage) => (_stage, _board) = (stage, new Board(stage.Width, stage.Height));

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

        var canted = shot.Camera.Cant == 0 ? null : _canted ??= new CantedFrame(_stage);
        var board = canted?.Board ?? _board;
        if (!shot.CoversFrame)
            board.Pixels.Clear();
        foreach (var step in shot.Steps)
        {
            var matrix = shot.Camera.At(step.Depth, moment);
            if (canted is not null)
                matrix = matrix.PostConcat(SKMatrix.CreateTranslation(canted.Left, canted.Top));
            if (step.Lap == 0)
                Paint(board, step, matrix, moment);
            else
                PaintPassing(board, shot.Passage, step, matrix, moment);
            if (step.Sheet is not null)
                SheetTicks += Lap(ref start);
            else
                MovingTicks += Lap(ref start);
        }

        if (shot.Camera.Smear(moment) is var smear && smear != default)
            (_smear ??= new Smear()).Over(board.Pixels, smear.X, smear.Y);
        var lean = shot.Camera.Lean(moment);
        canted?.Lay(_board.Pixels, lean);
        var pixels = shot.Panel is { } panel ? Drawn(panel, frame) : _board.Pixels;
        if (canted is null && lean != 0)
            pixels = (_leaning ??= new LeaningFrame(_stage)).At(pixels, lean);
        Finish.Run(pixels, shot.Vignette, frame, result);
        shot.Grade?.Apply(result);
        shot.Handover?.LayOver(moment, result);
        PostTicks += Lap(ref start);
    }

    public void Dispose()
    {
        _board.Dispose();
        _leaning?.Dispose();
        _canted?.Dispose();
        _boil?.Dispose();
    }

    /// <summary>The frame in ink: edged, and drawn anew now and then.</summary>
    private PixelBlock Drawn(BakedSheet panel, int frame)
    {
        _board.Blit.Lay(panel, SKMatrix.Identity);
        _boil ??= new Boil(_stage);
        return _boil.Draw(_board.Pixels, frame);
    }

    private static void Paint(Board board, BakedShot.Step step, SKMatrix matrix, Moment moment)
    {
        if (step.Sheet is not null)
            board.Blit.Lay(step.Sheet, matrix);
        else
            DrawMoving(board.Canvas, step.Moving!, matrix, moment);
    }

    private static void PaintPassing(Board board, Passage passage, BakedShot.Step step, SKMatrix matrix, Moment moment)
    {
        var seen = matrix.Invert().MapRect(new SKRect(0, 0, board.Pixels.Width, board.Pixels.Height));
        var laps = passage.Of(step.Box, step.Lap, step.Depth, moment, seen);
        for (var i = 0; i < laps.Count; i++)
            Paint(board, step, matrix.PreConcat(SKMatrix.CreateTranslation(laps[i], 0)), moment);
    }

    private static void DrawMoving(FrameCanvas canvas, Layer layer, SKMatrix matrix, Moment moment)
    {
        canvas.Save();
        canvas.SetMatrix(matrix);
        layer.Draw(canvas, moment);
        canvas.Restore();
    }

    private static long Lap(ref long since)
    {
        var now = Stopwatch.GetTimestamp();
        var spent = now - since;
        since = now;
        return spent;
    }
}
