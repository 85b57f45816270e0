using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Lets a place that is seen again in a film be the same one: its trees stand where they stood in the first shot of it.</summary>
internal static class Terrains
{
    /// <param name="shots">In order, with their seeds.</param>
    public static List<ShotPlan> Carry(IReadOnlyList<ShotPlan> shots)
    {
        var met = new Dictionary<Place, ulong>();
        return [.. shots.Select(shot => met.TryAdd(shot.Place, shot.Seed) ? shot : shot with { Terrain = met[shot.Place] })];
    }
}
