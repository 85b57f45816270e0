using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Inputs.Hostile;

/// <summary>What hostile media reach for: a file like one of the system's, another tenant's folder, a port of this machine.</summary>
internal sealed class Trap : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public Trap()
    {
        Token = "CANARY" + Convert.ToHexString(RandomNumberGenerator.GetBytes(12));
        SystemFile = _folder.File("hostname");
        File.WriteAllText(SystemFile, Token);
        SiblingFile = Path.Combine(Directory.CreateDirectory(_folder.File("sibling")).FullName, "input");
        File.WriteAllText(SiblingFile, Token);
        _listener.Start();
    }

    /// <summary>What stands in every file that must not be read.</summary>
    public string Token { get; }

    public string SystemFile { get; }

    public string SiblingFile { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool WasConnectedTo => _listener.Pending();

    public void Dispose()
    {
        _listener.Dispose();
        _folder.Dispose();
    }
}
