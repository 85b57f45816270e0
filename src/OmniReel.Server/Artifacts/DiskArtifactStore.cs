using System.Security.Cryptography;
using System.Text;
using OmniReel.Server.Disk;

namespace OmniReel.Server.Artifacts;

/// <summary>
/// Artifacts as files: <c>FOLDER/ab/ID.mp4</c>, where ab is taken from a hash, so that folders fill evenly: of the number that an id
/// begins with, so that what belongs to one task lies in one folder and is made durable by one flush of it, else of the whole id. An
/// id is 1 to 128 letters, digits, - and _; anything else is found by nobody. Drafts lie in a folder beside; each start deletes those
/// that a process before it left there, and no other file.
/// </summary>
public sealed class DiskArtifactStore : IArtifactStore
{
    private const int LongestId = 128;

    private readonly string _folder;
    private readonly string _drafts;

    /// <param name="folder">Where artifacts are kept; made when missing.</param>
    /// <param name="drafts">A folder in the same file system. Drafts that lie in it are deleted.</param>
    public DiskArtifactStore(string folder, string drafts)
    {
        (_folder, _drafts) = (folder, drafts);
        Directory.CreateDirectory(drafts);
        Directory.CreateDirectory(folder);
        foreach (var left in Directory.EnumerateFiles(drafts).Where(IsDraft))
            File.Delete(left);
        foreach (var left in Directory.EnumerateDirectories(drafts).Where(IsDraft))
            Directory.Delete(left, recursive: true);
    }

    public string NewDraft(string extension) => Path.Combine(_drafts, Guid.NewGuid().ToString("n") + extension);

    public async Task<Artifact> CommitAsync(string draft, string id, string contentType, CancellationToken cancellation)
    {
        var path = NewPathOf(id, contentType);
        await Task.Run(() => Publish(draft, path), cancellation);
        var file = new FileInfo(path);
        return new Artifact(id, contentType, file.Length, Tag(file));
    }

    public Task ShareAsync(IReadOnlyList<NewId> shared, CancellationToken cancellation)
    {
        (string, string)[] paths = [.. shared.Select(one => (Place(one.Artifact.Id, ContentTypes.ExtensionOf(one.Artifact.ContentType)), NewPathOf(one.Id, one.Artifact.ContentType)))];
        return Task.Run(() => Share(paths), cancellation);
    }

    public Artifact? Find(string id)
    {
        if (!IsId(id))
            return null;
        foreach (var (contentType, extension) in ContentTypes.All)
        {
            var file = new FileInfo(Place(id, extension));
            if (file.Exists)
                return new Artifact(id, contentType, file.Length, Tag(file));
        }

        return null;
    }

    public void Remove(string id)
    {
        // There are two where one was made anew that an earlier version had kept.
        while (Find(id) is { } found)
            File.Delete(Place(id, ContentTypes.ExtensionOf(found.ContentType)));
    }

    public Stream Open(Artifact artifact) => new FileStream(
        Place(artifact.Id, ContentTypes.ExtensionOf(artifact.ContentType)),
        new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous });

    private void Share((string From, string To)[] paths)
    {
        var names = new NewNames();
        foreach (var (from, to) in paths)
        {
            if (from == to)
                continue;
            names.MakeFolder(Path.GetDirectoryName(to)!);
            if (names.TryLink(from, to))
                continue;
            var draft = NewDraft(Path.GetExtension(to));
            File.Copy(from, draft);
            DurableFiles.Publish(draft, to);
        }

        names.Flush();
    }

    private static void Publish(string draft, string path)
    {
        DurableFiles.MakeFolder(Path.GetDirectoryName(path)!);
        DurableFiles.Publish(draft, path);
    }

    // An id names one film for good, and a file is replaced whole: its length and the time of its writing tell versions apart.
    private static string Tag(FileInfo file) => $"\"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}\"";

    // As NewDraft names them; the folder may have been somebody's before it was ours.
    private static bool IsDraft(string path) => Guid.TryParseExact(Path.GetFileNameWithoutExtension(path), "n", out _);

    private string NewPathOf(string id, string contentType) => IsId(id)
        ? PathOf(id, ContentTypes.ExtensionOf(contentType))
        : throw new ArgumentException($"An artifact id is 1 to {LongestId} letters, digits, - and _; \"{id}\" is not.", nameof(id));

    /// <summary>Where it lies, and where it would, if there is none.</summary>
    private string Place(string id, string extension)
    {
        var path = PathOf(id, extension);
        if (File.Exists(path))
            return path;
        // Earlier versions spread what belongs to one task over as many folders.
        var earlier = PathIn(id, id + extension);
        return File.Exists(earlier) ? earlier : path;
    }

    private string PathOf(string id, string extension)
    {
        var dash = id.IndexOf('-', StringComparison.Ordinal);
        return PathIn(dash > 0 && id[..dash].All(char.IsAsciiDigit) ? id[..dash] : id, id + extension);
    }

    private string PathIn(string hashed, string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes(hashed), hash);
        return Path.Combine(_folder, Convert.ToHexStringLower(hash[..1]), name);
    }

    private static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
