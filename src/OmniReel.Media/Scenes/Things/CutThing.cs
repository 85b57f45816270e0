using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>Makes a layer of a thing's drawing: two sheets cut once, then bent and moved.</summary>
internal static class CutThing
{
    /// <summary>Lines that cover less than this are no lines; more than <see cref="Solid"/>, no outline shows.</summary>
    private const float Bare = 0.02f;
    private const float Most = 0.55f;
    private const float Solid = 0.995f;

    /// <summary>How far carved lines go toward the paper that they lie on: drawings have them broader than a knife would cut.</summary>
    private const float Softened = 0.22f;

    public static Layer Make(ThingRole role)
    {
        var cut = ThingCut.Of(role.Thing.Id);
        var (stand, painter) = (role.Stand, role.Painter);
        var scale = stand.Height / cut.Box.Height;
        var box = SKRect.Create(stand.Foot.X - cut.Box.Width * scale / 2, stand.Foot.Y - stand.Height, cut.Box.Width * scale, stand.Height);
        var prop = Sheets(cut, role.Colors(cut.Share > Most), painter, stand, new SKPoint(box.MidX, box.MidY)).At(Matrix(cut.Box, box, role.Thing.FacesRight != stand.FacesRight));
        var bounds = prop.Bounds(painter.Stage.Unit);
        var sprite = Sprite.Bake(painter.Stage, bounds, canvas => prop.Draw(canvas, painter));
        var act = role is { Plan.Motion: ThingMotion.Rest, Thing.IsAnimal: true } ? Acts.Resting.Breathe : ThingAct.Of(role.Plan.Motion, IsQuadruped(role));
        return new ThingLayer(role, act, sprite, box) { Depth = stand.Depth, Lap = stand.Lap };
    }

    /// <summary>Whatever covers most of the drawing takes the main colour, so that a name stays readable.</summary>
    private static Prop Sheets(ThingCut cut, ThingColors colors, SheetPainter painter, ThingStand stand, SKPoint at)
    {
        var stage = painter.Stage;
        // Small things lie flat: a deep shadow would be larger than they.
        var lift = Math.Clamp(stand.Height / (130 * stage.Unit), 0.25f, 1.05f);
        // As on crafts and puppets of this size, so that all are of one paper.
        var rim = Math.Clamp(stand.Height / (110 * stage.Unit), 0.6f, 1.7f);
        var prop = new Prop();
        // What is in the air or hangs is of silk and paper: balloons, kites, lanterns.
        var thin = stand.Carrier is Carrier.Air or Carrier.String;
        if (thin && painter.Bloom(colors.Main, at) is { Alpha: > 8 } bloom)
            prop.Tissue(cut.Whole, bloom, Math.Min(16, 0.09f * stand.Height / stage.Unit));
        if (cut.Share is < Bare or > Solid)
            return prop.Sheet(cut.Whole, colors.Main, lift, rim, thin);
        var isMost = cut.Share > Most;
        return prop.Sheet(cut.Whole, isMost ? colors.Second : colors.Main, lift, rim, thin)
            .Sheet(cut.Ink, isMost ? colors.Main : Tint.Mix(colors.Second, colors.Main, Softened), lift * 0.24f, rim * 0.5f, thin && isMost);
    }

    private static SKMatrix Matrix(SKRect from, SKRect to, bool mirrored) =>
        SKMatrix.CreateTranslation(-from.MidX, -from.MidY)
            .PostConcat(SKMatrix.CreateScale((mirrored ? -1 : 1) * to.Width / from.Width, to.Height / from.Height))
            .PostConcat(SKMatrix.CreateTranslation(to.MidX, to.MidY));

    /// <summary>Its legs can fold.</summary>
    private static bool IsQuadruped(ThingRole role) => role.Thing is
    {
        Lives: true, Motion: ThingMotion.Trot or ThingMotion.Gallop or ThingMotion.Lumber or ThingMotion.Walk,
    };
}
