using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>What is chosen where a prompt is silent: by what usually goes together, best first; a denied choice gives way to the next.</summary>
internal static class Preferences
{
    /// <param name="figures">Who is seen, as far as it is known.</param>
    public static Place Place(ShotFacts facts, IReadOnlyList<FigurePlan> figures) => facts.Place.FirstAllowed(Places(facts, figures));

    public static TimeOfDay Time(ShotFacts facts, Place place) => facts.Time.FirstAllowed(place switch
    {
        // Summer is green under a high sun; things by the sea are seen by day.
        not (Plans.Place.City or Plans.Place.Room or Plans.Place.Theatre or Plans.Place.Moon or Plans.Place.Space) when facts.Season.Said == Plans.Season.Summer => [TimeOfDay.Noon, TimeOfDay.Sunset, TimeOfDay.Sunrise, TimeOfDay.Night],
        Plans.Place.Sea when facts.Things.Said.Count > 0 => [TimeOfDay.Noon, TimeOfDay.Sunset, TimeOfDay.Sunrise, TimeOfDay.Night],
        // A street is night where its lights are named: these hint at it themselves.
        Plans.Place.City => [TimeOfDay.Noon, TimeOfDay.Sunset, TimeOfDay.Sunrise, TimeOfDay.Night],
        Plans.Place.Forest or Plans.Place.Mountains => [TimeOfDay.Sunrise, TimeOfDay.Sunset, TimeOfDay.Noon, TimeOfDay.Night],
        Plans.Place.Meadow or Plans.Place.Underwater or Plans.Place.Mars => [TimeOfDay.Noon, TimeOfDay.Sunset, TimeOfDay.Sunrise, TimeOfDay.Night],
        Plans.Place.Moon or Plans.Place.Space => [TimeOfDay.Night, TimeOfDay.Noon, TimeOfDay.Sunrise, TimeOfDay.Sunset],
        _ => [TimeOfDay.Sunset, TimeOfDay.Sunrise, TimeOfDay.Noon, TimeOfDay.Night],
    });

    public static Weather Weather(ShotFacts facts) =>
        facts.Weather.FirstAllowed(Plans.Weather.Clear, Plans.Weather.Rain, Plans.Weather.Snow);

    public static Season Season(ShotFacts facts, Weather weather) => weather == Plans.Weather.Snow
        ? Plans.Season.Winter
        : facts.Season.FirstAllowed(Plans.Season.Summer, Plans.Season.Winter);

    public static FigureAction Action(ShotFacts facts) =>
        facts.Cast.Actions.FirstAllowed(FigureAction.Stand, FigureAction.Walk, FigureAction.Dance);

    /// <summary>Nothing, which leaves it to the weather, unless that could bring what is denied.</summary>
    public static Garment? Garment(ShotFacts facts, Person person) => facts.Cast.Garments.Denied.Count == 0 ? null
        : person == Plans.Person.Man
            ? facts.Cast.Garments.FirstAllowed(Plans.Garment.Shirt, Plans.Garment.Suit, Plans.Garment.Coat)
            : facts.Cast.Garments.FirstAllowed(Plans.Garment.Dress, Plans.Garment.Shirt, Plans.Garment.Coat);

    public static CameraMove Camera(ShotFacts facts) =>
        facts.Camera.FirstAllowed(CameraMove.Drift, CameraMove.Static, CameraMove.Push);

    public static ShotSize Size(ShotFacts facts, bool peopled) => peopled
        ? facts.Size.FirstAllowed(ShotSize.Full, ShotSize.Medium, ShotSize.Wide, ShotSize.CloseUp)
        : facts.Size.FirstAllowed(ShotSize.Wide, ShotSize.Full, ShotSize.Medium, ShotSize.CloseUp);

    /// <summary>Persons of whom nothing is said take turns, so that a pair is not twins.</summary>
    /// <param name="number">How many stand before this one.</param>
    public static Person Person(ShotFacts facts, int number) => number % 2 == 0
        ? facts.Cast.People.FirstAllowed(Plans.Person.Woman, Plans.Person.Man, Plans.Person.Child)
        : facts.Cast.People.FirstAllowed(Plans.Person.Man, Plans.Person.Woman, Plans.Person.Child);

    private static Place[] Places(ShotFacts facts, IReadOnlyList<FigurePlan> figures)
    {
        if (facts.Weather.Said == Plans.Weather.Rain || figures.Any(f => f.Accessories.Contains(Accessory.Umbrella)))
            return [Plans.Place.City, Plans.Place.Forest, Plans.Place.Sea, Plans.Place.Meadow, Plans.Place.Mountains, Plans.Place.Room];
        if (facts.Weather.Said == Plans.Weather.Snow || (facts.Season.Said ?? facts.Season.Hinted) == Plans.Season.Winter)
            return [Plans.Place.Mountains, Plans.Place.Forest, Plans.Place.City, Plans.Place.Meadow, Plans.Place.Sea, Plans.Place.Room];
        var main = figures.Count > 0 ? figures[0] : null;
        if (main is { Person: Plans.Person.Child })
            return [Plans.Place.Meadow, Plans.Place.Sea, Plans.Place.Forest, Plans.Place.City, Plans.Place.Mountains, Plans.Place.Room];
        if (main is not { Action: FigureAction.Dance } && (main is { Action: FigureAction.Walk } || facts.Time.Said == TimeOfDay.Night))
            return [Plans.Place.City, Plans.Place.Forest, Plans.Place.Sea, Plans.Place.Meadow, Plans.Place.Mountains, Plans.Place.Room];
        return [Plans.Place.Sea, Plans.Place.Meadow, Plans.Place.Mountains, Plans.Place.Forest, Plans.Place.City, Plans.Place.Room];
    }
}
