using OmniReel.Media.Plans;
using OmniReel.Media.Things;

namespace OmniReel.Media.Script;

/// <summary>What a word can say something about; the names are those of the vocabulary files, in lower case there.</summary>
internal enum Slot
{
    Place, Time, Weather, Season, Aloft, Size, Sky, Trait,
    Person, Young, Kin, Look, Pronoun, Another, Count, Measure, Thing,
    Action, Guise, Bearing, Hands, Gaze, Color, Garment, Trim, Wear, Accessory, Shared,
    /// <summary>Of things: what they do, how large they are, where they are, that they are many, that the ground is full of them, that they bloom, that somebody leads them.</summary>
    Gait, Scale, Where, Spot, Flock, Field, Bloom, Lead,
    Camera, Lens, Direction, Tempo, Angle, Roll,
    Stir,
    Sound, Music, Mood, Hush,
    /// <summary>What scenes are drawn with.</summary>
    Drawing,
    Not, But, Clause, Copula, At, With, Join, Or, Of, Determiner, Beat, Stop,
    /// <summary>Punctuation: ends a sentence, a clause, or goes on with a list.</summary>
    Period, Comma, Enumeration,
}

/// <summary>Whom a word names; some name several people at once.</summary>
internal enum PersonWord { Anyone, Woman, Man, Child, Couple, Family, Crowd, MotherAndChild, FatherAndChild }

/// <summary>Who somebody is in a family: other kin is another person, where "the girl" may be the daughter named before.</summary>
internal enum KinWord
{
    Mother, Father, Daughter, Son, Sister, YoungerSister, Brother, YoungerBrother,
    Grandmother, Grandfather, Granddaughter, Grandson, Wife, Husband, Aunt, Uncle,
}

/// <summary>What is seen of a clear night's sky.</summary>
internal enum SkyWord { Moon, Stars }

/// <summary>Pieces that a colour may be said of besides the main garment: the members of <see cref="Accessory"/> in its order, then those of the clothes.</summary>
internal enum PieceWord { Umbrella, Ribbons, Hat, Shoes, Trousers, Beard }

/// <summary>The members of <see cref="CameraMove"/> in its order, then the words that name no direction; a shake that is denied is any move.</summary>
internal enum CameraWord
{
    Drift, Static, Push, Pull, PanLeft, PanRight, TiltUp, TiltDown,
    TruckLeft, TruckRight, CraneUp, CraneDown, OrbitLeft, OrbitRight, Follow, ZoomIn, ZoomOut, DollyZoom, Handheld,
    Pan, Tilt, Truck, Crane, Orbit, Zoom, Dolly, Whip, Shake, Move,
}

/// <summary>Music that is asked for: any, or an instrument by the names of <see cref="Instrument"/>.</summary>
internal enum MusicWord { Any, Zither, Guitar, Piano, Flute, Strings, Bells, Drum }

/// <summary>How somebody or something is felt; only music depends on it.</summary>
internal enum MoodWord { Calm, Lively, Happy, Sad }

/// <summary>Where the camera goes; counts only beside a word for the camera.</summary>
internal enum DirectionWord { In, Out, Left, Right, Up, Down, Rise, Sink, Around, Clockwise, Counterclockwise, Along, Shake, Move, Still }

/// <summary>What a thing is said to do.</summary>
internal enum GaitWord { Walk, Run, Jump, Fly, Swim, Sit, Stand, Sleep, Float, Rise, Fall, Roll, Spin, Hang, Burn, Drive, Crawl, Dance, Howl, Bark, Roar }

/// <summary>
/// Plain negation; a lack, which 的 turns into a property (没有人的街道 is a street); "except", which turns round a negation beside it;
/// "without", which takes a noun and leaves the verb behind it alone.
/// </summary>
internal enum NotWord { Plain, Lack, Except, Without }

/// <summary>One thing that a form says.</summary>
/// <param name="Value">The member of the slot's enum, as a number; for a thing its place in the catalogue from 1, 0 if it is not drawn; 0 for slots without values, <see cref="NoKind"/> for a garment or trim of no kind that is drawn.</param>
/// <param name="Weak">A hint, which decides only where nothing is said outright.</param>
/// <param name="Absent">The form says that this is not there.</param>
internal readonly record struct Meaning(Slot Slot, int Value, bool Weak, bool Absent)
{
    /// <summary>Clothes, a kimono: something that a colour is said of, and no <see cref="Garment"/>.</summary>
    public const int NoKind = -1;

    /// <summary>Reads one item of a vocabulary head, such as <c>place?=Sea</c>, <c>!person=Anyone</c> or <c>stop</c>.</summary>
    /// <exception cref="FormatException">No such slot or value.</exception>
    public static Meaning Parse(string item)
    {
        var absent = item.StartsWith('!');
        var equals = item.IndexOf('=', StringComparison.Ordinal);
        var name = (equals < 0 ? item : item[..equals]).Trim('!');
        var weak = name.EndsWith('?');
        if (!Enum.TryParse<Slot>(name.TrimEnd('?'), ignoreCase: true, out var slot))
            throw new FormatException($"'{item}' names no slot of the vocabulary.");
        return new Meaning(slot, equals < 0 ? Unvalued(slot) : ParseValue(slot, item[(equals + 1)..]), weak, absent);
    }

    private static int Unvalued(Slot slot) => slot is Slot.Garment or Slot.Trim ? NoKind : 0;

    private static int ParseValue(Slot slot, string value) => slot switch
    {
        Slot.Place => (int)Enum.Parse<Place>(value),
        Slot.Time => (int)Enum.Parse<TimeOfDay>(value),
        Slot.Weather => (int)Enum.Parse<Weather>(value),
        Slot.Season => (int)Enum.Parse<Season>(value),
        Slot.Aloft => (int)Enum.Parse<Aloft>(value),
        Slot.Size => (int)Enum.Parse<ShotSize>(value),
        Slot.Person or Slot.Pronoun => (int)Enum.Parse<PersonWord>(value),
        Slot.Action => (int)Enum.Parse<FigureAction>(value),
        Slot.Bearing => (int)Enum.Parse<Bearing>(value),
        Slot.Hands => (int)Enum.Parse<Handwork>(value),
        Slot.Thing => ThingCatalog.Instance.Find(value) is { } thing ? thing + 1 : throw new FormatException($"The catalogue has no thing '{value}'."),
        Slot.Color => (int)Enum.Parse<NamedColor>(value),
        Slot.Garment => (int)Enum.Parse<Garment>(value),
        Slot.Trim => (int)Enum.Parse<PieceWord>(value),
        Slot.Sky => (int)Enum.Parse<SkyWord>(value),
        Slot.Trait => (int)Enum.Parse<Traits>(value),
        Slot.Drawing => (int)Enum.Parse<Drawing>(value),
        Slot.Kin => (int)Enum.Parse<KinWord>(value),
        Slot.Look => (int)Enum.Parse<Look>(value),
        Slot.Gait => (int)Enum.Parse<GaitWord>(value),
        Slot.Scale => (int)Enum.Parse<ThingSize>(value),
        Slot.Where => (int)Enum.Parse<ThingRelation>(value),
        Slot.Spot => (int)Enum.Parse<ThingSpot>(value),
        Slot.Accessory => (int)Enum.Parse<Accessory>(value),
        Slot.Camera => (int)Enum.Parse<CameraWord>(value),
        Slot.Direction => (int)Enum.Parse<DirectionWord>(value),
        Slot.Angle => (int)Enum.Parse<CameraAngle>(value),
        Slot.Roll => (int)Enum.Parse<CameraRoll>(value),
        Slot.Tempo => (int)Enum.Parse<CameraPace>(value),
        Slot.Stir => (int)Enum.Parse<Stir>(value),
        Slot.Not => (int)Enum.Parse<NotWord>(value),
        Slot.Sound => (int)Enum.Parse<Heard>(value),
        Slot.Music => (int)Enum.Parse<MusicWord>(value),
        Slot.Mood => (int)Enum.Parse<MoodWord>(value),
        Slot.Count => int.Parse(value),
        _ => throw new FormatException($"The slot {slot} takes no value, yet '{value}' is given."),
    };
}

/// <summary>One entry of the vocabulary.</summary>
internal sealed class Form(Meaning[] meanings, bool near)
{
    private readonly ulong _slots = Mask(meanings);

    public Meaning[] Meanings => meanings;

    /// <summary>What is drawn is not quite what the form says, so it is also named as not understood.</summary>
    public bool Near => near;

    /// <summary>Says that something is not there.</summary>
    public bool SaysAbsence { get; } = Array.Exists(meanings, m => m.Absent);

    /// <summary>The bits of some slots, for <see cref="HasAny"/>.</summary>
    public static ulong Mask(params ReadOnlySpan<Slot> slots)
    {
        var mask = 0UL;
        foreach (var slot in slots)
            mask |= 1UL << (int)slot;
        return mask;
    }

    public bool Has(Slot slot) => (_slots >> (int)slot & 1) != 0;

    public bool HasAny(ulong mask) => (_slots & mask) != 0;

    /// <summary>The form's meaning in a slot, if it has one.</summary>
    public Meaning? In(Slot slot)
    {
        if (!Has(slot))
            return null;
        foreach (var meaning in meanings)
        {
            if (meaning.Slot == slot)
                return meaning;
        }

        return null;
    }

    private static ulong Mask(Meaning[] meanings)
    {
        var mask = 0UL;
        foreach (var meaning in meanings)
            mask |= 1UL << (int)meaning.Slot;
        return mask;
    }
}
