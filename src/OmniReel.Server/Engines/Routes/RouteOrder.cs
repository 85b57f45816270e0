namespace OmniReel.Server.Engines.Routes;

/// <summary>In which order the engines of a line are tried for a task.</summary>
internal static class RouteOrder
{
    /// <summary>
    /// Step by step; within one by weight: the same for a task whenever it is asked, and over many tasks each engine comes first as often
    /// as its weight says, also among those that are left where some are passed over (weighted rendezvous: each engine throws its own dice).
    /// </summary>
    public static IEnumerable<string> Of(RouteLine line, long taskId)
    {
        foreach (var step in line.Steps)
        {
            if (step.Shares.Count == 1)
            {
                yield return step.Shares[0].Engine;
                continue;
            }

            foreach (var share in step.Shares.OrderBy(share => -Math.Log(Luck.Of(share.Engine, taskId)) / share.Weight)) yield return share.Engine;
        }
    }
}
