using OmniReel.Media.Paper;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>The papers of one puppet: a colour that is named takes the place of the coat, and darker parts follow it.</summary>
internal sealed class RigColors
{
    private readonly SKColor[] _colors = new SKColor[Enum.GetValues<Fur>().Length];

    public RigColors(ThingRole role, RigWords words)
    {
        var named = role.Plan.Color is not null;
        var natural = words.Color("coat");
        var pair = ThingColors.Of(role.Thing with { Color = natural, Second = null }, role.Plan, role.Air, role.Shot.Place, linesAreMost: false);
        SKColor Own(string name) => Tint.Mix(words.Color(name), role.Air.Dusk, 0.30f * role.Air.DuskShare);
        var line = Tint.Hex(0x2A1A22);
        this[Fur.Coat] = pair.Main;
        this[Fur.Soft] = Tint.Mix(pair.Main, SKColors.White, 0.14f);
        this[Fur.Far] = Apart(pair.Main, 0.34f);
        // Of who is said to be black, muzzle and breast are a dark grey.
        this[Fur.Pale] = named && Luma(pair.Main) < 62 ? Tint.Mix(pair.Main, Tint.Hex(0xB8AEC0), 0.26f) : Own("pale");
        // Dark socks stay dark; of a named coat they are its own shade, so that nothing speaks against the name.
        this[Fur.Dark] = named ? Tint.Mix(pair.Second, line, 0.45f) : Own("dark");
        this[Fur.DarkFar] = Apart(this[Fur.Dark], 0.44f);
        this[Fur.Mane] = named ? Tint.Mix(pair.Second, line, 0.25f) : Own("mane");
        this[Fur.Horn] = Own("horn");
        this[Fur.Blush] = Own("blush");
        this[Fur.Line] = line;
        // A black coat has amber eyes.
        this[Fur.EyeOnDark] = Tint.Hex(0xF2C87A);
        this[Fur.Eye] = Luma(pair.Main) - Luma(line) < 34 ? this[Fur.EyeOnDark] : line;
        this[Fur.Glint] = Tint.Hex(0xFFF6E4);
        this[Fur.Tongue] = Tint.Hex(0xD8626A);
        // Bright pins read as eyes: they are of the coat's own darker tone, with a touch of brass.
        this[Fur.Pin] = Tint.Mix(Apart(pair.Main, 0.34f), Tint.Hex(0xC89A50), 0.22f);
    }

    /// <summary>The tone of what is farther off: darker, or of what is dark already lighter.</summary>
    private static SKColor Apart(SKColor color, float share) => Luma(color) < 62
        ? Tint.Mix(color, Tint.Hex(0x9A8FA8), 0.8f * share)
        : Tint.Mix(color, Tint.Hex(0x2A1A32), share);

    public bool IsDark => Luma(this[Fur.Coat]) < 62;

    private static float Luma(SKColor color) => 0.21f * color.Red + 0.72f * color.Green + 0.07f * color.Blue;

    public SKColor this[Fur fur]
    {
        get => _colors[(int)fur];
        private init => _colors[(int)fur] = value;
    }
}
