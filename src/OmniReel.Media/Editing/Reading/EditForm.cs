using OmniReel.Media.Plans;

namespace OmniReel.Media.Editing.Reading;

/// <summary>What a word does in a sentence besides naming an edit; the names are those of the vocabulary files, in lower case there.</summary>
internal enum EditRole
{
    None,

    /// <summary>What follows is not wanted.</summary>
    Not,

    /// <summary>What follows is in the film and should go, which is not possible.</summary>
    Remove,

    /// <summary>What follows is in the film and stays.</summary>
    Keep,

    /// <summary>Puts something in.</summary>
    Add,

    /// <summary>Makes one thing of another; the other comes after <see cref="Into"/>.</summary>
    Change,

    /// <summary>What comes before is what the film is like now.</summary>
    Into,

    /// <summary>Ends a negation.</summary>
    But,

    /// <summary>Joins two wishes, or goes on with a list.</summary>
    And,

    /// <summary>Goes on with a negated list.</summary>
    Or,

    /// <summary>Sticks to the scene.</summary>
    Attach,

    Title,

    Caption,

    /// <summary>Understood, and impossible: it is reported as a whole.</summary>
    Cannot,

    /// <summary>Says nothing.</summary>
    Stop,
}

/// <summary>What one form of the vocabulary says.</summary>
/// <param name="Edits">In this order; most forms name one.</param>
internal sealed record EditForm(IReadOnlyList<Edit> Edits, EditRole Role, Strength? Strength, FramePlace? Place, InsertSize? Size)
{
    /// <summary>Reads the head of a line, such as <c>weather=Rain strength=Strong</c>, <c>place=TopLeft</c> or <c>stop</c>.</summary>
    /// <exception cref="FormatException">No such name or value.</exception>
    public static EditForm Parse(string head)
    {
        var form = new EditForm([], EditRole.None, null, null, null);
        foreach (var item in head.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            form = equals < 0 ? form with { Role = Enum.Parse<EditRole>(item, ignoreCase: true) } : form.With(item[..equals], item[(equals + 1)..]);
        }

        return form;
    }

    private EditForm With(string name, string value) => name switch
    {
        "grade" => Adding(new GradeEdit(Enum.Parse<Grade>(value))),
        "tint" => Adding(new TintEdit(Enum.Parse<NamedColor>(value))),
        "weather" => Adding(new WeatherEdit(Enum.Parse<Overlay>(value))),
        "style" => Adding(new StyleEdit(Enum.Parse<Style>(value))),
        "blur" => Adding(new BlurEdit(Enum.Parse<BlurKind>(value))),
        "film" => Adding(new FilmLookEdit(Enum.Parse<FilmLook>(value))),
        "flip" => Adding(new FlipEdit(Enum.Parse<Flip>(value))),
        "fade" => Adding(new FadeEdit(Enum.Parse<Fade>(value))),
        "strength" => this with { Strength = Enum.Parse<Strength>(value) },
        "place" => this with { Place = Enum.Parse<FramePlace>(value) },
        "size" => this with { Size = Enum.Parse<InsertSize>(value) },
        _ => throw new FormatException($"'{name}' is nothing that a form can say."),
    };

    private EditForm Adding(Edit edit) => this with { Edits = [.. Edits, edit] };
}
