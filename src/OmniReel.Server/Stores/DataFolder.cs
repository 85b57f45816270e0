using System.Globalization;
using System.Security.Cryptography;
using OmniReel.Server.Disk;

namespace OmniReel.Server.Stores;

/// <summary>The data folder cannot be used; the message is one line for the operator.</summary>
public sealed class DataFolderException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The folder that holds everything a server keeps, owned by one process at a time. It is made with mode 0700; one that was there
/// before keeps the mode that its owner gave it. The lock ends with the
/// process, however it ends, so a crash leaves nothing to clean up.
/// </summary>
public sealed class DataFolder : IDisposable
{
    /// <summary>Name of the database file: what makes a folder a data folder.</summary>
    public const string DatabaseName = "omnireel.db";

    private const string LockName = "server.lock";
    private const string PidName = "server.pid";
    private const string NodeName = "node";

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock, string node) => (Path, _lock, Node) = (path, @lock, node);

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>Who this node is: made at the first start, and the same ever after.</summary>
    public string Node { get; }

    /// <summary>Path of the database file.</summary>
    public string Database => Combine(DatabaseName);

    /// <summary>The path of something in this folder.</summary>
    public string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Creates the folder where it is missing and takes its lock. Throws <see cref="DataFolderException"/>.</summary>
    public static DataFolder Open(string path)
    {
        path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        Create(path);
        RefuseNetworkDisk(path);
        var held = Lock(path);
        try
        {
            // Only for the message that a second server prints; the lock decides.
            File.WriteAllText(System.IO.Path.Combine(path, PidName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolder(path, held, ReadOrMakeNode(System.IO.Path.Combine(path, NodeName)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            held.Dispose();
            throw new DataFolderException($"The data folder {path} cannot be written: {e.Message}", e);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static void Create(string path)
    {
        if (Directory.Exists(path))
            return;
        try
        {
            var above = System.IO.Path.GetDirectoryName(path)!;
            DurableFiles.MakeFolder(above);
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            // All that will ever be in it is found by this name.
            DurableFiles.FlushFolder(above);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"The data folder {path} cannot be made: {e.Message}", e);
        }
    }

    // The store's log is shared memory, which network disks do not share; their locks do not hold either.
    private static void RefuseNetworkDisk(string path)
    {
        string format;
        try
        {
            format = new DriveInfo(path).DriveFormat;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return;
        }

        if (format.StartsWith("nfs", StringComparison.OrdinalIgnoreCase) || format.StartsWith("smb", StringComparison.OrdinalIgnoreCase)
            || format.StartsWith("cifs", StringComparison.OrdinalIgnoreCase))
            throw new DataFolderException($"The data folder {path} is on a network disk ({format}), where its database is not safe. Put it on a local disk.");
    }

    private static FileStream Lock(string path)
    {
        var file = System.IO.Path.Combine(path, LockName);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeldElsewhere(e))
        {
            throw new DataFolderException($"Another server owns the data folder {path} ({Owner(path)}). Stop it, or choose another folder.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"The data folder {path} cannot be written: {e.Message}", e);
        }
    }

    // .NET says a held lock with the system's own number: EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsHeldElsewhere(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static string Owner(string path)
    {
        try
        {
            return "pid " + File.ReadAllText(System.IO.Path.Combine(path, PidName)).Trim();
        }
        catch (IOException)
        {
            return "pid unknown";
        }
    }

    private static string ReadOrMakeNode(string file)
    {
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } known)
            return known;

        var node = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var draft = file + ".draft";
        File.WriteAllText(draft, node);
        DurableFiles.Publish(draft, file);
        return node;
    }
}
