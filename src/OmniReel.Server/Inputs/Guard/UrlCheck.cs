using System.Globalization;
using OmniReel.Contract.Requests;
using OmniReel.Server.Artifacts;

namespace OmniReel.Server.Inputs.Guard;

/// <summary>Judges a URL as it is written. A link of our own passes for media: it is read without HTTP.</summary>
internal sealed class UrlCheck(AddressGuard guard, SignedLinks links) : IUrlCheck
{
    private static readonly UrlComplaint s_expired = new(
        "is a link of this server that has expired; query its task for a new one, or upload the file again",
        "是本服务已过期的链接；请重新查询任务获取新链接，或重新上传文件");

    /// <inheritdoc/>
    public UrlComplaint? Complaint(string url, UrlUse use) => use == UrlUse.Callback ? Examine(url, use).Complaint : links.Find(url) switch
    {
        { Verdict: LinkVerdict.Good } => null,
        { Verdict: LinkVerdict.Expired } => s_expired,
        _ => Examine(url).Complaint,
    };

    /// <summary>The URL taken apart, or why nothing will ever be fetched from it.</summary>
    public (WebAddress? Address, UrlComplaint? Complaint) Examine(string url, UrlUse use = UrlUse.Media)
    {
        var (address, complaint) = WebAddress.Read(url, use);
        if (address is null) return (null, complaint);
        return Refusal(address) is { } refusal ? (null, refusal) : (address, null);
    }

    private UrlComplaint? Refusal(WebAddress address)
    {
        var port = address.Target.Port;
        if (address.Literal is { } literal)
        {
            return guard.Judge(literal) switch
            {
                AddressVerdict.Denied => NotPublic(address.Host),
                AddressVerdict.Public when !AddressGuard.IsUsual(port) => Port(port),
                _ => null,
            };
        }

        // With an allowed network it depends on where the name leads, which is known when it is resolved.
        if (guard.AllowsNetworks) return null;
        return address.IsLocal ? NotPublic(address.Host) : AddressGuard.IsUsual(port) ? null : Port(port);
    }

    private static UrlComplaint NotPublic(string host) => new(
        $"leads to {host}, which is not on the public internet; whoever runs this server can allow its network with --allow-network CIDR, or this machine's own addresses with --dev",
        $"指向 {host}，不在公共互联网上；服务的运行者可用 --allow-network CIDR 允许其网段，或用 --dev 允许本机地址");

    private static UrlComplaint Port(int port)
    {
        var number = port.ToString(CultureInfo.InvariantCulture);
        return new(
            $"has port {number}; on the public internet 80, 443, 8080 and 8443 are used, and any port in a network allowed with --allow-network CIDR",
            $"使用端口 {number}；公共互联网只使用 80、443、8080、8443，用 --allow-network CIDR 允许的网段内可用任意端口");
    }
}
