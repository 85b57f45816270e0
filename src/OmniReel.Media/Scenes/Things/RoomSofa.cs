using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Places;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>The sofa that every room has: a prompt that names one means it. It has the colour that is named, and what lies on it lies between its arms.</summary>
internal static class RoomSofa
{
    private const float Metres = 2;

    /// <summary>From the ground up to the seat, in widths of the sofa.</summary>
    private const float Seat = 0.235f;

    /// <summary>Metres below which a thing on it is enlarged so that it is seen.</summary>
    private const float Seen = 0.6f;

    /// <summary>The thing is the room's own sofa: nobody sits on it, and nothing is said of where it is or how large.</summary>
    public static bool Is(ShotPlan shot, ThingPlan plan) => shot is { Place: Place.Room, Backdrop: null } && SofaThing.Is(plan)
        && plan is { Count: 1, Relation: null, Spot: ThingSpot.Usual, Side: ThingSide.Any, Size: ThingSize.Usual, IsField: false } && Carriage.On(shot, plan).Count == 0;

    /// <summary>A sofa stands elsewhere in the room: its own one would be a second.</summary>
    public static bool IsReplaced(ShotPlan shot) => shot.Things.Any(SofaThing.Is) && !shot.Things.Any(t => Is(shot, t));

    /// <summary>The colour that is named.</summary>
    public static NamedColor? Color(ShotPlan shot) => shot.Things.FirstOrDefault(t => Is(shot, t))?.Color;

    /// <summary>What the shot is about is on it, so that it is larger and nearer to the middle.</summary>
    public static bool IsStage(ShotPlan shot) => shot.Figures.Count == 0 && shot.Things.Any(t => t is { Relation: ThingRelation.On, To: { } to } && to < shot.Things.Count && Is(shot, shot.Things[to]));

    /// <summary>Where it stands, for what is placed from it.</summary>
    public static ThingStand Stand(ThingGround ground)
    {
        var (foot, width) = Room.Sofa(ground.Stage, ground.Shot);
        return new ThingStand(foot, SofaThing.Back * width, Room.SofaDepth, ground.FacesRight, Carrier.Wall);
    }

    /// <summary>On the seat, as large as it is beside a sofa, and between the arms.</summary>
    public static ThingStand On(ThingGround ground, ThingItem item, int number, int count)
    {
        var (foot, width) = Room.Sofa(ground.Stage, ground.Shot);
        var metres = item.Thing.Metres < Seen ? Seen * MathF.Pow(item.Thing.Metres / Seen, 0.48f) : item.Thing.Metres;
        var aspect = item.Plan.Aspect();
        var height = metres * ThingScale.Factor(item.Plan.Size) * width / Metres / MathF.Sqrt(aspect);
        height = Math.Min(height, 0.66f * width / (aspect * count));
        var x = foot.X + (number - (count - 1) / 2f) * 0.66f * width / count;
        // Beside people it keeps to the outer arm, clear of their faces.
        if (ground.People.Count > 0 && count == 1)
            x += MathF.Sign(foot.X - ground.Stage.Width / 2f) * (0.33f * width - height * aspect / 2);
        return new ThingStand(new SKPoint(x, foot.Y - Seat * width), height, Room.SofaDepth, ground.FacesRight, Carrier.Wall, Phase: ThingRow.Phase(ground, number));
    }
}
