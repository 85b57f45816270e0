using System.Net;
using System.Net.Sockets;
using OmniReel.CommandLine;
using OmniReel.Server.Hosting;

namespace OmniReel.Doctor;

/// <summary>The addresses that <c>serve</c> would listen on are free, or held by the server of this data folder.</summary>
internal sealed class PortCheck(Speech speech, IReadOnlyList<string> urls, string folder) : ICheck
{
    public string Name => speech["ports", "端口"];

    public async Task<Finding> LookAsync(CancellationToken cancellation)
    {
        foreach (var url in urls)
        {
            var at = new Uri(url);
            if (at.Host != "localhost" && !IPAddress.TryParse(at.DnsSafeHost, out _))
                return Problem(speech[$"{url}: serve listens on an IP address (0.0.0.0 for all) or localhost", $"{url}：serve 只能监听 IP 地址（0.0.0.0 表示全部）或 localhost"]);
            try
            {
                using var listener = new TcpListener(at.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(at.DnsSafeHost), at.Port);
                listener.Start();
                listener.Stop();
            }
            catch (SocketException refused)
            {
                return await OwnServer.AnswersAsync(OmniReelServer.AdminSocketPath(folder), cancellation)
                    ? new Finding(true, speech[$"{url} is in use, and this folder's server is running", $"{url} 已被占用，且本目录的服务器正在运行"])
                    : Problem(speech[$"{url} cannot be listened on: {refused.Message}", $"无法监听 {url}：{refused.Message}"]);
            }
        }

        return new Finding(true, string.Join(", ", urls) + speech[" free", " 可用"]);
    }

    private Finding Problem(string text) =>
        new(false, text, speech["choose another: omnireel serve --urls http://127.0.0.1:8081", "换一个：omnireel serve --urls http://127.0.0.1:8081"]);
}
