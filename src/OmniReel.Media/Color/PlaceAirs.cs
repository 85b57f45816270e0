using OmniReel.Media.Paper;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Color;

/// <summary>The air of a shot: that of its hour, season and weather, and where there is another one than on green land, that place's.</summary>
internal static class PlaceAirs
{
    public static Air Of(ShotPlan shot) => shot.Place switch
    {
        Place.Desert => Parched(Airs.At(shot.Time, shot.Season, shot.Weather), shot.Time),
        Place.Underwater => UnderwaterColors.Air(shot.Time, shot.Weather),
        Place.Moon or Place.Mars or Place.Space => BarrenColors.Air(shot.Place, shot.Time),
        _ => Airs.At(shot.Time, shot.Season, shot.Weather),
    };

    /// <summary>Sand in the air: by day the sky is warm about the sun and pale at the rim.</summary>
    private static Air Parched(Air air, TimeOfDay time) => time == TimeOfDay.Night || !air.IsClear ? air : air with
    {
        Sky = [.. air.Sky.Select((c, i) => Tint.Mix(c, Tint.Hex(0xFFDCA0), Math.Max(0, (time == TimeOfDay.Noon ? 0.62f : 0.20f) - 0.055f * i)))],
    };
}
