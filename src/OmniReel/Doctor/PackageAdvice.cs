namespace OmniReel.Doctor;

/// <summary>The command that installs something on the system at hand.</summary>
internal static class PackageAdvice
{
    /// <summary>Fedora's own <c>ffmpeg-free</c> has no libx264; RPM Fusion's ffmpeg, which takes its place, has.</summary>
    public const string FedoraFfmpeg =
        "https://mirrors.rpmfusion.org/free/fedora/rpmfusion-free-release-$(rpm -E %fedora).noarch.rpm && sudo dnf install --allowerasing ffmpeg";

    public static string Ffmpeg => For("ffmpeg", FedoraFfmpeg, "ffmpeg", "Gyan.FFmpeg");

    public static string Font => For("fonts-wqy-microhei", "google-noto-sans-cjk-fonts", "--cask font-noto-sans-cjk-sc", "Google.NotoSansCJK");

    public static string Voice => For("espeak-ng", "espeak-ng", "espeak-ng", "eSpeak-NG.eSpeak-NG");

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
