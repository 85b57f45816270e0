using OmniReel.Media.Plans;

namespace OmniReel.Media.Color;

/// <summary>A place's palettes through the year, each season's in the order of <see cref="TimeOfDay"/>. Winter is summer below its snow.</summary>
internal sealed class SeasonPalettes(PlacePalette[] summer, PlacePalette[] autumn, PlacePalette[] spring)
{
    public PlacePalette At(TimeOfDay time, Season season) => (season switch
    {
        Season.Autumn => autumn,
        Season.Spring => spring,
        _ => summer,
    })[(int)time];
}
