using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>Makes a layer of a picture of the request: its subject cut out, or a sheet with all of it.</summary>
internal static class PrintThing
{
    /// <summary>How far the picture's own colours sink in the air of the shot, of how far painted things do.</summary>
    private const float Toned = 0.55f;

    public static Layer? Make(ThingRole role)
    {
        if (role.Plan.Print?.Picture is not { } picture)
            return null;
        var stand = role.Stand;
        var width = stand.Height * role.Plan.Aspect();
        var box = SKRect.Create(stand.Foot.X - width / 2, stand.Foot.Y - stand.Height, width, stand.Height);
        var paper = Tint.Mix(SKColors.White, role.Air.Dusk, role.Air.DuskShare * Toned);
        var sprite = picture.CutOut ? PrintCutting.Bake(picture, box, role.Painter, paper) : PrintSheet.Bake(picture, box, role.Painter, paper, Tilt(role));
        return new ThingLayer(role, PrintActs.Of(role.Plan), sprite, box) { Depth = stand.Depth, Lap = stand.Lap };
    }

    /// <summary>Degrees that a sheet leans: each its own way.</summary>
    private static float Tilt(ThingRole role) => role.Plan.Print!.Name[^1] % 2 == 0 ? 1.6f : -1.8f;
}
