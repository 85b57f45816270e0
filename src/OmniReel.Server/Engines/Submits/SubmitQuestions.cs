namespace OmniReel.Server.Engines.Submits;

/// <summary>Questions that a book of submits answers by its others.</summary>
public static class SubmitQuestions
{
    /// <summary>The submit whose task has the film of this id, or waits for it; null when nobody's is.</summary>
    public static async Task<Submit?> OwnerAsync(this ISubmitStore store, string connection, string upstreamId, CancellationToken cancellation = default) =>
        (await store.FindAsync(connection, upstreamId, cancellation)).FirstOrDefault(one => one.UpstreamId == upstreamId && SubmitLifecycle.Owning.Contains(one.State));
}
