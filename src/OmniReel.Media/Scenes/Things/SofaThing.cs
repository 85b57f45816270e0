using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>Draws sofas as rooms have them, wherever a prompt puts one.</summary>
internal static class SofaThing
{
    /// <summary>Width by height.</summary>
    public const float Aspect = 2.02f;

    /// <summary>Where the seat is, as a share from the top of the back.</summary>
    public const float SeatShare = 0.544f;

    /// <summary>Height of the back, in widths between the arms' outer edges.</summary>
    public const float Back = 0.515f;

    /// <summary>A sofa of the catalogue, and not a picture of one.</summary>
    public static bool Is(ThingPlan plan) => plan is { Print: null, Id: "sofa-piece" or "couch-and-lamp" };

    /// <summary>Null for what is none.</summary>
    public static Layer? Make(ThingRole role)
    {
        if (!Is(role.Plan))
            return null;
        var (stand, painter) = (role.Stand, role.Painter);
        var cloth = role.Colors(linesAreMost: false).Main;
        SKColor cream = Tint.Hex(0xFFF0D6), wood = Tint.Hex(0x6A3A2A);
        var prop = new Prop();
        if (role.Plan.Id == "couch-and-lamp")
            prop.Add(Furniture.Lamp(Tint.Hex(0x4A2E28), Tint.Mix(cloth, cream, 0.7f), isLit: false).At(new SKPoint(-0.36f, -0.02f), 0.98f));
        prop = prop.Add(Furniture.Sofa(cloth, Tint.Mix(cloth, cream, 0.55f), wood)).At(stand.Foot, stand.Height / Back);
        return new StillLayer(canvas => prop.Draw(canvas, painter)) { Depth = stand.Depth, Lap = stand.Lap, Box = prop.Bounds(painter.Stage.Unit) };
    }
}
