namespace OmniReel.Server.Engines.Submits;

/// <summary>Looks for a submit at its upstream: by our reference, and by nothing else.</summary>
internal static class UpstreamSearch
{
    private const int PageSize = 100, MostPages = 20;

    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(10);

    /// <summary>One look, by every way there is: absent only when each way says so.</summary>
    public static async Task<UpstreamSighting> LookAsync(IUpstream upstream, Submit submit, CancellationToken cancellation)
    {
        UpstreamSighting seen = new UpstreamSighting.Absent();
        if (upstream.Capabilities.RefQuery && (seen = await upstream.FindAsync(submit.Reference, cancellation)) is UpstreamSighting.Found)
            return seen;
        if (!upstream.Capabilities.List)
            return seen;
        var listed = await InListAsync(upstream, submit, cancellation);
        return listed is UpstreamSighting.Absent ? seen : listed;
    }

    // What is listed may be in any order, and may grow while it is read: each page is read, back to well before the submit.
    private static async Task<UpstreamSighting> InListAsync(IUpstream upstream, Submit submit, CancellationToken cancellation)
    {
        var oldest = submit.SentAt - (long)s_margin.TotalMilliseconds;
        for (var page = 1; page <= MostPages; page++)
        {
            if (await upstream.ListAsync(page, PageSize, cancellation) is not { Items: { } items })
                return new UpstreamSighting.Unclear("The list cannot be read.");
            if (items.FirstOrDefault(one => one.Reference == submit.Reference) is { UpstreamId.Length: > 0 } found)
                return new UpstreamSighting.Found(found);
            if (items.Count < PageSize || items.All(one => one.CreatedAt > 0 && one.CreatedAt < oldest))
                return new UpstreamSighting.Absent();
        }

        return new UpstreamSighting.Unclear($"It is not among the newest {MostPages * PageSize} tasks, and older ones were not read.");
    }
}
