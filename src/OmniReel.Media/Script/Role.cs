using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>A person as far as a prompt describes it.</summary>
internal sealed class Role
{
    /// <summary>Null for a person of whom nothing more is said.</summary>
    public Person? Person { get; set; }

    /// <summary>Named by a pronoun only: somebody of an earlier shot, if there is one.</summary>
    public bool IsPronoun { get; init; }

    /// <summary>Named by a word that also fits a child: a girl may be the little girl of before.</summary>
    public bool IsYoung { get; init; }

    /// <summary>Set where a word of kinship named the person.</summary>
    public KinWord? Kin { get; set; }

    public Claims<FigureAction> Action { get; } = new();

    /// <summary>An id of the cast.</summary>
    public string? Guise { get; set; }

    public Bearing? Bearing { get; private set; }

    /// <summary>The id of the thing that <see cref="Bearing"/> is on.</summary>
    public string? On { get; private set; }

    public Handwork? Hands { get; private set; }

    /// <summary>The colour of what is seen of the clothes.</summary>
    public NamedColor? Clothing { get; private set; }

    /// <summary>Where in the prompt the colour was said.</summary>
    public int ClothingAt { get; private set; }

    public Garment? Garment { get; private set; }

    public List<Accessory> Accessories { get; } = [];

    public PieceColors Pieces { get; private set; } = new();

    public List<Look> Looks { get; } = [];

    private int _cloth;

    /// <summary>Who rides, rides fast.</summary>
    public bool Hastes { get; private set; }

    /// <summary>Makes the mount run.</summary>
    public void Haste() => Hastes = true;

    /// <summary>Legs and hands each keep what is said of them last; who walks does not run any longer.</summary>
    /// <param name="ends">The word is one for going at ease.</param>
    public void Do(Bearing? bearing, string? on, Handwork? hands, bool ends)
    {
        // Who rides and runs lets the mount run.
        if (bearing == Plans.Bearing.Run && Bearing == Plans.Bearing.Ride && On is not null)
            Haste();
        else if (bearing is not null || (ends && Bearing == Plans.Bearing.Run))
            (Bearing, On) = (bearing, on);
        Hands = hands ?? Hands;
    }

    /// <summary>A coat hides the shirt under it; of two as good, the last said counts.</summary>
    public void PutOn(Garment garment)
    {
        if (Garment is not { } worn || Outwards(garment) >= Outwards(worn))
            Garment = garment;
    }

    /// <param name="color">Of <paramref name="garment"/>, or of no named kind of clothes.</param>
    public void Color(NamedColor color, Garment? garment, int at)
    {
        var cloth = Outwards(garment);
        if (Clothing is null || cloth >= _cloth)
            (Clothing, _cloth, ClothingAt) = (color, cloth, at);
    }

    /// <summary>A piece keeps the first colour said of it.</summary>
    public void Dye(PieceWord piece, NamedColor color) => Pieces = piece switch
    {
        PieceWord.Umbrella => Pieces with { Umbrella = Pieces.Umbrella ?? color },
        PieceWord.Ribbons => Pieces with { Ribbons = Pieces.Ribbons ?? color },
        PieceWord.Hat => Pieces with { Hat = Pieces.Hat ?? color },
        PieceWord.Shoes => Pieces with { Shoes = Pieces.Shoes ?? color },
        PieceWord.Beard => Pieces with { Beard = Pieces.Beard ?? color },
        _ => Pieces with { Trousers = Pieces.Trousers ?? color },
    };

    public void LookLike(Look look)
    {
        if (!Looks.Contains(look))
            Looks.Add(look);
    }

    /// <summary>Takes on what <paramref name="other"/> wears.</summary>
    public void DressAs(Role other)
    {
        if (other.Garment is { } garment)
            Garment = garment;
        if (other.Clothing is { } color)
            (Clothing, _cloth, ClothingAt) = (color, other._cloth, other.ClothingAt);
        TakePieces(other);
    }

    /// <summary>Takes on what <paramref name="other"/> wears where nothing is said yet.</summary>
    public void DressIfBare(Role other)
    {
        if (Garment is null && other.Garment is { } garment)
            Garment = garment;
        if (Clothing is null && other.Clothing is { } color)
            (Clothing, _cloth, ClothingAt) = (color, other._cloth, other.ClothingAt);
        TakePieces(other);
    }

    public void Carry(Accessory accessory)
    {
        if (!Accessories.Contains(accessory))
            Accessories.Add(accessory);
    }

    private void TakePieces(Role other)
    {
        foreach (var accessory in other.Accessories)
            Carry(accessory);
        other.Looks.ForEach(LookLike);
        var more = other.Pieces;
        Pieces = new PieceColors(
            Pieces.Umbrella ?? more.Umbrella, Pieces.Ribbons ?? more.Ribbons, Pieces.Hat ?? more.Hat, Pieces.Shoes ?? more.Shoes, Pieces.Trousers ?? more.Trousers,
            Pieces.Beard ?? more.Beard);
    }

    private static int Outwards(Garment? garment) => garment switch
    {
        Plans.Garment.Coat or Plans.Garment.Suit => 3,
        Plans.Garment.Dress => 1,
        _ => 2,
    };
}
