using OmniReel.Media.Ink;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>The papers of one craft: a colour that is named takes the place of the main one, and its shades follow it.</summary>
internal sealed class CraftColors
{
    private readonly SKColor[] _colors = new SKColor[Enum.GetValues<CraftPaper>().Length];

    public CraftColors(ThingRole role)
    {
        var air = role.Air;
        var pair = ThingColors.Of(role.Thing, role.Plan, air, role.Shot.Place, linesAreMost: false);
        IsLit = air.Lit > 0.3f;
        this[CraftPaper.Main] = pair.Main;
        this[CraftPaper.Second] = role.Thing.Second is { } own ? Sunk(own) : pair.Second;
        this[CraftPaper.Shade] = Tint.Mix(pair.Main, Tint.Hex(0x2E1E38), 0.30f);
        this[CraftPaper.Soft] = Tint.Mix(pair.Main, SKColors.White, 0.26f);
        this[CraftPaper.Pale] = Tint.Mix(Sunk(Tint.Hex(0xFFF2DC)), pair.Main, 0.12f);
        this[CraftPaper.White] = Sunk(Tint.Hex(0xFBF6EA));
        this[CraftPaper.Dark] = Sunk(Tint.Hex(0x2A2434));
        this[CraftPaper.Glass] = IsLit ? Tint.Hex(0xFFCB6A) : Sunk(Tint.Hex(0xA9CEDC));
        this[CraftPaper.Metal] = Sunk(Tint.Hex(0xC9CBD2));
        this[CraftPaper.Lamp] = IsLit ? Tint.Hex(0xFFF0C0) : Sunk(Tint.Hex(0xFFF2CC));
        this[CraftPaper.Tail] = Sunk(Tint.Hex(0xD8303A));
        this[CraftPaper.Brass] = Sunk(Tint.Hex(0xF2C35A));
        this[CraftPaper.Wood] = Sunk(Tint.Hex(0x9A6236));
        this[CraftPaper.Red] = Sunk(Tint.Hex(0xD8383C));
        this[CraftPaper.Orange] = Sunk(Tint.Hex(0xF2822A));
        // Fire does not darken with the air.
        this[CraftPaper.Flame] = Tint.Hex(0xFFA834);
        this[CraftPaper.Line] = Sunk(Tint.Hex(0x3A2C3C));
        // A storyboard has colour only where a colour is named.
        for (var i = 0; role.Shot.Drawing == Drawing.Ink && i < _colors.Length; i++)
        {
            if (role.Plan.Color is null || i > (int)CraftPaper.Soft)
                _colors[i] = Wash.Muted(_colors[i]);
        }

        SKColor Sunk(SKColor color) => Tint.Mix(color, air.Dusk, 0.32f * air.DuskShare);
    }

    /// <summary>Lamps and windows shine.</summary>
    public bool IsLit { get; }

    public SKColor this[CraftPaper paper]
    {
        get => _colors[(int)paper];
        private init => _colors[(int)paper] = value;
    }
}
