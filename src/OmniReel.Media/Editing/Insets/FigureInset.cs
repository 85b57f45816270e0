using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using SkiaSharp;

namespace OmniReel.Media.Editing.Insets;

/// <summary>A figure of paper in the film, which does what it does in a scene of its own, and a shadow at its feet.</summary>
internal sealed class FigureInset : IFrameStep
{
    /// <summary>What a figure with raised arms measures.</summary>
    private const float Metres = 2.2f;

    private readonly IReadOnlyList<Layer> _figure;
    private readonly CameraTrack? _track;
    private readonly SKMatrix _placed;
    private readonly SKPoint _ground;
    private readonly float _tall;

    public FigureInset(InsertEdit edit, FigurePlan figure, int width, int height, int frames, CameraTrack? track)
    {
        var stage = new Stage(width, height);
        var shot = new ShotPlan { Frames = frames, Place = Place.Meadow, Camera = CameraMove.Static, Figures = [figure], Seed = 12 };
        var scene = Scenery.Compose(shot, stage);
        var standing = scene.Standings[0];
        _figure = Ensemble.Of(shot, scene, stage);
        _track = track;
        (_ground, _tall) = InsetLayout.Figure(edit, width, height);
        var scale = _tall / (Metres * standing.PixelsPerMetre);
        _placed = SKMatrix.CreateTranslation(-standing.Ground.X, -standing.Ground.Y)
            .PostConcat(SKMatrix.CreateScale(scale, scale))
            .PostConcat(SKMatrix.CreateTranslation(_ground.X, _ground.Y));
    }

    public void Apply(Easel easel, Moment moment)
    {
        var canvas = easel.Canvas;
        canvas.Save();
        if (_track is not null)
            canvas.SetMatrix(_track.At(moment.Frame));
        using (var blur = SKImageFilter.CreateBlur(_tall * 0.02f, _tall * 0.012f))
        using (var shadow = new HeldPaint { IsAntialias = true, Color = SKColors.Black.WithAlpha(90), ImageFilter = blur })
            canvas.DrawOval(_ground.X, _ground.Y - _tall * 0.004f, _tall * 0.17f, _tall * 0.022f, shadow);
        canvas.Concat(_placed);
        foreach (var layer in _figure)
            layer.Draw(canvas, moment);
        canvas.Restore();
    }
}
