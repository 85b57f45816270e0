using System.Numerics;
using OmniReel.Media.Frames;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Scenes.Things;
using OmniReel.Media.Scenes.Things.Crafts;
using SkiaSharp;

namespace OmniReel.Media.Figures.Deeds;

/// <summary>Joins a figure's motion with what carries it, with what it holds, with its neighbours' hands, and with its work.</summary>
internal static class Engagement
{
    /// <summary>Metres that the hip joints are above what is sat on.</summary>
    private const float Cushion = 0.065f;

    /// <param name="things">As they were put up, each with its place in the shot's list.</param>
    public static IMotion Of(IMotion motion, ShotPlan shot, Scene scene, Build build, int index, IReadOnlyList<(int Index, Layer Layer)> things)
    {
        var plan = shot.Figures[index];
        if (plan.Action == FigureAction.Dance)
            return motion;
        if (plan.Bearing == Bearing.Swim)
            return new Swimming(motion, build);
        if (HoldsString(shot, index))
            motion = new Reaching(motion);
        if (Staff.IsCarried(plan) && motion is Walk walk)
            return new Staff(walk, build);
        var seat = Seat(shot, scene, build, index, things);
        if (seat is not null)
            motion = new Seated(motion, build, seat);
        if (plan.Accessories.Contains(Accessory.Umbrella))
            return seat is null ? motion : new Carrying(motion);
        return plan.Hands switch
        {
            null => Bears(plan) ? new Upright(motion) : motion,
            Handwork.HoldHands => Hands(motion, shot, scene, build, index),
            { } work => new Handy(motion, build, work),
        };
    }

    private static Seat? Seat(ShotPlan shot, Scene scene, Build build, int index, IReadOnlyList<(int Index, Layer Layer)> things)
    {
        var plan = shot.Figures[index];
        if (Outfitting.Stool(plan, shot, build) is { } stool)
            return new Seat(SeatKind.Chair, _ => new Vector2(0, stool + Cushion));
        if (plan.Bearing is not (Bearing.Sit or Bearing.Ride))
            return null;
        var standing = scene.Standings[index];
        var start = Repertoire.Start(plan, shot.Seed, index);
        var at = plan.On is null ? -1 : shot.Things.ToList().FindIndex(t => t.Id == plan.On);
        if (at >= 0 && Carriage.On(shot, shot.Things[at]).Contains(index))
        {
            if (plan.Bearing == Bearing.Sit)
                return new Seat(SeatKind.Chair, _ => new Vector2(-0.04f, Carriage.SeatOf(plan.On!) + Cushion));
            var (copy, row) = Carriage.PlaceOf(shot, shot.Things[at], index);
            if (things.Where(t => t.Index == at).Select(t => t.Layer).OfType<ICarrier>().ElementAtOrDefault(copy) is { } carrier)
                return Ridden(carrier, standing, start, plan.On!, row, build, Carriage.SizeFor(plan));
        }

        return plan.Bearing == Bearing.Sit ? new Seat(SeatKind.Ground, _ => new Vector2(0, 0.115f * build.HipHeight / 0.92f)) : null;
    }

    private static Seat Ridden(ICarrier carrier, Standing standing, float start, string on, int row, Build build, float size)
    {
        Vector2 Own(SKPoint at) => new((at.X - standing.Ground.X) * (standing.FacesRight ? 1 : -1) / standing.PixelsPerMetre, (standing.Ground.Y - at.Y) / standing.PixelsPerMetre);
        var behind = new Vector2(-row * Carriage.Behind, 0);
        if (Carriage.VehicleOf(on) is { } vehicle)
        {
            return new Seat(SeatKind.Cycle, second => Own(carrier.At(second - start, vehicle.Seat)) + behind + new Vector2(0, Cushion))
            {
                Crank = second => Own(carrier.At(second - start, vehicle.Crank)),
                CrankRadius = vehicle.CrankRadius * size,
                Turns = carrier is CraftLayer craft && vehicle.CrankRadius > 0 ? second => Carriage.PedalsAtRest + craft.Turned(second - start, vehicle.Gear) / MathF.Tau : null,
                Grip = second => Own(carrier.At(second - start, vehicle.Grip)),
            };
        }

        return new Seat(SeatKind.Saddle, second => Own(carrier.At(second - start, default)) + behind + new Vector2(0, Cushion * build.ThighRadius / 0.078f));
    }

    private static IMotion Hands(IMotion motion, ShotPlan shot, Scene scene, Build build, int index)
    {
        var place = scene.Standings[index];
        var order = Enumerable.Range(0, scene.Standings.Count).Where(i => shot.Figures[i].Hands == Handwork.HoldHands).OrderBy(i => scene.Standings[i].Ground.X).ToList();
        var at = order.IndexOf(index);
        var start = Repertoire.Start(shot.Figures[index], shot.Seed, index);
        int? left = at > 0 ? order[at - 1] : null, right = at + 1 < order.Count ? order[at + 1] : null;
        // The figures of the front hold with the far hand, those behind them with the near one, so that hand lies on hand.
        Func<float, Vector2>? near = null, far = null;
        foreach (var other in new[] { left, right })
        {
            if (other is not { } neighbour)
                continue;
            if (index < neighbour)
                far ??= Meeting(neighbour);
            else
                near ??= Meeting(neighbour);
        }

        return near is null && far is null ? motion : new HandInHand(motion, build, near, far);

        Func<float, Vector2> Meeting(int neighbour)
        {
            var them = scene.Standings[neighbour];
            var middle = (place.Ground.X + them.Ground.X) / 2;
            var ground = (place.Ground.Y + them.Ground.Y) / 2;
            var (own, theirs) = (Span(index, neighbour), Span(neighbour, index));
            var height = Math.Min(Math.Max(own.Low, theirs.Low), Math.Min(own.High, theirs.High));
            var seconds = Strolling.Seconds(shot);
            return second =>
            {
                var moment = second - start;
                var way = place.Travel * (moment / seconds - 0.5f) * (place.FacesRight ? 1 : -1);
                var swing = 0.018f * place.PixelsPerMetre * MathF.Sin(moment * 3.1f);
                var at = new Vector2(middle + way + swing, ground - height);
                return new Vector2((at.X - place.Ground.X) * (place.FacesRight ? 1 : -1) / place.PixelsPerMetre, (at.Y - place.Ground.Y) / place.PixelsPerMetre);
            };
        }

        // Pixels above the ground between which a figure's hand comes to the middle between it and another.
        (float Low, float High) Span(int figure, int other)
        {
            var (own, metre) = (Build.Of(shot.Figures[figure]), scene.Standings[figure].PixelsPerMetre);
            var half = (scene.Standings[other].Ground.X - scene.Standings[figure].Ground.X) / 2 / metre * (scene.Standings[figure].FacesRight ? 1 : -1);
            // A bent back brings the shoulders ahead and down.
            var stoop = (shot.Figures[figure].Looks.Contains(Look.Old) ? Stooped.Degrees : 0) * MathF.PI / 180;
            var side = figure < other ? -own.Shoulder : own.Shoulder;
            var across = half - side * MathF.Cos(stoop) - 0.885f * own.Trunk * MathF.Sin(stoop);
            var reach = 0.915f * (own.UpperArm + own.Forearm + Reach.Palm * own.Hand);
            var down = MathF.Sqrt(Math.Max(0, reach * reach - across * across));
            var shoulder = 0.985f * own.HipHeight - 0.02f + 0.885f * own.Trunk * MathF.Cos(stoop) - side * MathF.Sin(stoop);
            return ((shoulder - down) * metre, (shoulder + down) * metre);
        }
    }

    private static bool Bears(FigurePlan plan) => Guises.Dressing.Carries(Guises.GuiseFile.Instance.Find(plan.Guise), plan) is { } held && !Guises.Handhelds.Hangs(held);

    /// <summary>The near hand is closed about a kite's string or an animal's lead.</summary>
    public static bool HoldsLine(FigurePlan plan, ShotPlan shot) =>
        shot.Figures.Count > 0 && ReferenceEquals(plan, shot.Figures[0]) && plan.Action != FigureAction.Dance && (HoldsString(shot, 0) || shot.Things.Any(thing => thing.IsLed));

    /// <summary>The main figure has a free hand for what flies on a string.</summary>
    private static bool HoldsString(ShotPlan shot, int index) =>
        index == 0 && shot.Figures[0] is { Hands: null, Bearing: null } && shot.Things.Any(thing => Tether.IsHeld(shot, thing));
}
