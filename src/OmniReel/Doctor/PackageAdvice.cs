namespace OmniReel.Doctor;

/// <summary>The command that installs something on the system at hand.</summary>
internal static class PackageAdvice
{
    public static string Ffmpeg => For("ffmpeg", "ffmpeg-free", "ffmpeg", "Gyan.FFmpeg");

    public static string Font => For("fonts-wqy-microhei", "google-noto-sans-cjk-fonts", "--cask font-noto-sans-cjk-sc", "Google.NotoSansCJK");

    private static string For(string apt, string dnf, string brew, string winget)
    {
        if (OperatingSystem.IsWindows())
            return "winget install " + winget;
        if (OperatingSystem.IsMacOS())
            return "brew install " + brew;
        if (File.Exists("/usr/bin/dnf"))
            return "sudo dnf install " + dnf;
        return "sudo apt-get install " + apt;
    }
}
