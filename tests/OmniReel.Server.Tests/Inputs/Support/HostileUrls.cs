namespace OmniReel.Server.Tests.Inputs.Support;

/// <summary>URLs that must never be connected to: spellings of loopback, private and metadata addresses, parser confusion, other schemes. Numbered.</summary>
internal static class HostileUrls
{
    private static readonly string[] s_loopback =
    [
        "http://127.0.0.1/", "http://127.1/", "http://127.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.0.0.1/", "http://0x7f.1/",
        "http://0177.0.0.1/", "http://017700000001/", "http://0177.0x0.0.1/", "http://127.0.0.1./", "http://127.000.000.001/", "http://00000177.00.00.01/",
        "http://127.255.255.254/", "http://0/", "http://0.0.0.0/", "http://0.1.2.3/", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://１２７.０.０.１/",
        "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://foo.localhost/", "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", "http://localhost.localdomain/",
        "http://ip6-localhost/", "http://%31%32%37.0.0.1/", "http://127%2e0%2e0%2e1/",
    ];

    private static readonly string[] s_version6 =
    [
        "http://[::1]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
        "http://[0:0:0:0:0:ffff:127.0.0.1]/", "http://[::127.0.0.1]/", "http://[::ffff:0:127.0.0.1]/", "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b::169.254.169.254]/", "http://[64:ff9b:1::7f00:1]/", "http://[2002:7f00:1::]/", "http://[2002:a9fe:a9fe::]/",
        "http://[2001:0:a9fe:a9fe::1]/", "http://[fe80::1]/", "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[fec0::1]/", "http://[fc00::1]/",
        "http://[fd00:ec2::254]/", "http://[fd20:ce::254]/", "http://[ff02::1]/", "http://[100::1]/", "http://[2001:db8::1]/", "http://[127.0.0.1]/",
        "http://::1/", "http://[::1/",
    ];

    private static readonly string[] s_private =
    [
        "http://169.254.169.254/latest/meta-data/", "http://0xa9fea9fe/", "http://2852039166/", "http://0251.0376.0251.0376/", "http://0xa9.0xfe.0xa9.0xfe/",
        "http://169.254.43518/", "http://169.16689662/", "http://425.510.425.510/", "http://7147006462/", "http://4294967297/",
        "http://metadata.google.internal/", "http://metadata/", "http://instance-data/", "http://100.100.100.200/", "http://192.0.0.192/",
        "http://168.63.129.16/", "http://10.0.0.1/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.0.1/", "http://100.64.0.1/",
        "http://198.18.0.1/", "http://192.0.2.1/", "http://198.51.100.1/", "http://203.0.113.1/", "http://192.88.99.1/", "http://224.0.0.1/",
        "http://240.0.0.1/", "http://255.255.255.255/", "http://kubernetes.default.svc/", "http://host.docker.internal/", "http://_gateway/",
    ];

    private static readonly string[] s_confusing =
    [
        "http://example.com@127.0.0.1/", "https://example.com:443@169.254.169.254/", "http://127.0.0.1:80@example.com/", "http://example.com\\@127.0.0.1/",
        "http://127.0.0.1\\@example.com/", "http://127.0.0.1#@example.com/", "http://example.com#@127.0.0.1/", "http:\\\\127.0.0.1\\", "http:/127.0.0.1/",
        "http:127.0.0.1", "http:///127.0.0.1/", "//127.0.0.1/", "\\\\127.0.0.1\\share", "http://127.0.0.1%00.example.com/", "http://exam\tple.com/",
        "http://exam\r\nple.com/", "http://example.com/\r\nHost: evil", "http://example.com:0/", "http://example.com:22/", "http://example.com:65536/",
        "http://example.com:-1/", "http://.example.com/", "http://example..com/", "", "http://example.com/" + new string('a', 4097 - 19), "http://example.com/\ud800",
    ];

    private static readonly string[] s_schemes =
    [
        "file:///etc/passwd", "FILE:///etc/passwd", "/etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:6379/_INFO", "dict://127.0.0.1:11211/stats",
        "data:video/mp4;base64,AAAA", "jar:http://127.0.0.1!/", "ws://127.0.0.1/", "unix:///var/run/docker.sock", "http+unix://%2Fvar%2Frun%2Fdocker.sock/",
        "concat:http://127.0.0.1/a|file:///etc/passwd", "subfile,,start,0,end,64,,:/etc/passwd", "rtmp://127.0.0.1/live", "javascript:alert(1)",
    ];

    /// <summary>Number of the URL that is empty: where a URL is optional, it means that there is none.</summary>
    public const int Empty = 112;

    /// <summary>Number of the URL that ends in half a surrogate pair, which no body can hold.</summary>
    public const int LoneSurrogate = 114;

    public static IReadOnlyList<string> All { get; } = [.. s_loopback, .. s_version6, .. s_private, .. s_confusing, .. s_schemes];

    /// <summary>Spellings of 127.0.0.2 with a port, for where 127.0.0.1 is allowed.</summary>
    public static IEnumerable<string> OfTheNeighbour(int port) => from host in new[]
        {
            "127.0.0.2", "127.2", "127.0.2", "2130706434", "0x7f000002", "0x7f.0.0.2", "0x7f.2", "0177.0.0.2", "017700000002", "127.0.0.2.", "127.000.000.002",
            "①②⑦.⓪.⓪.②", "127。0。0。2", "１２７.０.０.２", "%31%32%37.0.0.2", "127%2e0%2e0%2e2", "[::ffff:127.0.0.2]", "[::ffff:7f00:2]",
            "[0:0:0:0:0:ffff:127.0.0.2]", "[::127.0.0.2]", "[::ffff:0:127.0.0.2]", "[64:ff9b::7f00:2]", "[2002:7f00:2::]", "127.0.0.1@127.0.0.2",
            "neighbour", "neighbour.internal", "neighbour.example.com",
        }
        select $"http://{host}:{port}/a.png";
}
