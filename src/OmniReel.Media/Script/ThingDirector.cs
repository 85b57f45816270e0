using OmniReel.Media.Figures.Deeds;
using OmniReel.Media.Plans;
using OmniReel.Media.Things;

namespace OmniReel.Media.Script;

/// <summary>Turns what is said of things into plans, and keeps things from shot to shot as people are kept.</summary>
internal sealed class ThingDirector
{
    private const int Several = 3;
    private const int ManyFalling = 8;

    private IReadOnlyList<ThingSaid> _last = [];
    private int _lastPeople;

    public IReadOnlyList<ThingPlan> Direct(ShotFacts facts, Place place, IReadOnlyList<FigurePlan> figures)
    {
        var claims = facts.Things;
        List<ThingSaid> said = [.. claims.Said.Where(s => !IsTool(s.Thing.Id, figures))];
        if (said.Count == 0 && !facts.Cast.IsSaid && (claims.SpeaksOfIt || facts.Place.Said is null))
            said = [.. _last.Where(s => !claims.IsDenied(s.Thing.Id) && !PrintThings.Is(s.Thing))];
        // "They walk on": an animal that was with somebody is one of them.
        if (said.Count == 0 && _lastPeople == 1 && facts.Cast.Roles is [{ IsPronoun: true, Person: null }, ..])
            said = [.. _last.Where(s => s.Thing.IsAnimal && !claims.IsDenied(s.Thing.Id))];
        foreach (var again in said)
        {
            if (_last.FirstOrDefault(s => s != again && s.Thing.Id == again.Thing.Id) is { } before)
                Remember(again, before);
        }

        _last = said;
        _lastPeople = figures.Count;
        // What acts leads, then what lies on or under another; what it stands on follows.
        List<ThingSaid> order = [.. said.OrderBy(s => s.Thing.IsAnimal || (PrintThings.Is(s.Thing) && s.Relation is null) ? 0 : s.Relation is not null ? 1 : 2)];
        if (order.Count > 0 && order[0].Relation is not null && order[0].To is null && figures.Count == 0)
            order[0].Relation = null;
        return [.. order.Select(s => Spurred(Plan(s, order, place, figures), s.Thing, facts.Cast, figures))];
    }

    /// <summary>Whose rider goes fast runs.</summary>
    private static ThingPlan Spurred(ThingPlan plan, Thing thing, Cast cast, IReadOnlyList<FigurePlan> figures) =>
        figures.Any(f => f.Bearing == Bearing.Ride && f.On == plan.Id) && cast.Roles.Append(cast.Unnamed).Any(r => r.Hastes && r.On == plan.Id) && Motion(thing, GaitWord.Run) is { } runs
            ? plan with { Motion = runs }
            : plan;

    /// <summary>Drawn with who works with it.</summary>
    private static bool IsTool(string id, IReadOnlyList<FigurePlan> figures) => figures.Any(f => Tools.Of(f.Hands).Contains(id));

    /// <summary>The fox of a later shot is the fox of before: as many, as large and of the colour, where nothing else is said.</summary>
    private static void Remember(ThingSaid again, ThingSaid before)
    {
        if (again.Count is null && (!again.IsPlural || before.Count > 1))
            (again.Count, again.IsPlural) = (before.Count, before.IsPlural);
        again.Color ??= before.Color;
        if (again.Size == ThingSize.Usual)
            again.Size = before.Size;
    }

    private static ThingPlan Plan(ThingSaid said, List<ThingSaid> order, Place place, IReadOnlyList<FigurePlan> figures)
    {
        var to = said.To is { } other ? order.IndexOf(other) : -1;
        var relation = said.Relation is not null && (to >= 0 || (said.To is null && figures.Count > 0)) ? said.Relation : null;
        var spot = Spot(said, place, figures);
        return new ThingPlan
        {
            Id = said.Thing.Id,
            Count = Math.Clamp(said.Count ?? (said.IsPlural ? said.Thing.Motion == ThingMotion.Fall ? ManyFalling : Several : 1), 1, ThingPlan.MostOfOne),
            IsField = IsField(said, spot, relation, place),
            IsLed = said.IsLed && figures.Count > 0 && relation is null && said.Thing is { IsAnimal: true, Habitat: Habitat.Ground },
            Color = said.Color,
            Size = said.Size,
            Spot = spot,
            Side = said.Side,
            Print = PrintThings.Is(said.Thing) ? new PrintPlan(said.Thing.Id, relation is null && spot != ThingSpot.Held ? PrintRole.Subject : PrintRole.Prop) : null,
            Relation = relation,
            To = relation is not null && to >= 0 ? to : null,
            Motion = said.Gait is { } gait && Motion(said.Thing, gait) is { } motion ? motion : Usual(said.Thing, spot, relation, place, figures),
        };
    }

    /// <summary>Flowers and corn of which no number is said cover the ground where such things grow; so do those that it is said to be full of.</summary>
    private static bool IsField(ThingSaid said, ThingSpot spot, ThingRelation? relation, Place place) =>
        said.Thing is { Lives: true, IsAnimal: false, Motion: ThingMotion.Sway, Habitat: Habitat.Ground, Metres: < 2 } && place is Place.Meadow or Place.Forest or Place.Mountains or Place.Desert
        && spot is ThingSpot.Usual or ThingSpot.Ground && relation is null && said.Count is null && (said.IsField || said.IsPlural);

    private static ThingSpot Spot(ThingSaid said, Place place, IReadOnlyList<FigurePlan> figures) => said switch
    {
        { Spot: ThingSpot.Held } when figures.Count == 0 => ThingSpot.Usual,
        { Spot: ThingSpot.Sill } when place != Place.Room => ThingSpot.Usual,
        // Who walks over a meadow is on it.
        { Spot: ThingSpot.Sky, Gait: GaitWord.Run or GaitWord.Walk or GaitWord.Crawl or GaitWord.Jump, Thing: { IsAnimal: true, Habitat: Habitat.Ground } } => ThingSpot.Usual,
        { Spot: ThingSpot.Branch } when place.IsIndoors() || place is Place.Underwater or Place.Space or Place.Moon or Place.Mars || said.Gait is GaitWord.Fly or GaitWord.Walk or GaitWord.Run || said.Thing.Metres > 1.6f => ThingSpot.Usual,
        { Spot: not ThingSpot.Usual } => said.Spot,
        { Gait: GaitWord.Fly or GaitWord.Rise } when said.Thing.Habitat != Habitat.Sky => ThingSpot.Sky,
        { Gait: GaitWord.Swim } => ThingSpot.Water,
        _ => ThingSpot.Usual,
    };

    /// <summary>What a thing does when it is said to do something; null where it cannot.</summary>
    public static ThingMotion? Motion(Thing thing, GaitWord gait)
    {
        if (PrintThings.Is(thing))
            return PrintMotions.Of(gait);
        var own = thing.Motion;
        var legs = own is ThingMotion.Trot or ThingMotion.Gallop or ThingMotion.Hop or ThingMotion.Waddle or ThingMotion.Lumber or ThingMotion.Crawl or ThingMotion.Slither;
        var wings = own is ThingMotion.Flap or ThingMotion.Perch or ThingMotion.Flutter;
        var wet = own is ThingMotion.Swim or ThingMotion.Leap or ThingMotion.Drift or ThingMotion.Glide or ThingMotion.Sail;
        return gait switch
        {
            GaitWord.Walk => legs ? own is ThingMotion.Trot or ThingMotion.Gallop ? ThingMotion.Walk : own : wings ? ThingMotion.Waddle : Driving(own),
            GaitWord.Run => legs || wings ? own switch
            {
                ThingMotion.Trot => ThingMotion.Gallop,
                ThingMotion.Lumber => ThingMotion.Trot,
                ThingMotion.Perch => ThingMotion.Hop,
                _ => own,
            } : Driving(own),
            GaitWord.Crawl => thing.IsAnimal ? own is ThingMotion.Trot or ThingMotion.Gallop ? ThingMotion.Walk : own : null,
            GaitWord.Jump => own is ThingMotion.Swim or ThingMotion.Leap ? ThingMotion.Leap : thing.IsAnimal || own == ThingMotion.Roll ? ThingMotion.Hop : null,
            GaitWord.Fly => own switch
            {
                ThingMotion.Perch or ThingMotion.Waddle or ThingMotion.Flap or ThingMotion.Glide => ThingMotion.Flap,
                ThingMotion.Flutter or ThingMotion.Hover or ThingMotion.Fall => own,
                _ => ThingMotion.Soar,
            },
            GaitWord.Swim => wet ? own is ThingMotion.Sail ? null : own : own is ThingMotion.Waddle ? ThingMotion.Glide : thing.IsAnimal ? own is ThingMotion.Trot or ThingMotion.Gallop ? ThingMotion.Walk : own : null,
            GaitWord.Sit or GaitWord.Stand => thing.IsAnimal ? Still(thing, gait) : thing.Habitat == Habitat.Ground ? ThingMotion.Rest : null,
            GaitWord.Sleep => thing.IsAnimal ? ThingMotion.Sleep : null,
            GaitWord.Float => wet ? own : own is ThingMotion.Waddle ? ThingMotion.Glide : thing.Habitat == Habitat.Sky ? own : ThingMotion.Hover,
            GaitWord.Rise => thing.Habitat == Habitat.Sky || !thing.IsAnimal ? ThingMotion.Rise : null,
            GaitWord.Fall => thing.IsAnimal ? null : ThingMotion.Fall,
            GaitWord.Roll => ThingMotion.Roll,
            GaitWord.Spin => thing.IsAnimal ? null : ThingMotion.Spin,
            GaitWord.Hang => ThingMotion.Hang,
            GaitWord.Burn => ThingMotion.Flicker,
            GaitWord.Howl => Voice(thing, ThingMotion.Howl),
            GaitWord.Bark => Voice(thing, ThingMotion.Bark),
            GaitWord.Roar => Voice(thing, ThingMotion.Roar),
            _ => Driving(own),
        };
    }

    /// <summary>A mouth that opens have the jointed animals on four legs.</summary>
    private static ThingMotion? Voice(Thing thing, ThingMotion motion) => RigFile.Instance.Find(thing.Id)?.Text("kind") == "beast" ? motion : null;

    private static ThingMotion? Driving(ThingMotion own) =>
        own is ThingMotion.Drive or ThingMotion.Sail or ThingMotion.Soar or ThingMotion.Roll or ThingMotion.Glide ? own : null;

    private static ThingMotion Still(Thing thing, GaitWord gait) => thing.Motion switch
    {
        ThingMotion.Trot when gait == GaitWord.Sit => ThingMotion.Sit,
        ThingMotion.Perch or ThingMotion.Flap => ThingMotion.Perch,
        _ => ThingMotion.Rest,
    };

    /// <summary>
    /// Nothing is said of what it does: animals go along with those who walk, stay with those who stay, and walk where a shot is theirs
    /// and has room for it.
    /// </summary>
    private static ThingMotion Usual(Thing thing, ThingSpot spot, ThingRelation? relation, Place place, IReadOnlyList<FigurePlan> figures)
    {
        if (PrintThings.Is(thing) && spot == ThingSpot.Usual)
            return relation is null ? PrintMotions.Along(figures) : ThingMotion.Rest;
        var own = thing.Motion;
        if (spot == ThingSpot.Sky)
            return Motion(thing, GaitWord.Fly) ?? ThingMotion.Hover;
        if (spot == ThingSpot.Water && Motion(thing, GaitWord.Swim) is { } swims)
            return swims;
        if (own is not (ThingMotion.Trot or ThingMotion.Gallop or ThingMotion.Hop or ThingMotion.Waddle or ThingMotion.Lumber or ThingMotion.Flap or ThingMotion.Drive))
            return own;
        var stays = relation is not null || spot is ThingSpot.Sill or ThingSpot.Held or ThingSpot.Branch || place == Place.Room || (figures.Count > 0 && figures[0].Action != FigureAction.Walk);
        if (!stays)
            return own is ThingMotion.Trot or ThingMotion.Gallop ? ThingMotion.Walk : own;
        return own switch
        {
            ThingMotion.Flap => relation is null && spot == ThingSpot.Usual ? own : ThingMotion.Perch,
            ThingMotion.Trot => thing.Metres < 1.3f ? ThingMotion.Sit : ThingMotion.Rest,
            _ => ThingMotion.Rest,
        };
    }
}
