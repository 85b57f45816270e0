using OmniReel.Media.Plans;
using OmniReel.Media.Things;

namespace OmniReel.Media.Script;

/// <summary>One thing as far as a prompt describes it.</summary>
/// <param name="thing">Of the catalogue.</param>
internal sealed class ThingSaid(Thing thing)
{
    public Thing Thing => thing;

    /// <summary>Null where no number is said.</summary>
    public int? Count { get; set; }

    public NamedColor? Color { get; set; }

    public ThingSize Size { get; set; }

    public ThingSpot Spot { get; set; }

    public ThingSide Side { get; set; }

    public ThingRelation? Relation { get; set; }

    /// <summary>The thing that <see cref="Relation"/> is about; null: somebody.</summary>
    public ThingSaid? To { get; set; }

    public GaitWord? Gait { get; set; }

    /// <summary>Several, and no number: "balloons".</summary>
    public bool IsPlural { get; set; }

    /// <summary>Somebody leads it: 牵着狗, "a dog on a leash".</summary>
    public bool IsLed { get; set; }

    /// <summary>The ground is full of them: "a field of tulips", 开满花.</summary>
    public bool IsField { get; set; }
}

/// <summary>What a prompt says of things.</summary>
internal sealed class ThingClaims
{
    private readonly HashSet<string> _denied = [];

    /// <summary>In the order named; each kind once.</summary>
    public List<ThingSaid> Said { get; } = [];

    /// <summary>Speaks of what was named before: "it", 它.</summary>
    public bool SpeaksOfIt { get; set; }

    public bool DeniesBirds => _denied.Any(id => ThingCatalog.Instance[id] is { Motion: ThingMotion.Flap or ThingMotion.Perch, Lives: true });

    public bool IsDenied(string id) => _denied.Contains(id);

    public void Deny(string id)
    {
        _denied.Add(id);
        Said.RemoveAll(said => said.Thing.Id == id);
    }

    public void DenyAll(ThingClaims other)
    {
        foreach (var id in other._denied)
            Deny(id);
    }
}
