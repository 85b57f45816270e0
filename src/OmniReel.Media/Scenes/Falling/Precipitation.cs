using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Scenes.Falling;

/// <summary>What falls from the sky of a shot.</summary>
internal static class Precipitation
{
    /// <summary>
    /// Layers at three depths, far ones first: those with a depth below 1 belong behind the figures, the others before them.
    /// Nothing in clear weather and nothing indoors, where rain is seen only through a window.
    /// </summary>
    public static IReadOnlyList<Layer> Of(ShotPlan shot, Scene scene, Stage stage) => (shot.Weather, shot.Place) switch
    {
        (_, Place.Room) or (Weather.Clear or Weather.Overcast, _) => [],
        (Weather.Rain, _) => Rain.Layers(shot, scene, stage),
        _ => Snow.Layers(shot, scene, stage),
    };
}
