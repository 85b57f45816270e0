using System.Runtime.InteropServices;

namespace OmniReel.Server.Disk;

/// <summary>Second names of files.</summary>
internal static partial class HardLinks
{
    /// <summary>Gives a file a second name, in a folder that is there. False where there are no such names, or one is taken, or the file is gone.</summary>
    public static bool TryMake(string file, string name) => OperatingSystem.IsWindows() ? CreateHardLink(name, file, 0) : Link(file, name) == 0;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string file, string name);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string name, string file, nint reserved);
}
