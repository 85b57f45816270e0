using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Lets people look in every shot of a film as they did when they were first seen, also in what no prompt says of them.</summary>
internal static class Likenesses
{
    /// <param name="shots">In order, with their seeds.</param>
    public static List<ShotPlan> Carry(IReadOnlyList<ShotPlan> shots)
    {
        var met = new Dictionary<(Person Person, int Number), Likeness>();
        var carried = new List<ShotPlan>();
        foreach (var shot in shots)
        {
            var figures = shot.Figures.Select((figure, i) =>
            {
                // The second woman of a shot is the second woman of those before.
                var number = shot.Figures.Take(i).Count(f => f.Person == figure.Person);
                if (met.TryGetValue((figure.Person, number), out var before))
                    return figure with { As = before };
                met[(figure.Person, number)] = new Likeness(shot.Place, shot.Time, i, shot.Seed) { Season = shot.Season };
                return figure;
            }).ToList();
            carried.Add(figures.Exists(f => f.As is not null) ? shot with { Figures = figures } : shot);
        }

        return carried;
    }
}
