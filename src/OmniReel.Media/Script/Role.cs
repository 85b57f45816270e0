using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>A person as far as a prompt describes it.</summary>
internal sealed class Role
{
    /// <summary>Null for a person of whom nothing more is said.</summary>
    public Person? Person { get; set; }

    /// <summary>Named by a pronoun only: somebody of an earlier shot, if there is one.</summary>
    public bool IsPronoun { get; init; }

    public Claims<FigureAction> Action { get; } = new();

    /// <summary>The colour of what is seen of the clothes.</summary>
    public NamedColor? Clothing { get; private set; }

    /// <summary>Where in the prompt the colour was said.</summary>
    public int ClothingAt { get; private set; }

    public Garment? Garment { get; private set; }

    public List<Accessory> Accessories { get; } = [];

    private int _cloth;

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

    /// <summary>Takes on what <paramref name="other"/> wears.</summary>
    public void DressAs(Role other)
    {
        if (other.Garment is { } garment)
            Garment = garment;
        if (other.Clothing is { } color)
            (Clothing, _cloth, ClothingAt) = (color, other._cloth, other.ClothingAt);
        foreach (var accessory in other.Accessories)
            Carry(accessory);
    }

    /// <summary>Takes on what <paramref name="other"/> wears where nothing is said yet.</summary>
    public void DressIfBare(Role other)
    {
        if (Garment is null && other.Garment is { } garment)
            Garment = garment;
        if (Clothing is null && other.Clothing is { } color)
            (Clothing, _cloth, ClothingAt) = (color, other._cloth, other.ClothingAt);
        foreach (var accessory in other.Accessories)
            Carry(accessory);
    }

    public void Carry(Accessory accessory)
    {
        if (!Accessories.Contains(accessory))
            Accessories.Add(accessory);
    }

    private static int Outwards(Garment? garment) => garment switch
    {
        Plans.Garment.Coat or Plans.Garment.Suit => 3,
        Plans.Garment.Dress => 1,
        _ => 2,
    };
}
