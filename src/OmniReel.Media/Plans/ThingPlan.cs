using System.Text.Json.Serialization;

namespace OmniReel.Media.Plans;

/// <summary>An animal, a plant or an object of a shot: one kind of thing, once or several times.</summary>
public sealed record ThingPlan
{
    /// <summary>Names it in the catalogue of things.</summary>
    public required string Id { get; init; }

    /// <summary>How many are seen, 1 to <see cref="MostOfOne"/>.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The ground is covered with them; <see cref="Count"/> does not count.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsField { get; init; }

    /// <summary>The main figure leads it on a line.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsLed { get; init; }

    /// <summary>Null leaves it the colour that such things have.</summary>
    public NamedColor? Color { get; init; }

    public ThingSize Size { get; init; } = ThingSize.Usual;

    public ThingSpot Spot { get; init; } = ThingSpot.Usual;

    public ThingSide Side { get; init; } = ThingSide.Any;

    /// <summary>Where it is from another: with <see cref="To"/>.</summary>
    public ThingRelation? Relation { get; init; }

    /// <summary>The place in the shot's list of the thing that <see cref="Relation"/> is about; null: it is about the main figure.</summary>
    public int? To { get; init; }

    /// <summary>What it does.</summary>
    public ThingMotion Motion { get; init; } = ThingMotion.Rest;

    /// <summary>A picture of the request's that the thing is; null for one of the catalogue.</summary>
    public PrintPlan? Print { get; init; }

    /// <summary>As many of one kind as are ever drawn.</summary>
    public const int MostOfOne = 12;

    /// <summary>As many kinds as are ever drawn in one shot.</summary>
    public const int MostKinds = 6;
}

public enum ThingSize { Usual, Tiny, Small, Large, Huge }

/// <summary>Usual is where such things are found. A sill is a room's; elsewhere it is the ground. A branch is grown for who sits on it.</summary>
public enum ThingSpot { Usual, Ground, Sky, Water, Wall, Sill, Held, Branch }

public enum ThingSide { Any, Left, Middle, Right }

public enum ThingRelation { On, Under, Above, Beside }

/// <summary>
/// How a thing moves. Animals: walk, trot, gallop, hop, waddle (birds on foot), lumber (the heavy), crawl, slither, flap (birds on the
/// wing), flutter, perch, swim, leap (out of the water and back), drift (in the water), glide (on the water), sit (breathing), sleep, howl, bark, roar.
/// Plants sway. Objects: rest, roll, drive, sail, hover, rise, soar (without wing beats), hang, spin, flicker, twinkle, steam, fall.
/// Pictures of the request's dance, too.
/// </summary>
public enum ThingMotion
{
    Rest, Walk, Trot, Gallop, Hop, Waddle, Lumber, Crawl, Slither, Flap, Flutter, Perch, Swim, Leap, Drift, Glide, Sit, Sleep,
    Sway, Roll, Drive, Sail, Hover, Rise, Soar, Hang, Spin, Flicker, Twinkle, Steam, Fall, Dance,
    Howl, Bark, Roar,
}
