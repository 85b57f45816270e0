namespace OmniReel.Media.References;

/// <summary>Finds the frames at which a film cuts: much is different all at once, in its colours too, and stays so.</summary>
internal static class CutFinder
{
    /// <summary>Levels on average, below which nothing is a cut; beyond the second, colours need not differ.</summary>
    private const double LeastChange = 6, PlainChange = 30;

    /// <summary>Share of the colours.</summary>
    private const double LeastColorChange = 0.14;

    /// <summary>Times what changes from frame to frame around.</summary>
    private const double AboveOthers = 2.6;

    private const int Neighbours = 6;

    /// <summary>Fewer frames than this are no shot but a flash.</summary>
    private const int Shortest = 4;

    /// <summary>Frames that begin a shot, but for the first.</summary>
    public static List<int> Find(IReadOnlyList<Glance> frames)
    {
        double[] changes = [.. frames.Select((frame, i) => i == 0 ? 0 : frame.Change(frames[i - 1]))];
        var cuts = new List<int>();
        for (var i = 1; i < frames.Count; i++)
        {
            if (changes[i] > LeastChange && changes[i] > AboveOthers * Around(changes, i) && Differs(frames, changes, i)
                && i - cuts.LastOrDefault() >= Shortest && frames.Count - i >= Shortest && !IsFlash(frames, changes, i))
                cuts.Add(i);
        }

        return cuts;
    }

    private static bool Differs(IReadOnlyList<Glance> frames, double[] changes, int i) =>
        changes[i] > PlainChange || frames[i].ColorChange(frames[i - 1]) > LeastColorChange;

    /// <summary>What most frames around change by: where pictures are held for two frames, every other one changes.</summary>
    private static double Around(double[] changes, int i)
    {
        List<double> near = [.. Enumerable.Range(i - Neighbours, 2 * Neighbours + 1).Where(n => n > 0 && n < changes.Length && n != i).Select(n => changes[n])];
        near.Sort();
        return near.Count == 0 ? 0 : near[near.Count * 3 / 4];
    }

    /// <summary>A moment later all is as it was, or it is now as it was a moment ago.</summary>
    private static bool IsFlash(IReadOnlyList<Glance> frames, double[] changes, int i)
    {
        for (var after = i + 1; after < Math.Min(frames.Count, i + Shortest); after++)
        {
            if (frames[after].Change(frames[i - 1]) < 0.3 * changes[i])
                return true;
        }

        for (var before = i - 2; before >= Math.Max(0, i - Shortest); before--)
        {
            if (frames[i].Change(frames[before]) < 0.3 * changes[i])
                return true;
        }

        return false;
    }
}
