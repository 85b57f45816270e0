using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Crafts;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>Places said from another thing or from somebody: on the sofa, under the tree, beside a girl, in her hand.</summary>
internal static class ThingRelations
{
    public static IEnumerable<(int, ThingStand)> Place(ThingGround ground, List<ThingItem> items, List<(int Index, ThingStand Stand)> placed)
    {
        var plan = items[0].Plan;
        var target = plan.To is { } to ? Box(ground, placed, to) ?? Field(ground, plan, to) : ground.People.Count > 0 ? Figure(ground) : (SKRect?)null;
        if (target is not { } box)
            return ThingRow.Stand(ground, items);
        var depth = plan.To is { } at && placed.Exists(p => p.Index == at) ? placed.First(p => p.Index == at).Stand.Depth : 1;
        return items.Select((item, i) => (item.Index, Stand(ground, item, i, items.Count, box, depth)));
    }

    /// <summary>Beside the hand of the main figure and turned to it, so that a string ends there; it goes where its holder goes.</summary>
    public static ThingStand InHand(ThingGround ground, ThingItem item, int number)
    {
        var holder = ground.Scene.Standings[0];
        var metre = holder.PixelsPerMetre;
        if (Tether.IsHeld(ground.Shot, item.Plan))
            return OnString(ground, item, number, holder);
        var height = Math.Min(item.Height, 0.62f * metre);
        var crown = Composition.CrownOf(ground.Shot.Figures[0].Person);
        var flies = item.Plan.Motion is ThingMotion.Hover or ThingMotion.Rise;
        var side = (holder.FacesRight ? 1 : -1) * (0.26f * crown + number * 0.22f) * metre;
        var bottom = holder.Ground.Y - (flies ? 0.58f : 0.46f) * crown * metre + (flies ? 0 : height * 0.4f);
        return new ThingStand(
            new SKPoint(holder.Ground.X + side, bottom), height, 1, !holder.FacesRight, Carrier.Air, -holder.Travel, Phase: ThingRow.Phase(ground, number));
    }

    /// <summary>Above the hand and ahead of it, each a little aside of the others.</summary>
    private static ThingStand OnString(ThingGround ground, ThingItem item, int number, Standing holder)
    {
        var metre = holder.PixelsPerMetre;
        var crown = Composition.CrownOf(ground.Shot.Figures[0].Person);
        var height = Math.Min(item.Height, 0.50f * metre);
        var (column, row) = (number % 3, number / 3);
        var side = (holder.FacesRight ? 1 : -1) * (0.40f + (0.36f * column) + 0.12f * (row % 2)) * metre;
        var bottom = Math.Max(holder.Ground.Y - (0.80f * crown + 0.17f * ((column + 1) % 2) + 0.36f * row) * metre, 0.03f * ground.Stage.Height + height);
        return new ThingStand(
            new SKPoint(holder.Ground.X + side, bottom), height, 1, holder.FacesRight, Carrier.Air, holder.Travel, Phase: ThingRow.Phase(ground, number));
    }

    /// <summary>On a string over the animal that it is tied to, half as large as alone, a little behind the neck; it goes where its holder goes.</summary>
    public static ThingStand OverHolder(ThingGround ground, ThingItem item, int number, ThingStand holder)
    {
        var height = 0.5f * item.Height;
        var side = holder.FacesRight ? 1 : -1;
        var animal = ground.Shot.Things[Tether.HolderOf(ground.Shot, item.Plan)!.Value];
        var x = holder.Foot.X + side * (0.22f * holder.Height * animal.Aspect() - (0.35f + 0.9f * number) * 0.8f * height);
        var bottom = Math.Max(holder.Foot.Y - holder.Height - (0.55f + 0.25f * (number % 2)) * height, 0.05f * ground.Stage.Height + height);
        return new ThingStand(new SKPoint(x, bottom), height, holder.Depth, holder.FacesRight, Carrier.Air, holder.Travel, Phase: ThingRow.Phase(ground, number))
        {
            Passing = holder.Passing,
        };
    }

    private static ThingStand Stand(ThingGround ground, ThingItem item, int number, int count, SKRect box, float depth)
    {
        var spread = (number - (count - 1) / 2f) * Math.Min(item.Width * 1.08f, box.Width / count);
        var isFigure = item.Plan.To is null;
        switch (item.Plan.Relation)
        {
            case ThingRelation.On when item.Plan.To is { } sofa && RoomSofa.Is(ground.Shot, ground.Shot.Things[sofa]):
                return RoomSofa.On(ground, item, number, count);
            case ThingRelation.On:
                var seat = box.Top + (isFigure ? 0.01f : Seat(ground, item.Plan)) * box.Height;
                // As broad as what it is on allows, and below the frame's top.
                var on = Math.Min(1, Math.Max(0.5f, (ThingSupport.Carries(ground.Shot, item.Plan) ? 0.94f : 0.72f) * box.Width / (item.Width * count)));
                on = Math.Min(on, Math.Max(0.3f, (seat - 0.04f * ground.Stage.Height) / item.Height));
                return new ThingStand(new SKPoint(box.MidX + spread * on, seat), item.Height * on, depth, ground.FacesRight, Carrier.Wall, Phase: ThingRow.Phase(ground, number));
            case ThingRelation.Above:
                var top = Math.Max(0.05f * ground.Stage.Height + item.Height, box.Top - 0.12f * ground.Stage.Height);
                return new ThingStand(new SKPoint(box.MidX + spread, top), item.Height, 0.6f, ground.FacesRight, Carrier.Air, Phase: ThingRow.Phase(ground, number));
            case ThingRelation.Under:
                var under = Math.Min(1, Math.Max(0.45f, 0.55f * box.Height / item.Height));
                return new ThingStand(new SKPoint(box.MidX + spread + (isFigure ? 0.6f * box.Width : 0), box.Bottom + 0.012f * ground.Stage.Height), item.Height * under, 1, ground.FacesRight, Carrier.Ground, Phase: ThingRow.Phase(ground, number));
            default:
                return Beside(ground, item, number, box, isFigure);
        }
    }

    /// <summary>On the side that is named, else on the one with more room, unless somebody stands there.</summary>
    private static ThingStand Beside(ThingGround ground, ThingItem item, int number, SKRect box, bool isFigure)
    {
        var rightFirst = item.Plan.Side == ThingSide.Right || (item.Plan.Side != ThingSide.Left && ground.Stage.Width - box.Right > box.Left);
        var gap = box.Width / 2 + item.Width * (0.56f + 1.06f * number);
        var right = Hidden(rightFirst) > Hidden(!rightFirst) ? !rightFirst : rightFirst;
        return new ThingStand(new SKPoint(At(right), isFigure ? ground.Floor : box.Bottom), item.Height, 1, !right, Carrier.Ground, Phase: ThingRow.Phase(ground, number));

        float At(bool onRight) => Math.Clamp(box.MidX + (onRight ? gap : -gap), item.Width / 2, ground.Stage.Width - item.Width / 2);

        // Pixels of it that people or the thing itself would cover.
        float Hidden(bool onRight)
        {
            float left = At(onRight) - item.Width / 2, end = left + item.Width;
            var own = isFigure ? 0 : Math.Max(0, Math.Min(end, box.Right) - Math.Max(left, box.Left));
            return own + ground.People.Sum(p => Math.Max(0, Math.Min(end, p.Right) - Math.Max(left, p.Left)));
        }
    }

    /// <summary>A little below the upper edge, so that it sits in and not above; on what has a back, on the seat.</summary>
    private static float Seat(ThingGround ground, ThingPlan plan)
    {
        if (ground.Shot.Things[plan.To!.Value] is not { Print: null, Id: var under })
            return 0.02f;
        // Furniture cut by hand ends in its board.
        if (CraftFile.Instance.Find(under) is not null && ThingSupport.Carries(ground.Shot, plan))
            return 0.012f;
        var surface = ThingCut.Of(under).Surface;
        return under switch
        {
            "sofa-piece" or "couch-and-lamp" => SofaThing.SeatShare,
            "chair" or "seat" => 0.58f,
            "bed" => 0.52f,
            _ => Math.Min(0.9f, surface + 0.03f),
        };
    }

    /// <summary>The body of the main figure without its reach.</summary>
    private static SKRect Figure(ThingGround ground)
    {
        var standing = ground.Scene.Standings[0];
        float half = 0.24f * standing.PixelsPerMetre, top = standing.Ground.Y - Composition.CrownOf(ground.Shot.Figures[0].Person) * standing.PixelsPerMetre;
        return new SKRect(standing.Ground.X - half, top, standing.Ground.X + half, standing.Ground.Y);
    }

    /// <summary>The near rows of a field, where nobody walks; beside or under it is any ground.</summary>
    private static SKRect? Field(ThingGround ground, ThingPlan plan, int index)
    {
        if (!ground.Shot.Things[index].IsField || plan.Relation is not (ThingRelation.On or ThingRelation.Above))
            return null;
        var (left, right) = ground.Free().MaxBy(free => free.Right - free.Left);
        return new SKRect(left, ground.Floor - 0.1f * ground.Stage.Height, right, ground.Floor);
    }

    private static SKRect? Box(ThingGround ground, List<(int Index, ThingStand Stand)> placed, int index)
    {
        if (!placed.Exists(p => p.Index == index))
            return null;
        var stand = placed.First(p => p.Index == index).Stand;
        var width = stand.Height * ground.Shot.Things[index].Aspect();
        return new SKRect(stand.Foot.X - width / 2, stand.Foot.Y - stand.Height, stand.Foot.X + width / 2, stand.Foot.Y);
    }
}
