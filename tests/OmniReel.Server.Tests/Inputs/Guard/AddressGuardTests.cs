using System.Net;
using System.Net.Sockets;
using Microsoft.Security.AntiSSRF;
using OmniReel.Server.Inputs.Guard;
using OmniReel.Server.Tests.Inputs.Support;

namespace OmniReel.Server.Tests.Inputs.Guard;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("0.0.0.0/8")]
    [InlineData("10.0.0.0/8")]
    [InlineData("100.64.0.0/10")]
    [InlineData("127.0.0.0/8")]
    [InlineData("169.254.0.0/16")]
    [InlineData("172.16.0.0/12")]
    [InlineData("192.0.0.0/24")]
    [InlineData("192.0.2.0/24")]
    [InlineData("192.31.196.0/24")]
    [InlineData("192.52.193.0/24")]
    [InlineData("192.88.99.0/24")]
    [InlineData("192.168.0.0/16")]
    [InlineData("192.175.48.0/24")]
    [InlineData("198.18.0.0/15")]
    [InlineData("198.51.100.0/24")]
    [InlineData("203.0.113.0/24")]
    [InlineData("224.0.0.0/3")]
    [InlineData("168.63.129.16/32")]
    public void A_special_network_is_denied_from_its_first_to_its_last_address_and_its_neighbours_are_not(string network)
    {
        var guard = Guard();
        var (first, last) = Ends(IPNetwork.Parse(network));
        foreach (var denied in new[] { first, last })
        {
            guard.Judge(denied).ShouldBe(AddressVerdict.Denied, denied.ToString());
            guard.Judge(denied.MapToIPv6()).ShouldBe(AddressVerdict.Denied, "mapped");
        }

        if (Next(first, -1) is { } before) guard.Judge(before).ShouldBe(AddressVerdict.Public, before.ToString());
        if (Next(last, 1) is { } after) guard.Judge(after).ShouldBe(AddressVerdict.Public, after.ToString());
    }

    [Theory]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("::ffff:0:127.0.0.1", false)]
    [InlineData("64:ff9b::8.8.8.8", false)]
    [InlineData("64:ff9b:1::8.8.8.8", false)]
    [InlineData("100::1", false)]
    [InlineData("1fff:ffff::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:1ff:ffff::1", false)]
    [InlineData("2001:200::1", true)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001:db9::1", true)]
    [InlineData("2002:808:808::1", false)]
    [InlineData("2003::1", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("2620:4f:8000::1", false)]
    [InlineData("2620:4f:8001::1", true)]
    [InlineData("3ffe:ffff::1", true)]
    [InlineData("3fff::1", false)]
    [InlineData("3fff:fff::1", false)]
    [InlineData("3fff:1000::1", true)]
    [InlineData("4000::1", false)]
    [InlineData("5f00::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void Of_IPv6_only_what_is_routed_today_is_public(string address, bool isPublic) =>
        Guard().Judge(IPAddress.Parse(address)).ShouldBe(isPublic ? AddressVerdict.Public : AddressVerdict.Denied);

    [Fact]
    public void Whatever_the_platforms_own_list_denies_is_denied()
    {
        var guard = Guard();
        var random = new Random(3);
        var (networks, addresses) = (0, 0);
        foreach (var text in new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest).DeniedAddresses)
        {
            var network = IPNetwork.TryParse(text, out var parsed) ? parsed : new IPNetwork(IPAddress.Parse(text), text.Contains(':', StringComparison.Ordinal) ? 128 : 32);
            networks++;
            var (first, last) = Ends(network);
            foreach (var address in Enumerable.Range(0, 200).Select(_ => Within(network, random)).Prepend(first).Append(last))
            {
                // It writes IPv4 as mapped into IPv6 too; there each address has the verdict of the one that it is.
                if (network.BaseAddress.IsIPv4MappedToIPv6 && network.PrefixLength == 96) continue;
                guard.Judge(address).ShouldBe(AddressVerdict.Denied, $"{address} of {text}");
                addresses++;
            }
        }

        networks.ShouldBeGreaterThan(20);
        TestContext.Current.TestOutputHelper?.WriteLine($"{networks} networks of the other list, {addresses} addresses in them: all denied");
    }

    [Fact]
    public void An_allowed_network_is_allowed_in_every_spelling_and_on_every_port()
    {
        var guard = Guard("127.0.0.1/32", "10.0.0.0/8", "fd00::/8");
        foreach (var address in new[] { "127.0.0.1", "::ffff:127.0.0.1", "10.255.0.1", "fd12::1" })
            guard.Permits([IPAddress.Parse(address)], 6379, local: true).ShouldBeTrue(address);
        foreach (var address in new[] { "127.0.0.2", "::1", "11.0.0.1", "::ffff:192.168.0.1" })
            guard.Permits([IPAddress.Parse(address)], 6379, local: true).ShouldBeFalse(address);
        guard.Permits([IPAddress.Parse("10.0.0.1")], 0, local: false).ShouldBeFalse();
    }

    [Fact]
    public void The_machines_own_public_address_is_denied_unless_its_network_is_allowed()
    {
        var own = new ScriptedNetwork { Own = IPAddress.Parse("93.184.216.34") };
        new AddressGuard(new GuardSettings(), own).Judge(own.Own).ShouldBe(AddressVerdict.Denied);
        new AddressGuard(new GuardSettings { AllowedNetworks = [IPNetwork.Parse("93.184.216.0/24")] }, own).Judge(own.Own).ShouldBe(AddressVerdict.Allowed);
        new MachineAddresses(TimeProvider.System).Contain(IPAddress.Loopback).ShouldBeTrue();
    }

    private static AddressGuard Guard(params string[] allowed) =>
        new(new GuardSettings { AllowedNetworks = [.. allowed.Select(network => IPNetwork.Parse(network))] }, new ScriptedNetwork());

    private static (IPAddress First, IPAddress Last) Ends(IPNetwork network)
    {
        var bytes = network.BaseAddress.GetAddressBytes();
        for (var bit = network.PrefixLength; bit < bytes.Length * 8; bit++) bytes[bit / 8] |= (byte)(0x80 >> (bit % 8));
        return (network.BaseAddress, new IPAddress(bytes));
    }

    private static IPAddress Within(IPNetwork network, Random random)
    {
        var bytes = network.BaseAddress.GetAddressBytes();
        for (var bit = network.PrefixLength; bit < bytes.Length * 8; bit++)
        {
            if (random.Next(2) == 1) bytes[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        return new IPAddress(bytes);
    }

    // Null where the neighbour lies in another special network, or nowhere.
    private static IPAddress? Next(IPAddress address, int step)
    {
        address.AddressFamily.ShouldBe(AddressFamily.InterNetwork);
        var number = (long)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes()) + step;
        if (number is < 0 or > uint.MaxValue) return null;
        var bytes = new byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)number);
        return new IPAddress(bytes);
    }
}
