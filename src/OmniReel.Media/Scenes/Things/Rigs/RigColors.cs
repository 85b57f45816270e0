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
        this[Fur.Far] = Tint.Mix(pair.Main, pair.Second, 0.72f);
        this[Fur.Pale] = Own("pale");
        // Dark socks stay dark; of a named coat they are its own shade, so that nothing speaks against the name.
        this[Fur.Dark] = named ? Tint.Mix(pair.Second, line, 0.45f) : Own("dark");
        this[Fur.DarkFar] = Tint.Mix(this[Fur.Dark], line, 0.35f);
        this[Fur.Mane] = named ? Tint.Mix(pair.Second, line, 0.25f) : Own("mane");
        this[Fur.Horn] = Own("horn");
        this[Fur.Blush] = Own("blush");
        this[Fur.Line] = line;
        // A black coat has amber eyes.
        this[Fur.EyeOnDark] = Tint.Hex(0xF2C87A);
        this[Fur.Eye] = Luma(pair.Main) - Luma(line) < 34 ? this[Fur.EyeOnDark] : line;
        this[Fur.Glint] = Tint.Hex(0xFFF6E4);
        this[Fur.Tongue] = Tint.Hex(0xD8626A);
        this[Fur.Brass] = Tint.Hex(0xF2C35A);
    }

    private static float Luma(SKColor color) => 0.21f * color.Red + 0.72f * color.Green + 0.07f * color.Blue;

    public SKColor this[Fur fur]
    {
        get => _colors[(int)fur];
        private init => _colors[(int)fur] = value;
    }
}
