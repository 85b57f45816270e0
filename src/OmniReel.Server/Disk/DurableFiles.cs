using System.Runtime.InteropServices;

namespace OmniReel.Server.Disk;

/// <summary>Puts files where a crash or a power cut leaves either the old one or the new one, whole.</summary>
internal static partial class DurableFiles
{
    private const int ReadOnlyDirectory = 0; // O_RDONLY, the same number on Linux and macOS

    /// <summary>Flushes a file, renames it over the target, and flushes the folder that now names it.</summary>
    public static void Publish(string draft, string target)
    {
        using (var file = File.OpenHandle(draft, FileMode.Open, FileAccess.ReadWrite))
            RandomAccess.FlushToDisk(file);
        File.Move(draft, target, overwrite: true);
        FlushFolder(Path.GetDirectoryName(target)!);
    }

    /// <summary>Makes a folder and those above it that are missing, and their names durable.</summary>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        var above = Path.GetDirectoryName(folder)!;
        MakeFolder(above);
        Directory.CreateDirectory(folder);
        FlushFolder(above);
    }

    /// <summary>Makes the names in a folder durable.</summary>
    /// <remarks>Windows writes names through its journal and offers no such call.</remarks>
    internal static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(folder, ReadOnlyDirectory);
        if (handle < 0)
            throw Failure(folder);
        try
        {
            if (Fsync(handle) != 0)
                throw Failure(folder);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failure(string folder) =>
        new($"The folder {folder} cannot be flushed to disk: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
