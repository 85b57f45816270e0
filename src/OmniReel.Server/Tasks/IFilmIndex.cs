namespace OmniReel.Server.Tasks;

/// <summary>Finished films by what they were made from.</summary>
public interface IFilmIndex
{
    /// <summary>
    /// The tenant's newest task that succeeded with a film of this key (<see cref="TaskResult.FilmKey"/>); null when there is none.
    /// Sees every write that was acknowledged before the call. Its artifacts may be gone: whoever shows them again looks first.
    /// </summary>
    ValueTask<VideoTask?> FindFilmAsync(string tenant, string filmKey, CancellationToken cancellation);
}
