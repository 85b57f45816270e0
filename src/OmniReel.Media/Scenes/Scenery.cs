using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Places;

namespace OmniReel.Media.Scenes;

/// <summary>Builds the place of a shot.</summary>
public static class Scenery
{
    /// <summary>
    /// Composes a place at its time, season and weather for one shape of frame, with a standing for every figure. What
    /// moves is baked here once, so this takes tens of milliseconds; the layers only move images afterwards. The same shot
    /// gives the same pixels.
    /// </summary>
    public static Scene Compose(ShotPlan shot, Stage stage)
    {
        ArgumentNullException.ThrowIfNull(shot);
        return shot.Place switch
        {
            Place.Meadow => Meadow.Compose(shot, stage),
            Place.Mountains => Mountains.Compose(shot, stage),
            Place.City => City.Compose(shot, stage),
            Place.Forest => Forest.Compose(shot, stage),
            Place.Room => Room.Compose(shot, stage),
            Place.Sea => Sea.Compose(shot, stage),
            Place.Church => Church.Compose(shot, stage),
            Place.Theatre => Theatre.Compose(shot, stage),
            Place.Desert => Desert.Compose(shot, stage),
            Place.Underwater => Underwater.Compose(shot, stage),
            Place.Moon or Place.Mars or Place.Space => BarrenWorld.Compose(shot, stage),
            _ => throw new ArgumentOutOfRangeException(nameof(shot), shot.Place, "No scenery is built for this place."),
        };
    }
}
