namespace OmniReel.Media.Plans;

/// <summary>What holds of some places and not of others.</summary>
internal static class PlaceTraits
{
    /// <summary>Rain and snow fall there, or would behind its windows.</summary>
    public static bool HasWeather(this Place place) => place is not (Place.Underwater or Place.Moon or Place.Mars or Place.Space or Place.Theatre or Place.Church);

    /// <summary>Under a roof: no umbrella is opened there, and nobody walks farther than the room goes.</summary>
    public static bool IsIndoors(this Place place) => place is Place.Room or Place.Theatre or Place.Church;
}
