namespace OmniReel.Server.Inputs.Checking;

/// <summary>Folders for the inputs of tasks at work: each of one attempt, closed to others, and gone when it ends, however the process does.</summary>
public sealed class InputFolders
{
    private const UnixFileMode OnlyOurs = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _root;

    /// <param name="root">Where they are made. Those that a process before this one left are deleted, and nothing else.</param>
    public InputFolders(string root)
    {
        _root = root;
        Make(root);
        foreach (var left in Directory.EnumerateDirectories(root).Where(IsOfATask))
            Delete(left);
    }

    /// <summary>A new one.</summary>
    public Folder New()
    {
        var path = Path.Combine(_root, Guid.NewGuid().ToString("n"));
        Make(path);
        return new Folder(path);
    }

    private static bool IsOfATask(string path) => Guid.TryParseExact(Path.GetFileName(path), "n", out _);

    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OnlyOurs);
    }

    private static void Delete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next start tries again.
        }
    }

    /// <summary>One attempt's folder; disposing of it deletes it.</summary>
    public sealed class Folder : IDisposable
    {
        internal Folder(string path) => Path = path;

        /// <summary>Absolute; its name is random.</summary>
        public string Path { get; }

        public void Dispose() => Delete(Path);
    }
}
