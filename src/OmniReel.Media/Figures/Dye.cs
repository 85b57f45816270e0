using OmniReel.Media.Figures.Guises;
using OmniReel.Media.Ink;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using SkiaSharp;

namespace OmniReel.Media.Figures;

/// <summary>What a sheet's colour is for; a figure's <see cref="Dyes"/> say which colour that is.</summary>
internal enum Dye
{
    Cloth, ClothSoft, ClothDeep, ClothLight, ClothPale, Accent, AccentDeep, Skin, Hair, Shoes, Trousers, TrousersDeep, Linen, Brass, Rouge, Cheek, Wood,
    Hat, HatBand, Canopy, CanopyDeep, Ribbon, RibbonDeep,
    Metal, MetalDeep, White, Dark, Glass, Leather, Leaf, Scarlet, Beard, BeardDeep,
}

/// <summary>The colours of one figure.</summary>
internal sealed class Dyes
{
    private static readonly SKColor Deep = Tint.Hex(0x2A0E2A), Grey = Tint.Hex(0xE6E6EA);

    private readonly SKColor[] _colors = new SKColor[Enum.GetValues<Dye>().Length];

    /// <param name="plan">Names colours of single pieces.</param>
    public Dyes(FigurePalette palette, SKColor cloth, SKColor accent, FigurePlan plan)
    {
        var pieces = plan.Pieces ?? new PieceColors();
        this[Dye.Cloth] = cloth;
        this[Dye.ClothSoft] = Shade(cloth, 0.94f);
        this[Dye.ClothDeep] = Shade(cloth, 0.88f);
        this[Dye.ClothLight] = Tint.Mix(cloth, SKColors.White, 0.11f);
        this[Dye.ClothPale] = Tint.Mix(cloth, SKColors.White, 0.21f);
        this[Dye.Accent] = accent;
        // Gold deepens toward copper; what is hardly coloured at all only darkens.
        accent.ToHsv(out _, out var colorful, out _);
        this[Dye.AccentDeep] = colorful < 35 ? Shade(accent, 0.74f) : Tint.Mix(accent, Tint.Hex(0xE06A3A), 0.46f);
        this[Dye.Skin] = palette.Skin;
        this[Dye.Hair] = plan.Looks.Contains(Look.Old) ? Tint.Mix(palette.Hair, Grey, 0.90f) : palette.Hair;
        this[Dye.Beard] = Named(pieces.Beard) ?? this[Dye.Hair];
        this[Dye.BeardDeep] = Tint.Mix(this[Dye.Beard], Tint.Hex(0x6A6478), Light(this[Dye.Beard]) ? 0.34f : 0.24f);
        this[Dye.Shoes] = Named(pieces.Shoes) ?? palette.Shoes;
        var trousers = Named(pieces.Trousers) ?? Trousers(cloth);
        this[Dye.Trousers] = trousers;
        this[Dye.TrousersDeep] = Shade(trousers, 0.80f);
        this[Dye.Linen] = Light(cloth) ? Tint.Hex(0xB9C4D0) : Tint.Hex(0xF4EADB);
        this[Dye.Brass] = Tint.Hex(0xF2C35A);
        this[Dye.Rouge] = Tint.Mix(palette.Skin, Tint.Hex(0xD8283A), 0.62f);
        this[Dye.Cheek] = Tint.Mix(palette.Skin, Tint.Hex(0xE0403A), 0.34f);
        this[Dye.Wood] = Tint.Mix(palette.Hair, Tint.Hex(0x8A4A26), 0.4f);
        // Hats are cut of what their wearers have most of: straw and ribbons, or the clothes' own cloth.
        this[Dye.Hat] = Named(pieces.Hat) ?? plan.Person switch
        {
            Person.Woman => accent,
            Person.Man => this[Dye.ClothDeep],
            _ => cloth,
        };
        this[Dye.HatBand] = Named(pieces.Hat) is { } hat ? Band(hat) : accent;
        this[Dye.Canopy] = Named(pieces.Umbrella) ?? accent;
        this[Dye.CanopyDeep] = Named(pieces.Umbrella) is { } canopy ? Shade(canopy, 0.84f) : this[Dye.AccentDeep];
        this[Dye.Ribbon] = Named(pieces.Ribbons) ?? accent;
        this[Dye.RibbonDeep] = Named(pieces.Ribbons) is { } ribbon ? Shade(ribbon, 0.80f) : this[Dye.AccentDeep];
        this[Dye.Metal] = Tint.Hex(0xB4BCCA);
        this[Dye.MetalDeep] = Tint.Hex(0x808AA0);
        this[Dye.White] = Tint.Hex(0xF8F4EC);
        this[Dye.Dark] = Tint.Hex(0x322C38);
        this[Dye.Glass] = Tint.Hex(0x2C4478);
        this[Dye.Leather] = Tint.Hex(0x8A5630);
        this[Dye.Leaf] = Tint.Hex(0x3C8A4C);
        this[Dye.Scarlet] = Tint.Hex(0xD8283C);
        if (GuiseFile.Instance.Find(plan.Guise) is { } guise)
            Costume(guise, pieces);
    }

    public SKColor this[Dye dye]
    {
        get => _colors[(int)dye];
        private set => _colors[(int)dye] = value;
    }

    /// <summary>The cast's own colours, where the plan names none.</summary>
    private void Costume(Guise guise, PieceColors pieces)
    {
        if (guise.Trousers is { } trousers && pieces.Trousers is null)
            (this[Dye.Trousers], this[Dye.TrousersDeep]) = (trousers, Shade(trousers, 0.80f));
        if (pieces.Shoes is null)
            this[Dye.Shoes] = guise.Shoes ?? Tint.Hex(0x4A3430);
        if (guise.HatColor is { } hat && pieces.Hat is null)
            (this[Dye.Hat], this[Dye.HatBand]) = (hat, Band(hat));
    }

    private Dyes(Dyes other, Func<Dye, bool> keeps)
    {
        foreach (var dye in Enum.GetValues<Dye>())
            this[dye] = keeps(dye) ? other[dye] : Wash.Muted(other[dye], dye is Dye.Skin or Dye.Cheek or Dye.Rouge ? 0.55f : 0.24f);
    }

    /// <summary>Almost grey, but for what the plan names.</summary>
    public Dyes Muted(FigurePlan plan) => new(this, dye => dye switch
    {
        Dye.Cloth or Dye.ClothSoft or Dye.ClothDeep or Dye.ClothLight or Dye.ClothPale => plan.Clothing is not null,
        Dye.Shoes => plan.Pieces?.Shoes is not null,
        Dye.Trousers or Dye.TrousersDeep => plan.Pieces?.Trousers is not null,
        Dye.Hat or Dye.HatBand => plan.Pieces?.Hat is not null,
        Dye.Canopy or Dye.CanopyDeep => plan.Pieces?.Umbrella is not null,
        Dye.Ribbon or Dye.RibbonDeep => plan.Pieces?.Ribbons is not null,
        _ => false,
    });

    private static SKColor? Named(NamedColor? name) => name is { } color ? ClothColors.Of(color) : null;

    /// <summary>Darker than a light hat, lighter than a dark one.</summary>
    private static SKColor Band(SKColor hat)
    {
        hat.ToHsv(out _, out _, out var value);
        return value > 45 ? Shade(hat, 0.68f) : Tint.Mix(hat, SKColors.White, 0.35f);
    }

    /// <summary>Slate, or sand under cloth that is as dark as slate: legs must not merge with what hangs over them.</summary>
    private static SKColor Trousers(SKColor cloth)
    {
        cloth.ToHsv(out _, out var saturation, out var value);
        return value < 45 || (saturation < 22 && value < 70) ? Tint.Hex(0xA58A66) : Tint.Mix(Tint.Hex(0x3C4560), cloth, 0.10f);
    }

    private static bool Light(SKColor cloth)
    {
        cloth.ToHsv(out _, out var saturation, out var value);
        return saturation < 22 && value > 80;
    }

    /// <summary>Darker in the same hue: mixing with another dark colour would make a named colour drift.</summary>
    private static SKColor Shade(SKColor color, float value)
    {
        color.ToHsv(out var hue, out var saturation, out var brightness);
        // A darker yellow in the same hue is olive; paper shades toward orange.
        if (hue is > 36 and < 72)
            hue -= (1 - value) * 75;
        // Near black there is nothing to darken; the second tone goes up instead.
        return brightness < 30
            ? Tint.Mix(color, SKColors.White, 0.14f)
            : Tint.Mix(SKColor.FromHsv(hue, saturation, brightness * value), Deep, 0.05f);
    }
}
