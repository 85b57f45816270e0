namespace OmniReel.Media.Encoding.Sandboxes;

/// <summary>Finds programs as a shell does.</summary>
internal static class SearchPath
{
    /// <summary>The file itself, links followed, because a link cannot be bound into a sandbox; null when there is none.</summary>
    public static string? Find(string program)
    {
        if (program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return Real(program);
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var names = OperatingSystem.IsWindows() ? new[] { program + ".exe", program } : [program];
        return folders.SelectMany(_ => names, Path.Combine).Select(Real).FirstOrDefault(found => found is not null);
    }

    private static string? Real(string path)
    {
        var file = new FileInfo(path);
        return !file.Exists ? null : (file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName;
    }
}
