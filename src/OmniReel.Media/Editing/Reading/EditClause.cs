using OmniReel.Media.Plans;

namespace OmniReel.Media.Editing.Reading;

/// <summary>One wish of a prompt, as far as it was read.</summary>
internal sealed class EditClause
{
    private readonly List<Edit> _edits = [];
    private readonly EditClause? _before;
    private Strength? _strength;
    private FramePlace? _place;
    private InsertSize? _size;
    private EditRole _lettering;
    private bool _adds, _changes, _attached;

    /// <param name="before">The clause that this one may go on with: "add the title, at the top".</param>
    public EditClause(EditClause? before = null) => _before = before is { IsEmpty: true } ? before._before : before;

    /// <summary>A title was announced, and its words have not come.</summary>
    public bool WantsWords => _lettering != EditRole.None && !_edits.OfType<TitleEdit>().Any();

    /// <summary>What had no effect here.</summary>
    public List<string> Lost { get; } = [];

    private bool IsEmpty => _edits.Count == 0 && !_adds && _lettering == EditRole.None;

    public void Take(EditWord word)
    {
        if (word.Quoted is { } words)
            TakeQuotation(words);
        else if (word.Named is var (source, number))
            _edits.Add(new InsertEdit(source, number));
        if (word.Form is not { } form)
            return;

        _place = form.Place is { } place ? Joined(_place, place) : _place;
        _size = form.Size ?? _size;
        _adds |= form.Role == EditRole.Add;
        _changes |= form.Role == EditRole.Change;
        _attached |= form.Role == EditRole.Attach;
        if (form.Role is EditRole.Title or EditRole.Caption)
            _lettering = form.Role;
        // "Turn the rain into snow": what the film is like now is not asked for.
        if (form.Role == EditRole.Into && (_changes || !_adds))
            _edits.RemoveAll(edit => edit is not (InsertEdit or TitleEdit));
        if (form.Edits.Count == 0)
            _strength = form.Strength ?? _strength;
        foreach (var edit in form.Edits)
            _edits.Add(EditKinds.Weighted(edit, form.Strength ?? _strength ?? Strength.Plain));
        if (form.Edits.Count > 0)
            _strength = null;
    }

    /// <summary>Adds what was asked for to what was before; the same thing asked for twice is done once.</summary>
    public void CloseInto(List<Edit> all)
    {
        // "Brighter, please, a little": strength may come behind.
        if (_strength is { } strength && _edits.Count > 0)
            _edits[^1] = EditKinds.Weighted(_edits[^1], strength);
        var isLater = _edits.Count == 0 && (_place is not null || _size is not null || _attached);
        if (isLater && all.Count > 0 && all[^1] is InsertEdit or TitleEdit)
            all[^1] = Placed(all[^1]);
        foreach (var edit in _edits)
        {
            var at = all.FindIndex(other => EditKinds.AreSame(other, edit));
            if (at < 0)
                all.Add(Placed(edit));
            else if (EditKinds.Weighted(edit, Strength.Plain) != edit)
                all[at] = edit;
        }
    }

    /// <summary>The words of a title or caption.</summary>
    public void TakeQuotation(string words)
    {
        if (words.Length > 0 && (_adds || _lettering != EditRole.None || _before is { WantsWords: true }))
            _edits.Add(new TitleEdit(words, IsCaption: (_lettering != EditRole.None ? _lettering : _before?._lettering) == EditRole.Caption));
        else
            Lost.Add(words);
    }

    /// <summary>"At the bottom", "right": a corner.</summary>
    private static FramePlace Joined(FramePlace? before, FramePlace place) => (before, place) switch
    {
        (FramePlace.Top, FramePlace.Left) or (FramePlace.Left, FramePlace.Top) => FramePlace.TopLeft,
        (FramePlace.Top, FramePlace.Right) or (FramePlace.Right, FramePlace.Top) => FramePlace.TopRight,
        (FramePlace.Bottom, FramePlace.Left) or (FramePlace.Left, FramePlace.Bottom) => FramePlace.BottomLeft,
        (FramePlace.Bottom, FramePlace.Right) or (FramePlace.Right, FramePlace.Bottom) => FramePlace.BottomRight,
        _ => place,
    };

    private Edit Placed(Edit edit) => edit switch
    {
        InsertEdit insert => insert with { Place = _place ?? insert.Place, Size = _size ?? insert.Size, IsAttached = _attached || insert.IsAttached },
        TitleEdit title => title with { Place = _place ?? title.Place, IsCaption = title.IsCaption || (_lettering == EditRole.Caption) },
        _ => edit,
    };
}
