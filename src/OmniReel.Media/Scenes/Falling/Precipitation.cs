using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Scenes.Falling;

/// <summary>What falls or drifts through the air of a shot.</summary>
internal static class Precipitation
{
    /// <summary>
    /// Layers at three depths, far ones first: those with a depth below 1 belong behind the figures, the others before them.
    /// No weather in clear air and none indoors, where rain is seen only through a window; what drifts besides is where it is asked for.
    /// </summary>
    public static IReadOnlyList<Layer> Of(ShotPlan shot, Scene scene, Stage stage) => [.. OfWeather(shot, scene, stage), .. Drifting.Of(shot, scene, stage)];

    private static IReadOnlyList<Layer> OfWeather(ShotPlan shot, Scene scene, Stage stage) => (shot.Weather, shot.Place) switch
    {
        _ when !shot.Place.HasWeather() => [],
        (_, Place.Room) or (Weather.Clear or Weather.Overcast, _) => [],
        (Weather.Rain, _) => Rain.Layers(shot, scene, stage),
        _ => Snow.Layers(shot, scene, stage),
    };
}
