using OmniReel.Media.Plans;
using OmniReel.Media.Script;

namespace OmniReel.Media.References;

/// <summary>
/// Cuts a film where another one cuts, at the same shares of its length. One shot is seen in several sizes; several shots are laid onto the
/// other film's, in order, each as long as what it is laid onto.
/// </summary>
internal static class Rhythm
{
    /// <summary>More than this are joined, the shortest first.</summary>
    private const int MostShots = 16;

    /// <summary>Frames of the shortest shot.</summary>
    private const int Shortest = 6;

    private static readonly ShotSize[] s_people = [ShotSize.Full, ShotSize.Medium, ShotSize.CloseUp], s_places = [ShotSize.Wide, ShotSize.Full, ShotSize.Medium];

    public static IReadOnlyList<ShotPlan> Cut(FilmPlan plan, ReferenceStudy study)
    {
        var starts = Starts(study, plan.Frames);
        if (starts.Count == 1)
            return plan.Shots;
        while (starts.Count < plan.Shots.Count && Halve(starts, plan.Frames))
        {
        }

        if (starts.Count < plan.Shots.Count)
            return plan.Shots;
        var shots = new List<ShotPlan>();
        for (var i = 0; i < plan.Shots.Count; i++)
        {
            int first = First(i, starts.Count, plan.Shots.Count), end = First(i + 1, starts.Count, plan.Shots.Count);
            shots.AddRange(Parts(plan.Shots[i], i, Enumerable.Range(first, end - first).Select(at => Length(starts, at, plan.Frames)), shots.LastOrDefault()));
        }

        return shots;
    }

    /// <summary>A shot's first part: the parts are shared out evenly.</summary>
    private static int First(int shot, int parts, int shots) => shot * parts / shots;

    private static List<int> Starts(ReferenceStudy study, int frames)
    {
        List<int> starts = [0, .. study.Cuts.Select(cut => (int)Math.Round(cut * (frames - 1.0) / study.Frames, MidpointRounding.AwayFromZero))];
        while (starts.Count > 1)
        {
            var shortest = Enumerable.Range(0, starts.Count).MinBy(i => Length(starts, i, frames));
            if (starts.Count <= MostShots && Length(starts, shortest, frames) >= Shortest)
                break;
            starts.RemoveAt(Math.Max(1, shortest));
        }

        return starts;
    }

    /// <summary>One more cut, in the middle of the longest shot; false where there is no room.</summary>
    private static bool Halve(List<int> starts, int frames)
    {
        var longest = Enumerable.Range(0, starts.Count).MaxBy(i => Length(starts, i, frames));
        var length = Length(starts, longest, frames);
        if (length < 2 * Shortest)
            return false;
        starts.Insert(longest + 1, starts[longest] + length / 2);
        return true;
    }

    private static int Length(List<int> starts, int at, int frames) => (at + 1 < starts.Count ? starts[at + 1] : frames) - starts[at];

    /// <summary>The same place and people, nearer and farther. A size that comes again is the same picture again.</summary>
    private static IEnumerable<ShotPlan> Parts(ShotPlan shot, int number, IEnumerable<int> lengths, ShotPlan? before)
    {
        var sizes = shot.Figures.Count + shot.Things.Count > 0 ? s_people : s_places;
        var size = shot.Size;
        if (before is not null && before.Place == shot.Place && before.Size == size)
            size = After(size, sizes);
        foreach (var length in lengths)
        {
            var next = shot with { Frames = length, Size = size };
            yield return size == shot.Size ? next : next with { Seed = PlanSeed.Of(next, number) };
            size = After(size, sizes);
        }
    }

    private static ShotSize After(ShotSize size, ShotSize[] sizes) => sizes[(Array.IndexOf(sizes, size) + 1) % sizes.Length] is var next && next != size ? next : sizes[^1];
}
