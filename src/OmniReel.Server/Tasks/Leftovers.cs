using System.Globalization;
using OmniReel.Server.Engines;

namespace OmniReel.Server.Tasks;

/// <summary>Has what an attempt stored taken away where its task has no film for all that: it was canceled, say, while the film was being kept.</summary>
internal sealed class Leftovers(ITaskStore store, IEngineRoutes routes)
{
    /// <summary>Does nothing for a task that has its film, or that goes on, here or elsewhere. What cannot be done now is left.</summary>
    /// <returns>Why it could not be done; null when all is well.</returns>
    public async Task<Exception?> ClearAsync(VideoTask task)
    {
        try
        {
            var now = await store.FindAsync(task.Tenant, task.Id.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
            return now is { IsTerminal: true, Status: not VideoTaskStatus.Succeeded } ? Clear(task) : null;
        }
        catch (StoreException e)
        {
            return e;
        }
    }

    /// <summary>As above, of a task that is known to have no film.</summary>
    public Exception? Clear(VideoTask task)
    {
        try
        {
            routes.For(task).Forget(task);
            return null;
        }
        catch (Exception e) when (e is EngineRefusedException or IOException or UnauthorizedAccessException)
        {
            return e;
        }
    }
}
