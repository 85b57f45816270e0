using System.Runtime.InteropServices;

namespace OmniReel.Server.Disk;

/// <summary>A second name of a file.</summary>
internal static partial class HardLinks
{
    /// <summary>Gives a file a second name in the same file system; where there are no such names, a copy of its own.</summary>
    public static void MakeOrCopy(string file, string name)
    {
        var made = OperatingSystem.IsWindows() ? CreateHardLink(name, file, 0) : Link(file, name) == 0;
        if (!made)
            File.Copy(file, name);
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string file, string name);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string name, string file, nint reserved);
}
