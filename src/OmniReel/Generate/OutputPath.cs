using OmniReel.CommandLine;

namespace OmniReel.Generate;

/// <summary>A path that a person named for what will be made.</summary>
internal static class OutputPath
{
    /// <summary>
    /// Gives the path back where a file can be written to it. Asked before anything is made: a film that nobody can save would be
    /// lost. What is there stays as it is, empty or not.
    /// </summary>
    /// <exception cref="BadInputException">It is a folder, a device or a pipe, in no folder, or may not be written.</exception>
    public static string Writable(string option, string path, Speech speech)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (Directory.Exists(path))
            throw new BadInputException(speech[$"{option} {path} is a folder; name a file in it", $"{option} {path} 是目录，请给出文件名"]);
        if (!Directory.Exists(folder))
            throw new BadInputException(speech[$"{option} {path}: there is no folder {folder}", $"{option} {path}：没有目录 {folder}"]);
        try
        {
            if (File.Exists(path) ? IsPlain(path) : MayCreate(path))
                return path;
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(speech[$"{option} {path} cannot be written: {denied.Message}", $"{option} {path} 不可写：{denied.Message}"]);
        }

        throw new BadInputException(speech[$"{option} {path} is a device or a pipe; name a file", $"{option} {path} 是设备或管道，请给出文件名"]);
    }

    // Made new or not at all, and gone again at once: what somebody else puts there meanwhile is not ours to delete.
    private static bool MayCreate(string path)
    {
        using (new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose)) { }
        return true;
    }

    // To read and write: a pipe opened only to write would wait for its reader.
    private static bool IsPlain(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1);
        if (!file.CanSeek)
            return false;
        if (file.Length > 0)
            return true;
        try
        {
            // Changes nothing in an empty file; a device has no length that could be set.
            file.SetLength(0);
            return true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
