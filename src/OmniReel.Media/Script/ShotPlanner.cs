using OmniReel.Media.Plans;
using OmniReel.Media.Things;

namespace OmniReel.Media.Script;

/// <summary>Makes the shots of one film, in order: facts, then what earlier shots carry over, then what usually goes together.</summary>
internal sealed class ShotPlanner
{
    private readonly Continuity<Place> _place = new();
    private readonly Continuity<TimeOfDay> _time = new();
    private readonly Continuity<Weather> _weather = new();
    private readonly Continuity<Season> _season = new();
    private readonly Casting _casting = new();
    private readonly ThingDirector _things = new();
    private Place? _lastPlace;
    private Aloft? _aloft;
    private Traits _traits;

    /// <summary>Lets what is said later stand in for what is not said earlier: the facts are of one text.</summary>
    public void LookAhead(IReadOnlyList<ShotFacts> facts)
    {
        // What is said of another hour is not yet so: snow at night says nothing of the noon before.
        var first = facts.Count > 0 ? facts[0].Time.Said : null;
        List<ShotFacts> sameTime = [.. facts.TakeWhile((f, i) => i == 0 || (!f.Follows && (first is null || f.Time.Said is null || f.Time.Said == first)))];
        _place.Ahead = First(facts, f => f.Place.SaidFirst);
        _time.Ahead = First(sameTime, f => f.Time.Said);
        _weather.Ahead = First(sameTime, f => f.Weather.Said);
        _season.Ahead = First(sameTime, f => f.Season.Said ?? f.Season.Hinted);

        static T? First<T>(IEnumerable<ShotFacts> facts, Func<ShotFacts, T?> said) where T : struct =>
            facts.Select(said).FirstOrDefault(value => value is not null);
    }

    /// <summary>The next shot; its seed is still to be set, for the size may change.</summary>
    public ShotPlan Plan(ShotFacts facts, int frames)
    {
        var figures = _casting.Cast(facts);
        var place = _place.Choose(facts.Place, () => Preferences.Place(facts, figures));
        var time = _time.Choose(facts.Time, () => Preferences.Time(facts, place));
        if (place != Place.Underwater)
            figures = [.. figures.Select(f => f.Bearing == Bearing.Swim ? f with { Bearing = null } : f)];
        Arrive(facts, place);
        facts.NotUnderstood.AddRange(facts.OnlyIn.Where(word => word.Place != place).Select(word => word.Word));
        var weather = _weather.Choose(facts.Weather, () => Preferences.Weather(facts));
        var things = _things.Direct(facts, place, figures);
        if (place == Place.Sea && IsBelow(facts, things, figures))
            place = Place.Underwater;
        return new ShotPlan
        {
            Frames = frames,
            Place = place,
            Time = time,
            Weather = weather,
            Season = _season.Choose(facts.Season, () => Preferences.Season(facts, weather)),
            Aloft = _aloft,
            Traits = _traits,
            Figures = Casting.Share(facts, [.. figures.Select(figure => Casting.Equip(facts, figure, place, weather))]),
            Things = things,
            Backdrop = facts.Backdrop is { } backdrop ? new PrintPlan(backdrop, PrintRole.Backdrop) : null,
            HasBirds = !facts.Things.DeniesBirds,
            HasMoon = !facts.Sky.IsDenied(SkyWord.Moon),
            HasStars = !facts.Sky.IsDenied(SkyWord.Stars),
            Camera = facts.Camera.Said ?? Preferences.Camera(facts),
            Angle = facts.Angle.Said,
            Roll = facts.Roll.Said,
            Pace = facts.Camera.Said is not null and not (CameraMove.Drift or CameraMove.Static or CameraMove.Follow) ? facts.Pace.Said : null,
            Size = facts.Size.Said ?? Hinted(facts, figures) ?? Preferences.Size(facts, figures.Count + things.Count > 0),
            Seed = 0,
        };
    }

    /// <summary>The sea is seen from below where a shot is of nothing but animals that swim in it.</summary>
    private static bool IsBelow(ShotFacts facts, IReadOnlyList<ThingPlan> things, List<FigurePlan> figures) =>
        figures.Count == 0 && things.Count > 0 && facts.Backdrop is null && facts.Sky.Said is null && facts.Weather.Said is null
        && things.All(t => t is { Print: null, Relation: null, Motion: ThingMotion.Swim or ThingMotion.Drift, Spot: ThingSpot.Usual or ThingSpot.Water } && ThingCatalog.Instance[t.Id] is { Lives: true, Habitat: Habitat.Water });

    /// <summary>"Wind on her face, she walks" is no close-up: walking and dancing are seen whole.</summary>
    private static ShotSize? Hinted(ShotFacts facts, List<FigurePlan> figures) =>
        facts.Size.Hinted is { } size && (size != ShotSize.CloseUp || figures.TrueForAll(f => f.Action == FigureAction.Stand)) ? size : null;

    /// <summary>Another place lets go of what belonged to the one before: rain where it is bright or noon now, a winter that only snow implied.</summary>
    private void Arrive(ShotFacts facts, Place place)
    {
        var moved = _lastPlace is { } last && last != place;
        _lastPlace = place;
        // What drifts in the air of a place goes on there until it is denied.
        _aloft = facts.Aloft.Said ?? (moved || (_aloft is { } drifting && facts.Aloft.IsDenied(drifting)) ? null : _aloft);
        // So does what the place has besides, but the moon comes up once.
        _traits = facts.Traits | (moved ? Traits.None : _traits & ~(Traits.MoonRise | facts.DeniedTraits));
        if (moved && (facts.Time.Said == TimeOfDay.Noon || facts.Weather.Hinted == Weather.Clear))
            _weather.Forget();
        if (facts.Season.Hinted is not null)
            _season.Forget();
        else if (moved)
            _season.ForgetUnsaid();
    }
}
