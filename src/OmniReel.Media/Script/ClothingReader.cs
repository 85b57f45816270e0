using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Reads what people wear and carry, and in what colour.</summary>
internal sealed class ClothingReader(Attachment attachment, IReadOnlyList<Word> words, bool[] negated, Cast cast, Focus focus)
{
    private readonly HashSet<int> _colored = [];
    private readonly List<(Role Role, int Word)> _colors = [];
    private readonly List<(Role Role, int Word, Garment Garment)> _garments = [];

    /// <summary>The colours and garments that something else worn over them or said later takes the place of.</summary>
    public IEnumerable<int> Lost =>
    [
        .. _colors.Where(c => c.Role.ClothingAt != c.Word).Select(c => c.Word),
        .. _garments.Where(g => g.Role.Garment != g.Garment).Select(g => g.Word),
    ];

    /// <summary>Takes a colour; true if it colours nothing that is drawn.</summary>
    public bool TakeColor(int i, NamedColor color)
    {
        if (attachment.WornOf(i) is not { } at)
            return !negated[i];
        if (words[at].Is(Slot.Accessory) || words[at].Is(Slot.Trim))
            return DyePiece(i, at, color);
        if (negated[i])
        {
            cast.Colors.Deny(color);
            _colored.Add(at);
            return false;
        }

        if (!_colored.Add(at))
            return true;
        var garment = words[at].Form?.In(Slot.Garment) is { Value: not Meaning.NoKind } kind ? (Garment)kind.Value : (Garment?)null;
        foreach (var role in Wearers(at))
        {
            role.Color(color, garment, i);
            _colors.Add((role, i));
        }

        return false;
    }

    public void TakeGarment(int i, int kind)
    {
        if (kind == Meaning.NoKind)
            return;
        var garment = (Garment)kind;
        if (negated[i])
        {
            // "No red dress" is no word against dresses.
            if (!_colored.Contains(i))
                cast.Garments.Deny(garment);
            return;
        }

        cast.Garments.Affirm(garment);
        foreach (var role in Wearers(i))
        {
            role.PutOn(garment);
            _garments.Add((role, i, garment));
        }
    }

    /// <summary>Takes something carried; true if nobody carries it.</summary>
    public bool TakeAccessory(int i, Accessory accessory)
    {
        cast.SpokenOf.Add(accessory);
        if (negated[i])
        {
            cast.Accessories.Deny(accessory);
            return false;
        }

        var wearers = Wearers(i);
        if (wearers.Contains(cast.Unnamed) && cast.Unnamed.Action.Said is null && attachment.LiesSomewhere(i))
            return true;
        foreach (var role in wearers)
            role.Carry(accessory);
        return false;
    }

    /// <summary>Takes a piece of the clothes; true if it is not drawn on who wears it: a woman's trousers.</summary>
    public bool TakeTrim(int i, int piece) =>
        !negated[i] && piece == (int)PieceWord.Trousers && !Wearers(i).TrueForAll(WearsTrousers);

    /// <summary>Takes hair or a beard.</summary>
    public void TakeLook(int i, Look look)
    {
        if (negated[i])
        {
            cast.Looks.Deny(look);
            return;
        }

        foreach (var role in words[i].Is(Slot.Person) ? focus.LastNamed : Wearers(i))
            role.LookLike(look);
    }

    /// <summary>A colour of something carried or of a piece; true if no such colour is drawn.</summary>
    private bool DyePiece(int i, int at, NamedColor color)
    {
        var value = (words[at].Form?.In(Slot.Accessory) ?? words[at].Form?.In(Slot.Trim))!.Value.Value;
        if (!_colored.Add(at) || value == Meaning.NoKind)
            return !negated[i];
        if (negated[i])
            return false;
        var (piece, wearers) = ((PieceWord)value, Wearers(at));
        // What grows on a chin lies nowhere else.
        if ((piece != PieceWord.Beard && attachment.LiesSomewhere(at)) || (piece == PieceWord.Trousers && !wearers.TrueForAll(WearsTrousers)))
            return true;
        foreach (var role in wearers)
            role.Dye(piece, color);
        return false;
    }

    private static bool WearsTrousers(Role role) => role is { Person: Person.Man or Person.Child, Garment: not (Garment.Suit or Garment.Dress) };

    private List<Role> Wearers(int i) => attachment.DescribesNextPerson(i) ? [focus.Next]
        : focus.LastNamed.Count > 0 ? focus.LastNamed
        : [cast.Unnamed];
}
