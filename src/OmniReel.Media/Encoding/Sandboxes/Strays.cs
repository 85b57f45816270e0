using System.Diagnostics;

namespace OmniReel.Media.Encoding.Sandboxes;

/// <summary>
/// Ends what a killed sandbox left behind. Bubblewrap forks before it promises to die with its parent: killed in between, its child waits
/// for a word from it for good and holds the pipes that we read. Who belongs to a run is told by a variable of the environment that the
/// run was started with, which what runs in the sandbox does not get.
/// </summary>
internal static class Strays
{
    private const string Mark = "OMNIREEL_SANDBOX";

    /// <summary>How long one that was killed may take to be gone. Until then it might still fork.</summary>
    private static readonly TimeSpan s_death = TimeSpan.FromSeconds(5);

    /// <summary>Marks a sandbox and all that comes of it. A program without one starts nothing, and its environment stays empty.</summary>
    public static void Name(ProcessStartInfo start)
    {
        if (Path.GetFileName(start.FileName) == "bwrap")
            start.Environment[Mark] = Guid.NewGuid().ToString("N");
    }

    /// <summary>Ends all that came of a process which has been killed.</summary>
    public static void Kill(Process process)
    {
        if (!OperatingSystem.IsLinux() || !process.StartInfo.Environment.TryGetValue(Mark, out var name) || name is null)
            return;
        process.WaitForExit(s_death);
        var mark = System.Text.Encoding.ASCII.GetBytes($"{Mark}={name}");
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var id) && IsMarked(folder, mark))
                End(id);
        }
    }

    private static bool IsMarked(string folder, byte[] mark)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan().IndexOf(mark) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or gone.
            return false;
        }
    }

    private static void End(int id)
    {
        try
        {
            using var stray = Process.GetProcessById(id);
            stray.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended.
        }
    }
}
