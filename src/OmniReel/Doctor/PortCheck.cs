using System.Net;
using System.Net.Sockets;
using OmniReel.CommandLine;

namespace OmniReel.Doctor;

/// <summary>The addresses that <c>serve</c> would listen on are free.</summary>
internal sealed class PortCheck(Speech speech, IReadOnlyList<string> urls) : ICheck
{
    public string Name => speech["ports", "端口"];

    public async Task<Finding> LookAsync(CancellationToken cancellation)
    {
        foreach (var url in urls)
        {
            var at = new Uri(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal));
            var addresses = IPAddress.TryParse(at.Host.Trim('[', ']'), out var literal) ? [literal]
                : await Dns.GetHostAddressesAsync(at.Host, cancellation);
            foreach (var address in addresses)
            {
                try
                {
                    using var listener = new TcpListener(address, at.Port);
                    listener.Start();
                    listener.Stop();
                }
                catch (SocketException refused)
                {
                    return new Finding(false, speech[$"{url} cannot be listened on: {refused.Message}", $"无法监听 {url}：{refused.Message}"],
                        speech["choose another: omnireel serve --urls http://127.0.0.1:8081", "换一个：omnireel serve --urls http://127.0.0.1:8081"]);
                }
            }
        }

        return new Finding(true, string.Join(", ", urls) + speech[" free", " 可用"]);
    }
}
