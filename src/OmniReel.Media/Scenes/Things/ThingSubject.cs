using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>A thing that a shot is about, where nobody is seen.</summary>
internal static class ThingSubject
{
    /// <summary>The main thing goes somewhere.</summary>
    public static bool Goes(ShotPlan shot) => shot.Things.Count > 0 && shot.Things[0] is { Relation: null, IsField: false } main && ThingAct.Of(main, true).Speed > 0;

    /// <summary>Widths of the frame that a pan or a truck over a place goes where nobody and nothing could be lost by it.</summary>
    private const float Along = 0.6f;

    /// <summary>
    /// The camera trucks over a place of which nothing must stay in the frame, or pans along a street. In the open, peaks and hills turn
    /// with a pan as far as they are drawn; what is near must not run away from them.
    /// </summary>
    public static bool IsLookedAlong(ShotPlan shot) => shot is { Figures.Count: 0, Things.Count: 0, Backdrop: null, Path: null } && shot.Pace != CameraPace.Whip
        && (shot.Camera, shot.Place) is (CameraMove.TruckLeft or CameraMove.TruckRight, Place.City or Place.Forest or Place.Meadow or Place.Mountains or Place.Desert)
            or (CameraMove.PanLeft or CameraMove.PanRight, Place.City);

    /// <summary>
    /// Stage pixels per second by which the ground passes: the camera goes along with a thing that goes on land or flies, as it does with
    /// people. Above 0 the thing goes to the right.
    /// </summary>
    public static float Passing(ShotPlan shot, Stage stage, Composition lines)
    {
        if (IsLookedAlong(shot))
            return (shot.Camera is CameraMove.PanRight or CameraMove.TruckRight ? 1 : -1) * Along * stage.Width * FilmPlan.FrameRate / shot.Frames;
        if (shot.Figures.Count > 0 || !Goes(shot) || shot.Camera == CameraMove.Static || shot.Backdrop is not null || shot.Place.IsIndoors() || (shot.Size.IsWide() && shot.Camera != CameraMove.Follow))
            return 0;
        var main = shot.Things[0];
        if (main.Motion is not (ThingMotion.Walk or ThingMotion.Trot or ThingMotion.Gallop or ThingMotion.Hop or ThingMotion.Waddle or ThingMotion.Lumber
            or ThingMotion.Drive or ThingMotion.Roll) || main.Side != ThingSide.Any && main.Print is not null)
            return 0;
        if (main.Spot is ThingSpot.Water or ThingSpot.Sky)
            return 0;
        var height = ThingScale.Height(shot, stage, 0, lines.Metre);
        var pace = ThingAct.Of(main, true).Speed * height * main.Aspect();
        return lines.Sun.X > lines.FigureX ? pace : -pace;
    }

    /// <summary>Where the thing that a shot is about is seen; null where people are, or no thing.</summary>
    public static SKRect? Focus(ShotPlan shot, Scene scene, Stage stage)
    {
        if (shot.Figures.Count > 0 || shot.Things.Count == 0 || shot.Things[0].IsField || ThingScenery.IsOf(shot, shot.Things[0]))
            return null;
        var stand = ThingBlocking.Place(shot, scene, stage).First(p => p.Index == 0).Stand;
        var half = stand.Height * shot.Things[0].Aspect() / 2;
        return new SKRect(stand.Foot.X - half, stand.Foot.Y - stand.Height, stand.Foot.X + half, stand.Foot.Y);
    }
}
