using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>A place that is said of a thing.</summary>
/// <param name="To">What <paramref name="Relation"/> is about; null: somebody.</param>
internal readonly record struct ThingPlacing(ThingSpot Spot, ThingSide Side, ThingRelation? Relation, ThingSaid? To)
{
    /// <summary>Both, the later where they differ.</summary>
    public ThingPlacing With(ThingPlacing later) => new(
        later.Spot == ThingSpot.Usual ? Spot : later.Spot, later.Side == ThingSide.Any ? Side : later.Side,
        later.Relation ?? Relation, later.Relation is null ? To : later.To);
}
