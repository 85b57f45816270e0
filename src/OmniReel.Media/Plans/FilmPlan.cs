using System.Text.Json.Serialization;

namespace OmniReel.Media.Plans;

/// <summary>Everything that decides the film's pixels: the same plan gives the same bytes. Pure data.</summary>
public sealed record FilmPlan(int Width, int Height, IReadOnlyList<ShotPlan> Shots)
{
    /// <summary>Frames per second of every film.</summary>
    public const int FrameRate = 24;

    /// <summary>What is heard; null for a film without an audio stream. No pixel depends on it.</summary>
    public SoundPlan? Sound { get; init; }

    /// <summary>The film that drives this one; null without any. Pixels depend only on what the shots have taken from it.</summary>
    public ReferencePlan? Reference { get; init; }

    /// <summary>What is burnt into every frame for those who test with it; null for a clean film.</summary>
    public SlatePlan? Slate { get; init; }

    /// <summary>Frames of the whole film.</summary>
    public int Frames => Shots.Sum(s => s.Frames);

    /// <summary>Numbers of the frames that are a picture, pixel by pixel.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> PictureFrames
    {
        get
        {
            var found = new List<int>();
            var begin = 0;
            foreach (var shot in Shots)
            {
                var (first, last) = (shot.Picture ?? shot.Handover?.First, shot.EndPicture ?? shot.Handover?.Last);
                if (first is not null)
                    found.Add(begin);
                begin += shot.Frames;
                if (last is not null && (shot.Frames > 1 || first is null))
                    found.Add(begin - 1);
            }

            return found;
        }
    }
}

/// <summary>One continuous shot: where, when, in what weather, who does what, how the camera moves.</summary>
public sealed record ShotPlan
{
    /// <summary>Length in frames.</summary>
    public required int Frames { get; init; }

    /// <summary>A picture that the shot shows instead of a place: its first frame is the picture. Then only the camera counts of what follows.</summary>
    public StillPicture? Picture { get; init; }

    /// <summary>The same for its last frame; with <see cref="Picture"/> the one becomes the other.</summary>
    public StillPicture? EndPicture { get; init; }

    /// <summary>What is made of the pictures; null without any, or to leave it to the renderer.</summary>
    public PictureTreatment? Treatment { get; init; }

    public Place Place { get; init; } = Place.Meadow;

    public TimeOfDay Time { get; init; } = TimeOfDay.Noon;

    public Weather Weather { get; init; } = Weather.Clear;

    /// <summary>What ground and trees look like: green, under snow, in blossom or in the colours of autumn.</summary>
    public Season Season { get; init; } = Season.Summer;

    /// <summary>What drifts through the air besides; null where nothing does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Aloft? Aloft { get; init; }

    /// <summary>Who is seen, main figure first; empty for a place without people.</summary>
    public IReadOnlyList<FigurePlan> Figures { get; init; } = [];

    /// <summary>Animals, plants and objects, the main one first; empty where none is named.</summary>
    public IReadOnlyList<ThingPlan> Things { get; init; } = [];

    /// <summary>A picture that is seen behind all in place of the place, whose light and weather stay; null for the place itself.</summary>
    public PrintPlan? Backdrop { get; init; }

    /// <summary>False where the prompt wants none: a clear night without it.</summary>
    public bool HasMoon { get; init; } = true;

    /// <inheritdoc cref="HasMoon"/>
    public bool HasStars { get; init; } = true;

    /// <summary>What the place has besides; the plan of one without anything does not mention it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Traits Traits { get; init; }

    /// <summary>False where the prompt wants none: then none crosses the sky by the way.</summary>
    public bool HasBirds { get; init; } = true;

    public CameraMove Camera { get; init; } = CameraMove.Drift;

    /// <summary>How fast the camera goes; null for the verb's own speed.</summary>
    public CameraPace? Pace { get; init; }

    /// <summary>From how high it looks; null for eye level.</summary>
    public CameraAngle? Angle { get; init; }

    /// <summary>How it leans; null holds it level.</summary>
    public CameraRoll? Roll { get; init; }

    /// <summary>The camera goes this way, which <see cref="Camera"/> only names; null leaves it to the verb.</summary>
    public CameraPath? Path { get; init; }

    /// <summary>What the scene's light and colour lean to; null leaves them as they are.</summary>
    public Tones? Tones { get; init; }

    /// <summary>A picture at the scene's beginning or end; null without any.</summary>
    public Handover? Handover { get; init; }

    public ShotSize Size { get; init; } = ShotSize.Full;

    /// <summary>What scenes are drawn with; the plan of a paper-cut does not mention it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Drawing Drawing { get; init; }

    /// <summary>Decides every free choice (cloud places, ornament, phase of a step). Derived from the parsed plan, never from raw text.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Seed of the film's first shot at this place: its trees stand where they stood then, whatever the season. 0: as <see cref="Seed"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ulong Terrain { get; init; }
}

/// <summary>One person of a shot.</summary>
public sealed record FigurePlan
{
    public Person Person { get; init; } = Person.Woman;

    public FigureAction Action { get; init; } = FigureAction.Stand;

    /// <summary>Colour of the dress, coat or shirt; null leaves it to the scene's palette.</summary>
    public NamedColor? Clothing { get; init; }

    /// <summary>What is worn; null leaves it to the weather, the season and the action.</summary>
    public Garment? Garment { get; init; }

    /// <summary>What is carried or worn besides (an umbrella comes with rain unless negated).</summary>
    public IReadOnlyList<Accessory> Accessories { get; init; } = [];

    /// <summary>Colours named of single pieces; null when none is.</summary>
    public PieceColors? Pieces { get; init; }

    /// <summary>Hair, beard and age as far as they are named.</summary>
    public IReadOnlyList<Look> Looks { get; init; } = [];

    /// <summary>Who somebody is by trade or tale: an id of the cast (<c>Figures/Guises/cast.txt</c>), which dresses where nothing else is said; null for nobody in particular.</summary>
    public string? Guise { get; init; }

    /// <summary>Null for the own feet at ease.</summary>
    public Bearing? Bearing { get; init; }

    /// <summary>The id of the thing of the shot that carries who sits or rides; null: the ground, or a plain seat.</summary>
    public string? On { get; init; }

    /// <summary>Null for arms that only go along.</summary>
    public Handwork? Hands { get; init; }

    /// <summary>Where the person was seen first: what nothing says of hair, beard and colours is as it was there. Null in that shot itself.</summary>
    public Likeness? As { get; init; }
}

/// <summary>A person of an earlier shot of the film.</summary>
/// <param name="Index">The person's place in that shot's list.</param>
/// <param name="Seed">Of that shot.</param>
public sealed record Likeness(Place Place, TimeOfDay Time, int Index, ulong Seed)
{
    /// <summary>Of that shot: in autumn people wear what stands out from gold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Season Season { get; init; }
}

/// <summary>Colours of what is worn or carried besides the main garment; null leaves a piece to the rest of the clothes.</summary>
public sealed record PieceColors(
    NamedColor? Umbrella = null, NamedColor? Ribbons = null, NamedColor? Hat = null, NamedColor? Shoes = null, NamedColor? Trousers = null,
    NamedColor? Beard = null);

public enum Place { Sea, City, Forest, Mountains, Meadow, Room, Desert, Underwater, Moon, Mars, Space, Theatre, Church }

public enum TimeOfDay { Sunrise, Noon, Sunset, Night }

/// <summary>Overcast: clouds before the sun, and nothing falls.</summary>
public enum Weather { Clear, Rain, Snow, Overcast }

/// <summary>Spring has trees in blossom, autumn leaves of gold and rust.</summary>
public enum Season { Summer, Winter, Spring, Autumn }

public enum Person { Woman, Man, Child }

public enum FigureAction { Stand, Walk, Dance }

/// <summary>A shirt goes with trousers or a skirt, a suit is a jacket with trousers of the same cloth.</summary>
public enum Garment { Dress, Coat, Shirt, Suit }

public enum Accessory { Umbrella, Ribbons, Hat }

/// <summary>Old is grey and stoops; Young is no child any longer; a StrawHat is what a hat is made of; where neither Beard nor Shaven is named, and neither LongHair, Bun nor ShortHair, the seed decides.</summary>
public enum Look { Old, Beard, Shaven, LongHair, Bun, ShortHair, LongBeard, Young, StrawHat }

public enum NamedColor { Red, Orange, Yellow, Green, Blue, Purple, Pink, White, Black, Brown, Gray }

