using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace OmniReel.Server.Artifacts;

/// <summary>
/// Artifacts as files: <c>FOLDER/ab/ID.mp4</c>, where ab is taken from a hash of the id, so that folders fill evenly. An id is 1 to
/// 128 letters, digits, - and _; anything else is found by nobody. Drafts lie in a folder beside, which each start empties.
/// </summary>
public sealed class DiskArtifactStore : IArtifactStore
{
    private const int LongestId = 128;
    private const int TagsRemembered = 4096;

    private readonly string _folder;
    private readonly string _drafts;

    // Content hashes of files seen since the start. Not stored: a second file could only disagree with the first.
    private readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), string> _tags = [];

    /// <param name="folder">Where artifacts are kept; made when missing.</param>
    /// <param name="drafts">A folder in the same file system. What lies in it is deleted.</param>
    public DiskArtifactStore(string folder, string drafts)
    {
        (_folder, _drafts) = (folder, drafts);
        if (Directory.Exists(drafts))
            Directory.Delete(drafts, recursive: true);
        Directory.CreateDirectory(drafts);
        Directory.CreateDirectory(folder);
    }

    public string NewDraft(string extension) => Path.Combine(_drafts, Guid.NewGuid().ToString("n") + extension);

    public async Task<Artifact> CommitAsync(string draft, string id, string contentType, CancellationToken cancellation)
    {
        if (!IsId(id))
            throw new ArgumentException($"An artifact id is 1 to {LongestId} letters, digits, - and _; \"{id}\" is not.", nameof(id));
        var path = PathOf(id, ContentTypes.ExtensionOf(contentType));
        string tag;
        await using (var stream = File.OpenRead(draft))
            tag = Tag(await SHA256.HashDataAsync(stream, cancellation));

        await Task.Run(() => Publish(draft, path), cancellation);
        var file = new FileInfo(path);
        Remember(file, tag);
        return new Artifact(id, contentType, file.Length, tag);
    }

    public Artifact? Find(string id)
    {
        if (!IsId(id))
            return null;
        foreach (var (contentType, extension) in ContentTypes.All)
        {
            var file = new FileInfo(PathOf(id, extension));
            if (file.Exists)
                return new Artifact(id, contentType, file.Length, TagOf(file));
        }

        return null;
    }

    public Stream Open(Artifact artifact) => new FileStream(
        PathOf(artifact.Id, ContentTypes.ExtensionOf(artifact.ContentType)),
        new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous });

    private static void Publish(string draft, string path)
    {
        DurableFiles.MakeFolder(Path.GetDirectoryName(path)!);
        DurableFiles.Publish(draft, path);
    }

    private string TagOf(FileInfo file)
    {
        if (_tags.TryGetValue(Key(file), out var known))
            return known;
        using var stream = file.OpenRead();
        var tag = Tag(SHA256.HashData(stream));
        Remember(file, tag);
        return tag;
    }

    private void Remember(FileInfo file, string tag)
    {
        // Rarely reached, and forgetting only costs one read of a file each.
        if (_tags.Count >= TagsRemembered)
            _tags.Clear();
        _tags[Key(file)] = tag;
    }

    private static (string Path, long Length, DateTime Written) Key(FileInfo file) => (file.FullName, file.Length, file.LastWriteTimeUtc);

    private static string Tag(byte[] hash) => $"\"{Convert.ToHexStringLower(hash)}\"";

    private string PathOf(string id, string extension)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes(id), hash);
        return Path.Combine(_folder, Convert.ToHexStringLower(hash[..1]), id + extension);
    }

    private static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
