namespace OmniReel.Tests.EndToEnd.Durability;

/// <summary>A disk of a few megabytes, in memory, that can be filled. Only the programs that are started on it see it, and it goes away with its keeper.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly RunningProgram _keeper;
    private readonly string _folder;

    private SmallDisk(RunningProgram keeper, string folder) => (_keeper, _folder) = (keeper, folder);

    /// <summary>The command that a program is put behind to see the disk.</summary>
    public string[] Command => ["nsenter", "-t", $"{_keeper.Id}", "-U", "-m", "--preserve-credentials"];

    // The way to it for who does not see it.
    private string Seen => $"/proc/{_keeper.Id}/root{_folder}";

    private string Filling => Path.Combine(Seen, "filling");

    /// <summary>Mounts it on an empty folder; skips where nobody may.</summary>
    public static async Task<SmallDisk> MountAsync(string folder, int megabytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the small disk is Linux's tmpfs");
        Needed.Programs(("unshare", "util-linux"), ("nsenter", "util-linux"));
        Directory.CreateDirectory(folder);
        var keeper = RunningProgram.Start("unshare", ["-r", "-m", "sh", "-c", $"mount -t tmpfs -o size={megabytes}m none '{folder}' && echo mounted && exec sleep 1d"]);
        var isMounted = await keeper.SaysAsync("mounted");
        if (!isMounted)
            keeper.Dispose();
        Needed.Here(isMounted, "no disk can be mounted here, not even in a namespace of its own");
        return new SmallDisk(keeper, folder);
    }

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        using var file = File.Create(Filling, bufferSize: 0);
        // The last pages one by one: a write that finds room for a part only is an error as a whole.
        foreach (var size in (int[])[1 << 20, 1 << 12])
        {
            try
            {
                for (var piece = new byte[size]; ;)
                    file.Write(piece);
            }
            catch (IOException)
            {
                // Full.
            }
        }
    }

    /// <summary>Makes room again.</summary>
    public void Empty() => File.Delete(Filling);

    /// <summary>Copies a folder of the disk to one that everybody sees.</summary>
    public void Copy(string name, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(Path.Combine(Seen, name), "*.db*"))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    public void Dispose() => _keeper.Dispose();
}
