namespace OmniReel.Server.Disk;

/// <summary>
/// Names that are made durable together: each folder is flushed once, after the last name, however many names it got. A file system
/// with a journal then writes one record for all of them, and not one after another.
/// </summary>
/// <param name="flush">Makes the names in a folder durable; null: <see cref="DurableFiles.FlushFolder"/>.</param>
internal sealed class NewNames(Action<string>? flush = null)
{
    private readonly Action<string> _flush = flush ?? DurableFiles.FlushFolder;
    private readonly HashSet<string> _changed = [];

    /// <summary>Makes a folder where there is none.</summary>
    public void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        Directory.CreateDirectory(folder);
        _changed.Add(Path.GetDirectoryName(folder)!);
    }

    /// <summary>
    /// Gives a durable file a second name, in place of what had it. False where the file system has no such names, or the file is
    /// gone: then nothing has the name.
    /// </summary>
    public bool TryLink(string file, string target)
    {
        File.Delete(target);
        if (!HardLinks.TryMake(file, target))
            return false;
        _changed.Add(Path.GetDirectoryName(target)!);
        return true;
    }

    /// <summary>Returns when all names survive a power cut. The bytes that they name are on the disk already.</summary>
    public void Flush()
    {
        foreach (var folder in _changed)
            _flush(folder);
        _changed.Clear();
    }
}
