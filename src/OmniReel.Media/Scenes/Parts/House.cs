using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>How one house of a row is cut. Lengths in pixels.</summary>
/// <param name="Left">Left wall.</param>
/// <param name="Foot">Where it meets the street.</param>
/// <param name="Cell">Distance of windows from each other.</param>
/// <param name="Lit">Share of windows that are lit.</param>
/// <param name="Kind">Which roof it has.</param>
/// <param name="HasShop">A door and an awning at street level.</param>
internal sealed record HousePlace(float Left, float Width, float Foot, float Height, float Cell, float Lit, int Kind, bool HasShop);

/// <summary>A house: windows are holes through its front, before panes of warm or cold paper.</summary>
internal static class House
{
    public const int Kinds = 4;

    public static Prop Cut(Studio studio, HousePlace place, SKColor front, SKColor roof, SKColor glass, SKColor? snow, List<SKPath>? darkPanes = null)
    {
        float left = place.Left, right = left + place.Width, top = place.Foot - place.Height, unit = studio.Unit;
        var house = new Prop();
        var body = Knife.Box(left, top, right, place.Foot + 30 * unit);
        using var lit = Held.Path();
        using var dark = Held.Path();
        var ground = place.HasShop ? place.Foot - place.Cell * 1.7f : place.Foot - place.Cell * 0.5f;
        var columns = Math.Max(1, (int)(place.Width * 0.86f / place.Cell));
        var margin = (place.Width - columns * place.Cell) / 2;
        for (var y = top + place.Cell * 0.55f; y + place.Cell * 0.85f < ground; y += place.Cell * 1.3f)
        {
            for (var i = 0; i < columns; i++)
            {
                var window = Window(left + margin + (i + 0.19f) * place.Cell, y, place.Cell * 0.62f, place.Cell * 0.82f);
                var isLit = studio.Random.NextSingle() < place.Lit;
                (isLit ? lit : dark).AddPath(window);
                if (!isLit)
                    darkPanes?.Add(window);
                body.Hole(window);
            }
        }

        if (!dark.IsEmpty)
            house.Tissue(Held.Path(dark), glass);
        if (!lit.IsEmpty)
            house.Tissue(Held.Path(lit), new SKColor(0xFF, 0xCB, 0x6A));
        var ledge = Knife.Box(left - 3 * unit, top - 5 * unit, right + 3 * unit, top + 6 * unit);
        Roof(house, place, roof, snow, unit);
        house.Sheet(body, front, 0.9f, 2).Sheet(ledge, Tint.Mix(front, SKColors.White, 0.16f), 0.4f, 1.2f);
        if (place.HasShop)
            Shop(house, place, front, roof, studio);
        return house;
    }

    private static void Roof(Prop house, HousePlace place, SKColor roof, SKColor? snow, float unit)
    {
        float left = place.Left, right = left + place.Width, top = place.Foot - place.Height, middle = (left + right) / 2, w = place.Width;
        SKPath shape;
        switch (place.Kind)
        {
            case 0:
                shape = Knife.Polygon(left - w * 0.06f, top, middle, top - w * 0.40f, right + w * 0.06f, top);
                break;
            case 1:
                house.Sheet(Knife.Box(left + w * 0.22f, top - w * 0.30f, left + w * 0.34f, top), Tint.Mix(roof, SKColors.Black, 0.2f), 0.4f, 1.2f);
                shape = Knife.Polygon(left - w * 0.03f, top, left + w * 0.12f, top - w * 0.20f, right - w * 0.12f, top - w * 0.20f, right + w * 0.03f, top);
                break;
            case 2:
                shape = Knife.Smooth(true, left - 2 * unit, top + unit, left + w * 0.06f, top - w * 0.14f, middle, top - w * 0.34f, right - w * 0.06f, top - w * 0.14f, right + 2 * unit, top + unit, middle, top + 2 * unit);
                break;
            default:
                house.Sheet(Knife.Box(right - w * 0.34f, top - w * 0.18f, right - w * 0.20f, top), Tint.Mix(roof, SKColors.Black, 0.2f), 0.4f, 1.2f);
                shape = Knife.Box(left + w * 0.04f, top - w * 0.07f, right - w * 0.04f, top);
                break;
        }

        house.Sheet(shape, roof, 0.6f, 1.8f);
        if (snow is not { } white)
            return;
        // Outline of the snow about the middle of the eaves, in house widths.
        float[] outline = place.Kind switch
        {
            0 => [-0.40f, -0.08f, 0, -0.44f, 0.40f, -0.08f, 0.22f, -0.14f, 0.10f, -0.10f, 0, -0.17f, -0.12f, -0.10f, -0.24f, -0.14f],
            1 => [-0.41f, -0.15f, -0.37f, -0.23f, 0, -0.245f, 0.37f, -0.23f, 0.41f, -0.15f, 0.24f, -0.12f, 0.08f, -0.15f, -0.10f, -0.11f, -0.26f, -0.14f],
            2 => [-0.34f, -0.19f, -0.18f, -0.30f, 0, -0.375f, 0.18f, -0.30f, 0.34f, -0.19f, 0.15f, -0.21f, 0, -0.26f, -0.16f, -0.20f],
            _ => [-0.47f, -0.055f, -0.43f, -0.095f, 0, -0.105f, 0.43f, -0.095f, 0.47f, -0.055f, 0.20f, -0.035f, 0, -0.055f, -0.22f, -0.035f],
        };
        var cap = Knife.Smooth(true, outline).At(SKMatrix.CreateScale(w, w).PostConcat(SKMatrix.CreateTranslation(middle, top)));
        house.Sheet(cap, white, 0.3f, 1.2f);
    }

    /// <summary>A shop window, a door, and a scalloped awning in two tones.</summary>
    private static void Shop(Prop house, HousePlace place, SKColor front, SKColor roof, Studio studio)
    {
        float left = place.Left, w = place.Width, foot = place.Foot, high = place.Cell * 1.35f, unit = studio.Unit;
        var pane = studio.Air.Lit > 0.3f ? new SKColor(0xFF, 0xDC, 0x90) : studio.Air.Cast(0xA8CCD8);
        var frame = Tint.Mix(roof, SKColors.Black, 0.25f);
        house.Sheet(Knife.Box(left + w * 0.08f, foot - high, left + w * 0.62f, foot - 6 * unit), frame, 0.3f, 1.2f)
            .Tissue(Knife.Box(left + w * 0.11f, foot - high + 5 * unit, left + w * 0.34f, foot - 14 * unit), pane)
            .Tissue(Knife.Box(left + w * 0.36f, foot - high + 5 * unit, left + w * 0.59f, foot - 14 * unit), pane)
            .Sheet(Knife.Box(left + w * 0.70f, foot - high, left + w * 0.92f, foot), frame, 0.3f, 1.2f)
            .Tissue(Knife.Box(left + w * 0.74f, foot - high + 6 * unit, left + w * 0.88f, foot - high * 0.45f), pane);
        const int stripes = 7;
        var awningTop = foot - high - place.Cell * 0.34f;
        for (var i = 0; i < stripes; i++)
        {
            float x = left + w * (0.04f + 0.62f * i / stripes), x1 = left + w * (0.04f + 0.62f * (i + 1) / stripes), low = foot - high + place.Cell * 0.16f;
            var stripe = Held.Path();
            stripe.MoveTo(x, awningTop);
            stripe.LineTo(x1, awningTop);
            stripe.LineTo(x1, low);
            stripe.QuadTo((x + x1) / 2, low + (x1 - x) * 0.7f, x, low);
            stripe.Close();
            house.Sheet(stripe, i % 2 == 0 ? roof : Tint.Mix(front, SKColors.White, 0.45f), 0.35f, 1);
        }
    }

    /// <summary>A window with a round head.</summary>
    private static SKPath Window(float x, float y, float width, float height)
    {
        var path = Held.Path();
        path.MoveTo(x, y + height);
        path.LineTo(x, y + width * 0.45f);
        path.CubicTo(x, y - width * 0.10f, x + width, y - width * 0.10f, x + width, y + width * 0.45f);
        path.LineTo(x + width, y + height);
        path.Close();
        return path;
    }
}
