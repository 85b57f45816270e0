using OmniReel.Media.Figures.Guises;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Turns what a prompt says of people into figures, and keeps people the same from shot to shot.</summary>
internal sealed class Casting
{
    private List<FigurePlan> _last = [];
    private readonly List<FigurePlan> _met = [];

    /// <summary>The shot's figures with what is said of them; what weather and dance bring along is added by <see cref="Equip"/>.</summary>
    public List<FigurePlan> Cast(ShotFacts facts)
    {
        var figures = new List<FigurePlan>();
        foreach (var (role, before) in Roles(facts))
        {
            if (figures.Count == Script.Cast.Most)
                break;
            var person = role.Person ?? before?.Person ?? GuiseFile.Instance.Find(role.Guise)?.Person ?? Preferences.Person(facts, figures.Count);
            if (!facts.Cast.People.IsDenied(person))
                figures.Add(Describe(facts, role, before, person, figures.Count > 0 ? figures[0] : null));
        }

        if (figures.Count > 0)
            _last = figures;
        foreach (var figure in figures)
        {
            _met.RemoveAll(f => f.Person == figure.Person);
            _met.Add(figure);
        }

        return figures;
    }

    /// <summary>Adds an umbrella in the rain and ribbons to a woman's dance, unless they are denied.</summary>
    public static FigurePlan Equip(ShotFacts facts, FigurePlan figure, Place place, Weather weather)
    {
        var accessories = figure.Accessories.ToList();
        if (weather == Weather.Rain && !place.IsIndoors() && place.HasWeather() && figure is { Action: not FigureAction.Dance, Hands: null, Bearing: null } && !Sheltered(figure))
            accessories.Add(Accessory.Umbrella);
        if (figure is { Action: FigureAction.Dance, Person: Person.Woman } && accessories.Count == 0)
            accessories.Add(Accessory.Ribbons);
        return figure with { Accessories = [.. accessories.Distinct().Where(a => !facts.Cast.Accessories.IsDenied(a)).Order()] };
    }

    /// <summary>Dressed for any weather from head to foot.</summary>
    private static bool Sheltered(FigurePlan figure) => GuiseFile.Instance.Find(figure.Guise) is { Hat: "spacehelmet" or "helm" or "robot" or "firehelmet" or "steelhelmet" };

    /// <summary>Two under one umbrella: the taller carries it.</summary>
    public static IReadOnlyList<FigurePlan> Share(ShotFacts facts, IReadOnlyList<FigurePlan> figures)
    {
        if (!facts.Cast.SharesUmbrella || figures.Count != 2 || !figures.Any(f => f.Accessories.Contains(Accessory.Umbrella)))
            return figures;
        var bearer = figures[1].Person == Person.Man || figures[0].Person == Person.Child ? 1 : 0;
        var color = figures[0].Pieces?.Umbrella ?? figures[1].Pieces?.Umbrella;
        return
        [
            .. figures.Select((figure, i) => figure with
            {
                Accessories = [.. figure.Accessories.Where(a => a != Accessory.Umbrella).Concat(i == bearer ? [Accessory.Umbrella] : []).Order()],
                Pieces = i == bearer && color is not null ? (figure.Pieces ?? new PieceColors()) with { Umbrella = color } : figure.Pieces,
            }),
        ];
    }

    private IEnumerable<(Role Role, FigurePlan? Before)> Roles(ShotFacts facts)
    {
        var cast = facts.Cast;
        if (cast.Nobody)
            return [];
        if (cast.Roles.Count > 0)
            return cast.Roles.TrueForAll(r => r.IsPronoun && r.Person is null) && _last.Count > 0
                ? (_last.Count > 1 ? _last : _met).Select(figure => (cast.Roles[0], (FigurePlan?)figure))
                : Matched(cast.Roles);
        if (_last.Count > 0 && (cast.ImpliesSomebody || (facts.Place.Said is null && !cast.HasThing)))
            return _last.Select(figure => (cast.Unnamed, (FigurePlan?)figure));
        return cast.ImpliesSomebody ? [(cast.Unnamed, null)] : [];
    }

    /// <summary>Pairs each role with the figure of the shot before that it speaks of again, if there is one.</summary>
    private List<(Role, FigurePlan?)> Matched(List<Role> roles)
    {
        List<FigurePlan> left = [.. _last, .. _met.Except(_last)];
        var matched = new List<(Role, FigurePlan?)>();
        foreach (var role in roles)
        {
            var before = role.Guise is not null ? left.Find(f => f.Guise == role.Guise) : left.Find(f => f.Person == role.Person)
                ?? left.Find(f => role.Person is null || ((role.IsPronoun || role.IsYoung) && f.Person == Person.Child));
            if (before is not null)
                left.Remove(before);
            matched.Add(((role.IsPronoun || role.IsYoung) && before is not null ? Named(role, before.Person) : role, before));
        }

        return matched;
    }

    private static Role Named(Role role, Person person)
    {
        role.Person = person;
        return role;
    }

    private static FigurePlan Describe(ShotFacts facts, Role role, FigurePlan? before, Person person, FigurePlan? main)
    {
        var cast = facts.Cast;
        FigureAction? action = role.Action.Said ?? role.Action.Hinted ?? before?.Action ?? main?.Action;
        var clothing = role.Clothing ?? before?.Clothing;
        var garment = role.Garment ?? before?.Garment;
        var does = action is { } said && !cast.Actions.IsDenied(said) ? said : Preferences.Action(facts);
        var (bearing, on, hands) = DeedReader.Of(role, before, does);
        return new FigurePlan
        {
            Person = person,
            Action = does,
            Guise = role.Guise ?? before?.Guise,
            Bearing = bearing,
            On = on,
            Hands = hands,
            Clothing = clothing is { } color && cast.Colors.IsDenied(color) ? null : clothing,
            Garment = garment is { } named && !cast.Garments.IsDenied(named) ? named : Preferences.Garment(facts, person),
            Accessories = [.. role.Accessories.Union(before?.Accessories ?? []).Where(a => !cast.Accessories.IsDenied(a)).Order()],
            Pieces = Pieces(role.Pieces, before?.Pieces),
            Looks = Looks(cast, role, before),
        };
    }

    private static PieceColors? Pieces(PieceColors said, PieceColors? before)
    {
        if (before is not null)
        {
            said = new PieceColors(
                said.Umbrella ?? before.Umbrella, said.Ribbons ?? before.Ribbons, said.Hat ?? before.Hat, said.Shoes ?? before.Shoes, said.Trousers ?? before.Trousers,
                said.Beard ?? before.Beard);
        }

        return said == new PieceColors() ? null : said;
    }

    private static Look[] Looks(Cast cast, Role role, FigurePlan? before)
    {
        var looks = role.Looks.Union(before?.Looks ?? GuiseFile.Instance.Find(role.Guise)?.Looks ?? []).Where(look => !cast.Looks.IsDenied(look));
        if (role.IsYoung && !looks.Contains(Look.Old))
            looks = looks.Union([Look.Young]);
        return [.. (cast.Looks.IsDenied(Look.Beard) ? looks.Append(Look.Shaven) : looks).Order()];
    }
}
