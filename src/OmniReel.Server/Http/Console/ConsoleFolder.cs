namespace OmniReel.Server.Http.Console;

/// <summary>The console in a folder, as it was published there. Looked up until a whole one is there, which may be after the start: a checkout builds it meanwhile.</summary>
public sealed class ConsoleFolder(string folder) : IConsoleFiles
{
    private volatile IReadOnlyList<string>? _whole;

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths => _whole ?? Look();

    /// <inheritdoc/>
    public Stream Open(string path) => new FileStream(Path.Combine(folder, path + ConsoleSite.Packed), FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous);

    private string[] Look()
    {
        if (!Directory.Exists(folder)) return [];
        string[] found =
        [
            .. Directory.EnumerateFiles(folder, "*" + ConsoleSite.Packed, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file)[..^ConsoleSite.Packed.Length].Replace(Path.DirectorySeparatorChar, '/')),
        ];
        if (found.Contains(ConsoleSite.Index)) _whole = found;
        return found;
    }
}
