namespace OmniReel.Server.Stores.Sqlite;

/// <summary>How the embedded store behaves; the defaults are measured ones.</summary>
public sealed record SqliteOptions
{
    /// <summary>Writes that may wait for the writer.</summary>
    public int QueueLength { get; init; } = 1024;

    /// <summary>Writes that share one commit at most.</summary>
    public int GroupSize { get; init; } = 256;

    /// <summary>How long a write waits for a place in the queue before it is refused as busy.</summary>
    public TimeSpan QueueWait { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Kilobytes of snapshots kept in memory; an ordinary task takes about one.</summary>
    public int CachedTasks { get; init; } = 16_384;
}
