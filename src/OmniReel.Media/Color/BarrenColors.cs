using OmniReel.Media.Plans;
using SkiaSharp;
using static OmniReel.Media.Color.Ramps;
using static OmniReel.Media.Paper.Tint;

namespace OmniReel.Media.Color;

/// <summary>Worlds without plants: the Moon in grey, Mars in red, a rock in space in violet; land from far to near and the ground.</summary>
internal static class BarrenColors
{
    private static readonly PlacePalette[] s_moon =
    [
        new(Ramp(0x7478A4, 0x8A8CB0, 0xA09EBA, 0xB6B0C2, 0xC8BEC8), Hex(0xBCB2C0), Hex(0x2E3058), Wardrobes.Orange),
        new(Ramp(0x8C94B4, 0xA6ACC4, 0xC0C4D2, 0xD8DADF, 0xECECEC), Hex(0xE0E0E2), Hex(0x3A4064), Wardrobes.Orange),
        new(Ramp(0x6C5C82, 0x86708E, 0x9E8494, 0xB09494, 0xBE9E94), Hex(0xAE9090), Hex(0x2A2246), Wardrobes.Orange),
        new(Ramp(0x3A4880, 0x485690, 0x5866A0, 0x6874AC, 0x7884B8), Hex(0x6672AA), Hex(0x141A40), Wardrobes.Yellow),
    ];

    private static readonly PlacePalette[] s_mars =
    [
        new(Ramp(0xC89A9C, 0xB87C74, 0xC07A60, 0xB46A4E, 0xA25A40), Hex(0xAE6648), Hex(0x42202E), Wardrobes.Blue),
        new(Ramp(0xD8A078, 0xC88258, 0xD07E4A, 0xC26C3A, 0xB25C2E), Hex(0xC46C3A), Hex(0x5A2418), Wardrobes.Blue),
        new(Ramp(0x8A6A78, 0x785060, 0x8A4E4C, 0x7C4040, 0x6A3438), Hex(0x743C3C), Hex(0x2A1424), Wardrobes.Blue),
        new(Ramp(0x3C3A66, 0x34305A, 0x46385C, 0x3C3052, 0x322848), Hex(0x3C2E4C), Hex(0x100C24), Wardrobes.Yellow),
    ];

    private static readonly PlacePalette[] s_space =
    [
        new(Ramp(0x8C6CA8, 0x7A5C98, 0x8A6AA4, 0x9A7AB0, 0xAA8ABC), Hex(0x9C7CB2), Hex(0x241646), Wardrobes.Yellow),
        new(Ramp(0x9C86C8, 0x8A74B8, 0xA08ACC, 0xB4A0D8, 0xC8B4E4), Hex(0xB8A4DA), Hex(0x2C1E58), Wardrobes.Yellow),
        new(Ramp(0x7A4C8C, 0x683E7C, 0x784888, 0x885494, 0x98609E), Hex(0x8A5494), Hex(0x1E0E3A), Wardrobes.Yellow),
        new(Ramp(0x3E3A84, 0x343074, 0x423C82, 0x504890, 0x5E549C), Hex(0x504890), Hex(0x0E0A2C), Wardrobes.Yellow),
    ];

    public static PlacePalette Of(Place place, TimeOfDay time) => place switch
    {
        Place.Moon => s_moon[(int)time],
        Place.Mars => s_mars[(int)time],
        _ => s_space[(int)time],
    };

    public static Air Air(Place place, TimeOfDay time)
    {
        var isNight = time == TimeOfDay.Night;
        var (sky, glow) = (place, time) switch
        {
            (Place.Mars, TimeOfDay.Noon) => (Ramp(0xFFF4DC, 0xFCE2BC, 0xF4CEA0, 0xE8B888, 0xDAA072, 0xCA8A60, 0xB87650, 0xA66644), Hex(0xFFF0D0)),
            // The sun goes down blue there.
            (Place.Mars, TimeOfDay.Sunset) => (Ramp(0xE8F4FF, 0xB4D2EE, 0x94ACD0, 0x8C8CAC, 0x8A7488, 0x7C5C66, 0x644650, 0x4C3440), Hex(0xD4E8FF)),
            (Place.Mars, TimeOfDay.Sunrise) => (Ramp(0xF0F6FA, 0xCADCE8, 0xC0B8C4, 0xC8A4A4, 0xC4907E, 0xB47C68, 0x9C6656, 0x825048), Hex(0xE8F0FA)),
            (Place.Moon, TimeOfDay.Sunset or TimeOfDay.Sunrise) => (Ramp(0x8C86B4, 0x625C94, 0x48437A, 0x363262, 0x29264E, 0x1E1C3E, 0x161530, 0x100F26), Hex(0xFFE6C8)),
            (Place.Moon, TimeOfDay.Noon) => (Ramp(0x88A4D8, 0x5C78B4, 0x435A94, 0x324678, 0x26365E, 0x1C294A, 0x151F3A, 0x10182E), Hex(0xF4F8FF)),
            (Place.Space, TimeOfDay.Noon) => (Ramp(0xD8B4F0, 0xAC84DC, 0x8460C4, 0x6248A6, 0x483688, 0x36296C, 0x281F54, 0x1E1842), Hex(0xF4E4FF)),
            (Place.Space, TimeOfDay.Sunset or TimeOfDay.Sunrise) => (Ramp(0xFFB4C0, 0xD87CA8, 0xA85498, 0x783E88, 0x552E72, 0x3C225A, 0x2A1946, 0x1E1236), Hex(0xFFDCD4)),
            (Place.Mars, _) => (Ramp(0x8C86B0, 0x645E90, 0x4A4476, 0x383260, 0x2B264E, 0x201C40, 0x181434, 0x120F2A), Hex(0xD0CCE8)),
            (Place.Moon, _) => (Ramp(0x6484C4, 0x44609E, 0x324A82, 0x26386A, 0x1C2A54, 0x141F42, 0x0E1633, 0x0A1028), Hex(0xC4DCFF)),
            _ => (Ramp(0x7A88DC, 0x5A5CBA, 0x463F98, 0x362E7A, 0x282260, 0x1D194A, 0x151238, 0x0F0D2A), Hex(0xD0D4FF)),
        };
        return new Air(
            sky, SKColors.White, glow, Mix(glow, SKColors.White, 0.3f), new SKColor(6, 6, 26, (byte)(isNight ? 150 : 128)), isNight ? 0.30f : 0.38f,
            [sky[3], sky[2]], Hex(0x1A1E50), isNight ? 0.42f : time == TimeOfDay.Noon ? 0 : 0.14f, new SKColor(4, 4, 24, (byte)(isNight ? 170 : 130)))
        { Lit = isNight ? 1 : 0 };
    }
}
