using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>The people of one prompt, and what is said of people without naming any.</summary>
internal sealed class Cast
{
    /// <summary>As many figures as are ever drawn.</summary>
    public const int Most = 3;

    /// <summary>In the order named.</summary>
    public List<Role> Roles { get; } = [];

    /// <summary>What is said before or without a person ("dancing by the sea").</summary>
    public Role Unnamed { get; } = new();

    /// <summary>Said of the unnamed person that it does or wears something, so somebody is there.</summary>
    public bool ImpliesSomebody => Unnamed.Action.Said is not null || Unnamed.Action.Hinted is not null || Unnamed.Clothing is not null
        || Unnamed.Accessories.Count > 0;

    /// <summary>Somebody is named or implied.</summary>
    public bool IsSaid => Roles.Count > 0 || ImpliesSomebody;

    /// <summary>Something that is not a person is named.</summary>
    public bool HasThing { get; set; }

    /// <summary>Nobody may be seen.</summary>
    public bool Nobody { get; set; }

    public Claims<Person> People { get; } = new();

    public Claims<FigureAction> Actions { get; } = new();

    public Claims<NamedColor> Colors { get; } = new();

    public Claims<Garment> Garments { get; } = new();

    public Claims<Accessory> Accessories { get; } = new();

    public Claims<Look> Looks { get; } = new();

    /// <summary>Accessories that are spoken of, be they denied.</summary>
    public HashSet<Accessory> SpokenOf { get; } = [];

    /// <summary>Two of them go under one umbrella.</summary>
    public bool SharesUmbrella { get; set; }

    /// <summary>Denies whatever <paramref name="other"/> denies.</summary>
    public void DenyAll(Cast other)
    {
        if (other.Nobody)
        {
            Nobody = true;
            Roles.Clear();
        }

        People.DenyAll(other.People);
        Actions.DenyAll(other.Actions);
        Colors.DenyAll(other.Colors);
        Garments.DenyAll(other.Garments);
        Accessories.DenyAll(other.Accessories);
        Looks.DenyAll(other.Looks);
        SpokenOf.UnionWith(other.SpokenOf);
    }
}
