using OmniReel.Media.Figures;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Scenes.Falling;
using OmniReel.Media.Scenes.Things;
using OmniReel.Media.Scenes.Things.Crafts;
using OmniReel.Media.Scenes.Things.Rigs;
using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>All that is seen in one shot, in painting order, and the camera that sees it.</summary>
internal sealed record StagedShot(IReadOnlyList<Layer> Layers, Camera Camera, SKColor Vignette)
{
    /// <summary>How the scenery passes by walkers.</summary>
    public Passage Passage { get; init; }

    public Drawing Drawing { get; init; }
}

/// <summary>Composes a shot for one shape of frame.</summary>
internal delegate StagedShot Staging(ShotPlan shot, Stage stage);

/// <summary>How a shot of a plan becomes layers: the place, what falls, the figures, what stands before them.</summary>
internal static class ShotStaging
{
    public static StagedShot Compose(ShotPlan shot, Stage stage)
    {
        var scene = PrintBackdrop.Behind(shot, Scenery.Compose(shot, stage), stage);
        var falling = Precipitation.Of(shot, scene, stage);
        var things = ThingStaging.Placed(shot, scene, stage);
        IReadOnlyList<Layer> drawn = [.. things.Select(t => t.Layer)], people = Ensemble.Of(shot, scene, stage, things);
        Layer[] layers =
        [
            .. scene.Behind,
            .. falling.Where(l => l.Depth < 1),
            .. drawn,
            .. Tether.Of(shot, drawn, people, stage),
            .. people,
            .. Leash.Of(drawn, people, stage),
            .. falling.Where(l => l.Depth == 1),
            .. ForegroundWindow.Around(shot, scene, stage),
            .. falling.Where(l => l.Depth > 1),
        ];
        return new StagedShot(layers, new Camera(shot.Camera, stage, Pivot(shot, scene, stage), shot.Seed % 2 == 1, Sink(scene, stage), shot.Path, Manner(shot, scene, stage)), scene.Vignette)
        {
            Passage = new Passage(scene.Passing) { Turns = shot.Camera is CameraMove.PanLeft or CameraMove.PanRight },
            Drawing = shot.Drawing,
        };
    }

    private static CameraManner Manner(ShotPlan shot, Scene scene, Stage stage)
    {
        var main = scene.Standings.Count > 0 ? scene.Standings[0] : null;
        float? followed = scene.Passing != 0 ? 0 : main is { Travel: > 0 } ? (main.FacesRight ? main.Travel : -main.Travel) : null;
        return new CameraManner(shot.Pace, shot.Seed, followed, shot.Roll is null ? 0 : Leaning(shot, (main?.Ground.X ?? ThingSubject.Focus(shot, scene, stage)?.MidX) / stage.Width, stage));
    }

    /// <summary>Degrees clockwise that a Dutch angle leans: it lifts the side where the subject is, so that feet stay in the frame; a tall frame, which has more room below than beside, takes it toward the middle.</summary>
    /// <param name="subject">Where it is, as a share of the width; null without any.</param>
    private static float Leaning(ShotPlan shot, float? subject, Stage stage) =>
        (subject is { } x && MathF.Abs(x - 0.5f) > 0.02f ? x < 0.5f != stage.IsTall : shot.Seed % 2 == 0) ? Cant.Dutch : -Cant.Dutch;

    /// <summary>Feet that are seen stay above this line, a share of the height.</summary>
    private const float LowestFeet = 0.985f;

    private static float? Sink(Scene scene, Stage stage)
    {
        var seen = scene.Standings.Where(s => s.Ground.Y <= stage.Height).Select(s => LowestFeet * stage.Height - s.Ground.Y).ToList();
        return seen.Count > 0 ? Math.Max(0, seen.Min()) : null;
    }

    /// <summary>
    /// A push goes toward the main figure's breast or the thing that a shot is about, or lower where its feet would leave the frame; in an empty place
    /// toward the light, but not all the way.
    /// </summary>
    private static SKPoint Pivot(ShotPlan shot, Scene scene, Stage stage)
    {
        var middle = new SKPoint(stage.Width * 0.5f, stage.Height * 0.5f);
        if (ThingSubject.Focus(shot, scene, stage) is { } subject)
            return new SKPoint(subject.MidX, Math.Clamp(Math.Max(subject.MidY, (subject.Bottom * Camera.Closest - LowestFeet * stage.Height) / (Camera.Closest - 1)), 0, stage.Height));
        if (scene.Standings.Count == 0)
            return new SKPoint((middle.X + scene.Light.Sun.X) / 2, (middle.Y + scene.Light.Sun.Y) / 2);
        var main = scene.Standings[0];
        var breast = main.Ground.Y - 1.2f * main.PixelsPerMetre;
        if (main.Ground.Y <= stage.Height)
            breast = Math.Max(breast, (main.Ground.Y * Camera.Closest - LowestFeet * stage.Height) / (Camera.Closest - 1));
        return new SKPoint(Math.Clamp(main.Ground.X, 0, stage.Width), Math.Clamp(breast, 0, stage.Height));
    }
}
