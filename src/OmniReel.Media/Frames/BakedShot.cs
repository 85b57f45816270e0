using OmniReel.Media.Ink;
using OmniReel.Media.Pictures;
using OmniReel.Media.Plans;
using OmniReel.Media.References;
using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>
/// A shot ready for its frame loop: still neighbours of one depth are joined and baked, moving layers wait for their moment.
/// </summary>
internal sealed class BakedShot : IDisposable
{
    private readonly IDisposable?[] _owned;

    private BakedShot(StagedShot staged, IReadOnlyList<Step> steps, Stage stage, int frames)
    {
        Camera = staged.Camera;
        Passage = staged.Passage;
        Steps = steps;
        Panel = staged.Drawing == Drawing.Ink ? InkPanel.Of(stage) : null;
        Vignette = Panel is null ? new Vignette(stage, staged.Vignette) : Vignette.OfPaper(stage);
        Frames = frames;
        CoversFrame = steps.Count > 0 && steps[0].Sheet is { } first && first.Covers(stage.Reach);
        _owned = [.. steps.Select(s => s.Sheet), Panel];
    }

    private BakedShot(PictureShot pictures, ShotPlan shot, Stage stage)
        : this(new StagedShot([], new Motion.Camera(shot.Camera, stage, default), default), [], new Stage(2, 2), shot.Frames) => Pictures = pictures;

    /// <summary>The same with what a film that drives this one adds to it.</summary>
    private BakedShot(BakedShot plain, ShotPlan shot, Stage stage)
    {
        _owned = plain._owned;
        (Camera, Passage, Steps, Vignette, Panel, Frames, CoversFrame) = (plain.Camera, plain.Passage, plain.Steps, plain.Vignette, plain.Panel, plain.Frames, plain.CoversFrame);
        Grade = shot.Tones is { } tones ? ToneGrade.Of(plain, tones, shot, stage) : null;
        Handover = shot.Handover is { } handover ? new HandoverFilm(handover, shot, stage) : null;
    }

    /// <summary>Set for a shot of pictures: they paint its frames, and nothing else of it counts.</summary>
    public PictureShot? Pictures { get; }

    public Motion.Camera Camera { get; }

    public Passage Passage { get; }

    public IReadOnlyList<Step> Steps { get; }

    public Vignette Vignette { get; }

    /// <summary>The edge of a shot that is drawn in ink, which no camera moves; null for paper.</summary>
    public BakedSheet? Panel { get; }

    public int Frames { get; }

    /// <summary>The first thing painted hides all of the frame, wherever the camera is.</summary>
    public bool CoversFrame { get; }

    /// <summary>What the scene's light and colour become; null leaves them as they are.</summary>
    public ToneGrade? Grade { get; }

    /// <summary>A picture that it begins with or ends in; null without any.</summary>
    public HandoverFilm? Handover { get; }

    /// <summary>What is painted next: either a baked sheet or a moving layer.</summary>
    /// <param name="Lap">See <see cref="Layer.Lap"/>.</param>
    /// <param name="Box">What it can touch; asked for only where it comes again.</param>
    internal readonly record struct Step(float Depth, BakedSheet? Sheet, Layer? Moving, float Lap = 0, SKRect Box = default);

    /// <param name="threads">Most threads to use; the pixels are the same with any number.</param>
    /// <exception cref="OperationCanceledException">Canceled between two bands of a sheet; nothing is kept.</exception>
    public static BakedShot Bake(ShotPlan shot, Stage stage, Staging staging, int threads, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (PictureShot.Is(shot))
            return new BakedShot(PictureShot.Bake(shot, stage, cancellation), shot, stage);
        var staged = staging(shot, stage);
        var groups = Group(staged);
        var start = new Moment(0, shot.Frames);
        var drawings = groups.ConvertAll(group => group[0].Moves ? null : SheetDrawing.Of(group, stage, start));
        try
        {
            // All bands of all sheets lie in one row, so that few large sheets and many small ones keep all threads busy.
            var bands = drawings.OfType<SheetDrawing>().SelectMany(d => Enumerable.Range(0, d.Bands).Select(band => (Drawing: d, Band: band))).ToArray();
            Parallel.For(
                0, bands.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                i => bands[i].Drawing.Draw(bands[i].Band));
        }
        catch
        {
            foreach (var drawing in drawings)
                drawing?.Dispose();
            throw;
        }

        var steps = groups.Zip(drawings, (group, drawing) => StepOf(group[0], drawing?.Sheet, stage));
        var plain = new BakedShot(staged, [.. steps.Where(s => s.Sheet is not null || s.Moving is not null)], stage, shot.Frames);
        return shot.Tones is null && shot.Handover is null ? plain : new BakedShot(plain, shot, stage);
    }

    public void Dispose()
    {
        foreach (var owned in _owned)
            owned?.Dispose();
    }

    private static Step StepOf(Layer layer, BakedSheet? sheet, Stage stage) => layer.Lap == 0
        ? new Step(layer.Depth, sheet, layer.Moves ? layer : null)
        : new Step(layer.Depth, sheet, layer.Moves ? layer : null, layer.Lap, sheet?.Box ?? layer.Bounds(stage));

    /// <summary>When the camera holds still, depth makes no difference and all neighbours join.</summary>
    private static List<List<Layer>> Group(StagedShot staged)
    {
        var groups = new List<List<Layer>>();
        foreach (var layer in staged.Layers)
        {
            var joins = groups.Count > 0 && !layer.Moves && !groups[^1][0].Moves
                && layer.Lap == groups[^1][0].Lap
                && ((staged.Camera.Holds && layer.Lap == 0) || layer.Depth == groups[^1][0].Depth);
            if (joins)
                groups[^1].Add(layer);
            else
                groups.Add([layer]);
        }

        return groups;
    }
}
