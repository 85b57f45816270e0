using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;
using static OmniReel.Media.Color.Ramps;
using static OmniReel.Media.Paper.Tint;

namespace OmniReel.Media.Color;

/// <summary>The airs of the house: four times of day in two seasons, and what rain and snow clouds make of them.</summary>
internal static class Airs
{
    private static readonly Air SunriseSummer = new(
        Ramp(0xFFF4C0, 0xFFDD94, 0xFFC08C, 0xFBA99A, 0xE39DB4, 0xB79BCB, 0x8AA3D6, 0x6C9AD2),
        Hex(0xFFFBE6), Hex(0xFFF0C4), Hex(0xFFF1CC), new SKColor(64, 44, 104, 108), 0.46f,
        Ramp(0xF3B7BC, 0xFFD9C8), Hex(0x8A6A9C), 0.12f, new SKColor(40, 26, 84, 100)) { Lit = 0.12f };

    private static readonly Air SunriseWinter = SunriseSummer with
    {
        Sky = Ramp(0xFFEDB4, 0xFFD2A0, 0xFFB6A0, 0xF3A2B4, 0xC59CCB, 0x98A0D8, 0x7C93D0, 0x6C86C8),
        Shadow = new SKColor(40, 52, 110, 105),
        Clouds = Ramp(0xC7B2E0, 0xE6C2DC),
        Vignette = new SKColor(26, 36, 90, 128),
    };

    private static readonly Air NoonSummer = new(
        Ramp(0xFFF8D8, 0xDDF3EE, 0xB4E4F4, 0x8CD0F0, 0x66B8E8, 0x4CA2DC, 0x3C8CCB),
        Hex(0xFFFDEE), Hex(0xFFFBE0), Hex(0xFFFFF0), new SKColor(10, 60, 90, 95), 0.40f,
        Ramp(0xEAF8FF, 0xFFFFFF), Hex(0xFFFFFF), 0, new SKColor(6, 40, 80, 72));

    private static readonly Air NoonWinter = NoonSummer with
    {
        Sky = Ramp(0xFFFBEA, 0xEAF6F8, 0xCFEAF8, 0xAEDAF4, 0x8CC4EC, 0x72AEE2, 0x5E9AD6),
        Shadow = new SKColor(30, 62, 110, 92),
        Vignette = new SKColor(20, 44, 96, 72),
    };

    private static readonly Air SunsetSummer = new(
        Ramp(0xFFE7A0, 0xFFC46A, 0xFF9B5C, 0xF3766A, 0xC9587F, 0x8A4488, 0x54367E, 0x38296A),
        Hex(0xFFF6D8), Hex(0xFFE9A8), Hex(0xFFE2A0), new SKColor(58, 14, 58, 120), 0.46f,
        Ramp(0xD0648A, 0xF08A72), Hex(0x5A2A66), 0.26f, new SKColor(26, 8, 40, 150)) { Lit = 0.5f };

    private static readonly Air SunsetWinter = SunsetSummer with
    {
        Sky = Ramp(0xFFEBB8, 0xFFCE96, 0xFBA488, 0xEA8096, 0xBE66A0, 0x8658A2, 0x58488F, 0x403C80),
        Shadow = new SKColor(48, 20, 80, 116),
        Clouds = Ramp(0xC070A8, 0xEE98A0),
    };

    private static readonly Air NightSummer = new(
        Ramp(0x8497CE, 0x5C70B0, 0x425597, 0x324484, 0x263672, 0x1D2A60, 0x161F50, 0x101840),
        Hex(0xFFF4CC), Hex(0xC9D4F6), Hex(0xC4D2F8), new SKColor(4, 6, 28, 150), 0.30f,
        Ramp(0x2C3E80, 0x425698), Hex(0x18225A), 0.58f, new SKColor(4, 6, 30, 175)) { Lit = 1 };

    private static readonly Air NightWinter = NightSummer with
    {
        Sky = Ramp(0x92ACD8, 0x6A86C0, 0x4C68A6, 0x3A5492, 0x2D447E, 0x22366C, 0x1A2A5A, 0x132048),
        Dusk = Hex(0x1E2E68),
    };

    /// <summary>The air of a time, season and weather.</summary>
    public static Air At(TimeOfDay time, Season season, Weather weather)
    {
        var clear = (time, season) switch
        {
            (TimeOfDay.Sunrise, Season.Winter) => SunriseWinter,
            (TimeOfDay.Sunrise, _) => SunriseSummer,
            (TimeOfDay.Noon, Season.Winter) => NoonWinter,
            (TimeOfDay.Noon, _) => NoonSummer,
            (TimeOfDay.Sunset, Season.Winter) => SunsetWinter,
            (TimeOfDay.Sunset, _) => SunsetSummer,
            (_, Season.Winter) => NightWinter,
            _ => NightSummer,
        };
        return weather switch
        {
            Weather.Rain => Overcast(clear, RainCloud(time), 0.72f),
            Weather.Snow => Overcast(clear, SnowCloud(time), 0.58f),
            Weather.Overcast => Overcast(clear, Tint.Mix(RainCloud(time), SnowCloud(time), 0.55f), 0.60f),
            _ => clear,
        };
    }

    private static SKColor RainCloud(TimeOfDay time) => time switch
    {
        TimeOfDay.Sunrise => Hex(0x8E8EA2),
        TimeOfDay.Noon => Hex(0x8795A0),
        TimeOfDay.Sunset => Hex(0x6A5E76),
        _ => Hex(0x1C264E),
    };

    private static SKColor SnowCloud(TimeOfDay time) => time switch
    {
        TimeOfDay.Sunrise => Hex(0xC8C4DE),
        TimeOfDay.Noon => Hex(0xD6E2EE),
        TimeOfDay.Sunset => Hex(0x9884AC),
        _ => Hex(0x2C3A6E),
    };

    /// <summary>
    /// Clouds take the colour out of the sky and hide the sun; windows are lit earlier. The rings keep their order, bright to
    /// dark, and stand closer together: the light comes from a brighter place in the clouds, never from a hole.
    /// </summary>
    private static Air Overcast(Air air, SKColor cloud, float share) => air with
    {
        Sky = Clouded(air.Sky, cloud, share, air.Lit < 1 ? 0.42f : 0.10f),
        Glow = Mix(air.Glow, cloud, 0.45f),
        Clouds = [Mix(Greyed(air.Clouds[0], cloud), Mix(cloud, SKColors.Black, 0.12f), 0.7f), Mix(Greyed(air.Clouds[1], cloud), cloud, 0.6f)],
        Dusk = Mix(air.Dusk, cloud, air.DuskShare > 0 ? 0.5f : 1),
        DuskShare = Math.Max(air.DuskShare, 0.26f),
        Through = air.Through * 0.7f,
        Rim = Mix(air.Rim, cloud, 0.25f),
        Lit = Math.Max(air.Lit, 0.5f),
        IsClear = false,
    };

    /// <param name="light">How much lighter than the cloud its brightest ring is.</param>
    private static SKColor[] Clouded(SKColor[] sky, SKColor cloud, float share, float light)
    {
        var bright = Mix(cloud, SKColors.White, light);
        return [.. sky.Select((ring, i) =>
        {
            var along = MathF.Min(1, i / (sky.Length - 2f));
            return Mix(Greyed(ring, cloud), Mix(bright, cloud, along), share + (1 - share) * 0.6f * (1 - along));
        })];
    }

    /// <summary>A colour under clouds: of its lightness only a little is its own hue.</summary>
    private static SKColor Greyed(SKColor color, SKColor cloud)
    {
        var luma = (0.2126f * color.Red + 0.7152f * color.Green + 0.0722f * color.Blue) / 255;
        var pale = Mix(SKColors.Black, Mix(cloud, SKColors.White, 0.5f), luma * 1.05f);
        return Mix(color, pale, 0.68f);
    }
}
