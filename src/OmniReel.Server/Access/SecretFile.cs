using OmniReel.Server.Disk;

namespace OmniReel.Server.Access;

/// <summary>Small files that only their owner may read.</summary>
public static class SecretFile
{
    /// <summary>Writes a new file, mode 0600, so that after a crash it is there whole or not at all.</summary>
    public static void Create(string path, ReadOnlySpan<byte> content)
    {
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using (var file = new FileStream(draft, options)) file.Write(content);

        DurableFiles.Publish(draft, path);
    }

    /// <summary>The content of the file; if there is none yet, it becomes <paramref name="make"/>'s.</summary>
    public static byte[] ReadOrCreate(string path, Func<byte[]> make)
    {
        if (!File.Exists(path)) Create(path, make());
        return File.ReadAllBytes(path);
    }
}
