namespace OmniReel.Server.Http.Console;

/// <summary>The console in a folder, as it was published there. What the folder holds is looked up once.</summary>
public sealed class ConsoleFolder : IConsoleFiles
{
    private readonly string _folder;

    /// <summary>What there is in this folder; nothing, where there is none.</summary>
    public ConsoleFolder(string folder)
    {
        _folder = folder;
        Paths = !Directory.Exists(folder) ? []
            : [.. Directory.EnumerateFiles(folder, "*" + ConsoleSite.Packed, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file)[..^ConsoleSite.Packed.Length].Replace(Path.DirectorySeparatorChar, '/'))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths { get; }

    /// <inheritdoc/>
    public Stream Open(string path) => new FileStream(Path.Combine(_folder, path + ConsoleSite.Packed), FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous);
}
