using System.Collections.Concurrent;
using OmniReel.Server.Artifacts;

namespace OmniReel.Server.Tests.Http.Support;

/// <summary>Artifacts in memory, put there by the test.</summary>
internal sealed class MemoryArtifacts : IArtifactStore
{
    private readonly ConcurrentDictionary<string, (Artifact Artifact, byte[] Bytes)> _all = new();

    public Artifact Put(string id, string contentType, byte[] bytes)
    {
        var artifact = new Artifact(id, contentType, bytes.Length, $"\"tag-{id}\"");
        _all[id] = (artifact, bytes);
        return artifact;
    }

    /// <summary>Stands before each opening; may throw, or take the artifact away.</summary>
    public Action<string> OnOpen { get; set; } = _ => { };

    /// <summary>Stands before each removal; may throw.</summary>
    public Action<string> OnRemove { get; set; } = _ => { };

    public void Remove(string id)
    {
        OnRemove(id);
        _all.TryRemove(id, out _);
    }

    /// <summary>Where drafts are written to; a test that makes none needs none.</summary>
    public string? Drafts { get; set; }

    /// <summary>Stands before each draft; may throw.</summary>
    public Action OnDraft { get; set; } = () => { };

    public string NewDraft(string extension)
    {
        OnDraft();
        return Path.Combine(Drafts ?? throw new NotSupportedException("this test makes no files"), Guid.NewGuid().ToString("n") + extension);
    }

    public async Task<Artifact> CommitAsync(string draft, string id, string contentType, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(draft, cancellation);
        File.Delete(draft);
        return Put(id, contentType, bytes);
    }

    public Task ShareAsync(IReadOnlyList<NewId> shared, CancellationToken cancellation)
    {
        foreach (var (artifact, id) in shared)
            Put(id, artifact.ContentType, _all.TryGetValue(artifact.Id, out var found) ? found.Bytes : throw new FileNotFoundException(artifact.Id));
        return Task.CompletedTask;
    }

    public Artifact? Find(string id) => _all.TryGetValue(id, out var found) ? found.Artifact : null;

    public Stream Open(Artifact artifact)
    {
        OnOpen(artifact.Id);
        return new MemoryStream(_all.TryGetValue(artifact.Id, out var found) ? found.Bytes : throw new FileNotFoundException(artifact.Id), writable: false);
    }
}
