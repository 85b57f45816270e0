namespace OmniReel.Server.Artifacts;

/// <summary>A stored file.</summary>
/// <param name="Id">1 to 128 letters, digits, - and _.</param>
/// <param name="ContentType">One of the types that are stored.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ETag">A strong tag of the content, in quotes, as the header has it.</param>
public sealed record Artifact(string Id, string ContentType, long Length, string ETag);

/// <summary>An artifact, and an id that it is to have as well.</summary>
public sealed record NewId(Artifact Artifact, string Id);

/// <summary>The finished files. What <see cref="CommitAsync"/> returned survives power loss.</summary>
public interface IArtifactStore
{
    /// <summary>A path for a file, or a folder of them, in the same file system as the store; gone at the next start if never committed.</summary>
    string NewDraft(string extension);

    /// <summary>Makes a draft durable (fsync, rename, fsync of the folder) under an id. Committing the same id again replaces it.</summary>
    Task<Artifact> CommitAsync(string draft, string id, string contentType, CancellationToken cancellation);

    /// <summary>
    /// Makes the same contents durable under other ids, all of them when it returns, without copying them where the store can do that.
    /// From then on the two of a pair are two artifacts: taking either away leaves the other. Throws <see cref="IOException"/> where
    /// one to be shared is gone.
    /// </summary>
    Task ShareAsync(IReadOnlyList<NewId> shared, CancellationToken cancellation);

    /// <summary>Null when there is none. The id comes from a signed link, never from a path.</summary>
    Artifact? Find(string id);

    /// <summary>Takes an artifact away; nothing happens where there is none. Who is reading it reads on.</summary>
    void Remove(string id);

    /// <summary>A seekable stream of an artifact. Throws <see cref="FileNotFoundException"/> where it has gone since it was found.</summary>
    Stream Open(Artifact artifact);
}
