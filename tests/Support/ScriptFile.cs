using System.Diagnostics;

namespace OmniReel.Testing;

/// <summary>A script that stands in for a program.</summary>
public static class ScriptFile
{
    /// <summary>
    /// Writes it, to be run by its owner. A child writes it: while this process has the file open, every program that another test starts
    /// may hold it open too for a moment, and a file that somebody has open to write to cannot be run.
    /// </summary>
    public static void Write(string path, string text)
    {
        using var child = Process.Start(new ProcessStartInfo("sh", ["-c", "cat >\"$1\" && chmod 700 \"$1\"", "-", path]) { RedirectStandardInput = true })!;
        child.StandardInput.Write(text);
        child.StandardInput.Close();
        child.WaitForExit();
        if (child.ExitCode != 0)
            throw new IOException($"{path} could not be written.");
    }
}
