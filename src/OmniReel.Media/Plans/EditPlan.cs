using System.Text.Json.Serialization;

namespace OmniReel.Media.Plans;

/// <summary>What is done to a given film, in this order: the same plan over the same film gives the same bytes. Pure data.</summary>
/// <param name="Width">Pixels of the result, even.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Frames">Of the result, 24 a second.</param>
/// <param name="Edits">Empty: the film stays as it is.</param>
public sealed record EditPlan(int Width, int Height, int Frames, IReadOnlyList<Edit> Edits)
{
    /// <inheritdoc cref="FilmPlan.Slate"/>
    public SlatePlan? Slate { get; init; }
}

/// <summary>One thing that is done to every frame of a film.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "edit")]
[JsonDerivedType(typeof(GradeEdit), "grade")]
[JsonDerivedType(typeof(TintEdit), "tint")]
[JsonDerivedType(typeof(WeatherEdit), "weather")]
[JsonDerivedType(typeof(StyleEdit), "style")]
[JsonDerivedType(typeof(BlurEdit), "blur")]
[JsonDerivedType(typeof(FilmLookEdit), "film")]
[JsonDerivedType(typeof(FlipEdit), "flip")]
[JsonDerivedType(typeof(FadeEdit), "fade")]
[JsonDerivedType(typeof(InsertEdit), "insert")]
[JsonDerivedType(typeof(TitleEdit), "title")]
public abstract record Edit;

/// <summary>Light and colour.</summary>
public sealed record GradeEdit(Grade Grade, Strength Strength = Strength.Plain) : Edit;

/// <summary>Everything leans to one colour.</summary>
public sealed record TintEdit(NamedColor Color, Strength Strength = Strength.Plain) : Edit;

/// <summary>Something falls or drifts over the film, and the light is as it is then.</summary>
public sealed record WeatherEdit(Overlay Weather, Strength Strength = Strength.Plain) : Edit;

/// <summary>The film as if made by hand.</summary>
public sealed record StyleEdit(Style Style) : Edit;

/// <summary>Out of focus.</summary>
public sealed record BlurEdit(BlurKind Kind, Strength Strength = Strength.Plain) : Edit;

/// <summary>What film, lenses and projectors do.</summary>
public sealed record FilmLookEdit(FilmLook Look, Strength Strength = Strength.Plain) : Edit;

/// <summary>Turned round.</summary>
public sealed record FlipEdit(Flip Flip) : Edit;

/// <summary>From a colour at the beginning, or to it at the end.</summary>
public sealed record FadeEdit(Fade Fade) : Edit;

/// <summary>A picture or a figure in the film.</summary>
/// <param name="Source">Which list it is from.</param>
/// <param name="Number">Its number there, from 1.</param>
/// <param name="IsAttached">It moves with the scene instead of standing still in the frame.</param>
public sealed record InsertEdit(
    InsertSource Source, int Number, FramePlace Place = FramePlace.Unsaid, InsertSize Size = InsertSize.Medium, bool IsAttached = false) : Edit
{
    /// <summary>What the element looks like, where it is one: a figure of this house, which moves.</summary>
    public FigurePlan? Figure { get; init; }
}

/// <summary>Words in the film.</summary>
/// <param name="IsCaption">A line at the foot of the frame, as captions are, rather than a title.</param>
public sealed record TitleEdit(string Text, FramePlace Place = FramePlace.Unsaid, bool IsCaption = false) : Edit;

public enum Strength { Plain, Slight, Strong }

public enum Grade
{
    BlackWhite, Sepia, Warm, Cold, Night, Brighter, Darker, Vivid, Muted, Contrast, Soft,
    Vintage, Golden, Sunset, TealOrange, Pastel, Neon, Autumn, Winter, Spring, Cinema, Dreamy, Negative,
}

public enum Overlay { Rain, Snow, Fog, Leaves, Petals, Fireflies, Bubbles }

public enum Style { Ink, LineArt, Pencil, Pixel, Poster, Oil, Watercolor, Comic, Cartoon }

/// <summary>Background keeps the middle sharp; a tilt-shift keeps a band.</summary>
public enum BlurKind { Whole, Background, TiltShift }

public enum FilmLook { Grain, Vignette, Letterbox, Scratches, Glow }

public enum Flip { Mirror, UpsideDown }

public enum Fade { FromBlack, ToBlack, FromWhite, ToWhite }

public enum InsertSource { Image, Element }

public enum InsertSize { Medium, Small, Large }

/// <summary>Unsaid leaves it to what is placed.</summary>
public enum FramePlace { Unsaid, Center, Left, Right, Top, Bottom, TopLeft, TopRight, BottomLeft, BottomRight }
