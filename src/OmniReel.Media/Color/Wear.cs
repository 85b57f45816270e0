using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;

namespace OmniReel.Media.Color;

/// <summary>What people wear in a place at a time when nobody says.</summary>
internal static class Wear
{
    public static FigurePalette In(Place place, TimeOfDay time, Season season = Season.Summer) => place switch
    {
        Place.Sea => SeaColors.At(time).Figures,
        Place.City => CityColors.At(time).Figures,
        Place.Forest => ForestColors.At(time, season).Figures,
        Place.Mountains => MountainColors.At(time, season).Figures,
        Place.Meadow => MeadowColors.At(time, season).Figures,
        Place.Desert => DesertColors.At(time).Figures,
        Place.Underwater => UnderwaterColors.At(time).Figures,
        Place.Moon or Place.Mars or Place.Space => BarrenColors.Of(place, time).Figures,
        Place.Theatre => OnStage(time),
        Place.Church => Wardrobes.Blue,
        _ => RoomColors.Figures,
    };

    /// <summary>Against the back cloth, which has the colours of the hour's sky.</summary>
    private static FigurePalette OnStage(TimeOfDay time) => time switch
    {
        TimeOfDay.Sunset => Wardrobes.Blue,
        TimeOfDay.Night => Wardrobes.Yellow,
        _ => Wardrobes.Red,
    };
}
