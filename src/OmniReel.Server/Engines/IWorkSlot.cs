namespace OmniReel.Server.Engines;

/// <summary>
/// One of the node's places for work, which an attempt holds from its start. Whoever only waits (for an input to come, for a remote
/// company) leaves it, so that another film is made meanwhile.
/// </summary>
public interface IWorkSlot
{
    /// <summary>Gives the place away; nothing happens when it has been left already.</summary>
    void Leave();

    /// <summary>Waits for a place, before those who have not begun yet; returns at once while one is held.</summary>
    Task ReturnAsync(CancellationToken cancellation);
}
