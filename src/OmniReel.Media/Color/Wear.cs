using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;

namespace OmniReel.Media.Color;

/// <summary>What people wear in a place at a time when nobody says.</summary>
internal static class Wear
{
    public static FigurePalette In(Place place, TimeOfDay time) => place switch
    {
        Place.Sea => SeaColors.At(time).Figures,
        Place.City => CityColors.At(time).Figures,
        Place.Forest => ForestColors.At(time).Figures,
        Place.Mountains => MountainColors.At(time).Figures,
        Place.Meadow => MeadowColors.At(time).Figures,
        Place.Desert => DesertColors.At(time).Figures,
        Place.Underwater => UnderwaterColors.At(time).Figures,
        Place.Moon or Place.Mars or Place.Space => BarrenColors.Of(place, time).Figures,
        Place.Theatre => Wardrobes.Blue,
        _ => RoomColors.Figures,
    };
}
