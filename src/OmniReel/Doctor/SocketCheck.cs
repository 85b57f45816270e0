using System.Net.Sockets;
using System.Text;
using OmniReel.CommandLine;
using OmniReel.Server.Hosting;

namespace OmniReel.Doctor;

/// <summary>Unix sockets work here, and the path of the data folder is short enough for one.</summary>
internal sealed class SocketCheck(Speech speech, string folder) : ICheck
{
    public string Name => speech["unix sockets", "Unix 套接字"];

    public Task<Finding> LookAsync(CancellationToken cancellation)
    {
        var path = Path.Combine(folder, "admin.sock");
        if (Encoding.UTF8.GetByteCount(path) > OmniReelServer.LongestSocketPath)
            return Answer(false, speech[$"the path {path} is longer than {OmniReelServer.LongestSocketPath} bytes", $"路径 {path} 超过 {OmniReelServer.LongestSocketPath} 字节"], speech["choose a shorter --data DIR", "请换一个更短的 --data DIR"]);

        var trial = Path.Combine(Path.GetTempPath(), $"or-{Guid.NewGuid():n}"[..12]);
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Bind(new UnixDomainSocketEndPoint(trial));
            return Answer(true, path);
        }
        catch (SocketException refused)
        {
            return Answer(false, refused.Message, speech["this system refuses unix sockets: generate and tasks need them", "系统不允许 Unix 套接字：generate 与 tasks 需要它"]);
        }
        finally
        {
            File.Delete(trial);
        }
    }

    private static Task<Finding> Answer(bool ok, string text, string? mend = null) => Task.FromResult(new Finding(ok, text, mend));
}
