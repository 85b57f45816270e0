using OmniReel.Media.Encoding.Sandboxes;

namespace OmniReel.Server.Inputs.Checking;

/// <summary>What the operator is told of the sandbox.</summary>
/// <param name="Mend">How to have it whole; null when nothing is lacking or nothing can be done.</param>
public sealed record SandboxWords(string English, string Chinese, string? Mend)
{
    private const string Namespaces =
        "Debian: sudo sysctl kernel.unprivileged_userns_clone=1; Ubuntu: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0; "
        + "in a container: run it with --security-opt seccomp=unconfined, or give it a user other than root and user namespaces";

    /// <summary>Tries the sandbox on this machine, without a server.</summary>
    public static async Task<SandboxWords> HereAsync(TimeProvider time, CancellationToken cancellation)
    {
        using var sandbox = new Sandbox(time, 1);
        return Of(await sandbox.ReportAsync().WaitAsync(cancellation));
    }

    /// <summary>The words for what was found.</summary>
    public static SandboxWords Of(SandboxReport report)
    {
        var detail = report.Detail.Length > 0 ? $" ({report.Detail})" : "";
        var (english, chinese, mend) = report.Lack switch
        {
            SandboxLack.None => ("bubblewrap: a decoder sees its one input and nothing else", "bubblewrap：解码器只能看到它的一个输入", null),
            SandboxLack.Bubblewrap => ("bubblewrap is not installed", "未安装 bubblewrap", "sudo apt-get install bubblewrap (Debian, Ubuntu), sudo dnf install bubblewrap (Fedora)"),
            SandboxLack.Namespaces => ($"bubblewrap may not work here{detail}", $"bubblewrap 无法在此运行{detail}", Namespaces),
            SandboxLack.Program => (
                $"ffprobe does not start inside bubblewrap{detail}", $"ffprobe 无法在 bubblewrap 中启动{detail}",
                "install ffmpeg and ffprobe from the system's packages, or copy static ones to /usr/local/bin"),
            SandboxLack.Prlimit => ("prlimit is not installed", "未安装 prlimit", "sudo apt-get install util-linux (Debian, Ubuntu), sudo dnf install util-linux-core (Fedora)"),
            _ => ("this system has no bubblewrap", "本系统没有 bubblewrap", (string?)null),
        };
        var (rest, restChinese) = report.Level switch
        {
            SandboxLevel.Full => ("", ""),
            SandboxLevel.LimitsOnly => (
                "; decoders of inputs run with limits and whitelists only, so accept inputs from people you trust", "；解码输入时仅有资源限制与白名单，请只接受可信任者的素材"),
            _ => ("; decoders of inputs run with whitelists and deadlines only, so accept inputs from people you trust", "；解码输入时仅有白名单与时限，请只接受可信任者的素材"),
        };
        var (also, alsoChinese) = report.MayOutlive
            ? ("; setpriv is not installed (it is in util-linux), so a decoder may outlive a server that is killed", "；未安装 setpriv（属于 util-linux），服务被强制结束后解码器可能继续运行")
            : ("", "");
        return new(english + rest + also, chinese + restChinese + alsoChinese, mend);
    }
}
