using System.Collections;
using OmniReel.Server.Engines.Kling;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Hosting;

namespace OmniReel.Server.Tests.Hosting;

public sealed class KlingConfigurationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("omnireel-kling-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Without_anything_there_is_no_connection() => Load().Connections.ShouldBeEmpty();

    [Fact]
    public void A_key_alone_is_the_vendor_with_all_that_it_can()
    {
        var one = Load(("KLING_API_KEY", "sk-1")).Connections.ShouldHaveSingleItem();
        (one.Name, one.BaseUrl, one.PathPrefix, one.MaxParallel, one.Capabilities).ShouldBe(("kling", KlingConnection.VendorUrl, null, null, new UpstreamCapabilities(true, true, true)));
        one.Credentials.ShouldBeOfType<KlingCredentials.Key>().Value.ShouldBe("sk-1");
    }

    [Fact]
    public void A_pair_an_address_and_a_prefix()
    {
        var one = Load(("KLING_ACCESS_KEY", "ak"), ("KLING_SECRET_KEY", " sk "), ("KLING_BASE_URL", "https://relay.example:8443"), ("KLING_PATH_PREFIX", "/kling")).Connections.ShouldHaveSingleItem();
        (one.BaseUrl.AbsoluteUri, one.PathPrefix).ShouldBe(("https://relay.example:8443/", "/kling"));
        var pair = one.Credentials.ShouldBeOfType<KlingCredentials.Pair>();
        (pair.AccessKey, pair.SecretKey).ShouldBe(("ak", "sk"));
    }

    [Fact]
    public void Named_connections_come_from_the_file_and_the_environment_and_can_do_nothing_until_it_is_said()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "key.txt"), "sk-from-a-file\n");
        File.WriteAllText(Path.Combine(_folder.FullName, "omnireel.json"), """
            { "Kling": { "MaxUnknownPerHour": 5, "Connections": {
                "relay-a": { "BaseUrl": "https://a.example/kling", "ApiKeyFile": "key.txt", "RefQuery": true, "MaxParallel": 3 },
                "relay-b": { "AccessKey": "ak", "SecretKey": "sk" },
                "kling": { "MaxParallel": 7, "List": false } } } }
            """);
        var options = Load(("OMNIREEL_Kling__Connections__relay-a__List", "true"), ("KLING_API_KEY", "sk-1"));
        options.MaxUnknownPerHour.ShouldBe(5);
        options.Connections.Select(one => one.Name).ShouldBe(["kling", "relay-a", "relay-b"], ignoreOrder: true);
        options.Connections[0].Name.ShouldBe("kling");
        (options.Connections[0].MaxParallel, options.Connections[0].Capabilities).ShouldBe((7, new UpstreamCapabilities(true, true, false)));
        var a = options.Connections.Single(one => one.Name == "relay-a");
        (a.BaseUrl.AbsoluteUri, a.MaxParallel, a.Capabilities).ShouldBe(("https://a.example/kling", 3, new UpstreamCapabilities(true, false, true)));
        a.Credentials.ShouldBeOfType<KlingCredentials.Key>().Value.ShouldBe("sk-from-a-file");
        options.Connections.Single(one => one.Name == "relay-b").Capabilities.ShouldBe(new UpstreamCapabilities(false, false, false));
    }

    [Theory]
    [InlineData("KLING_BASE_URL=https://relay.example", "KLING_BASE_URL", "KLING_API_KEY")]
    [InlineData("KLING_ACCESS_KEY=hidden-1", "KLING_ACCESS_KEY", "KLING_SECRET_KEY is missing")]
    [InlineData("KLING_SECRET_KEY=hidden-1", "KLING_SECRET_KEY", "KLING_ACCESS_KEY is missing")]
    [InlineData("KLING_API_KEY=hidden-1 KLING_ACCESS_KEY=hidden-2 KLING_SECRET_KEY=hidden-3", "KLING_API_KEY", "Unset one")]
    [InlineData("KLING_API_KEY=Bearer\thidden-1", "KLING_API_KEY", "without blanks")]
    [InlineData("KLING_API_KEY=hidden-1 KLING_BASE_URL=relay.example", "KLING_BASE_URL", "https://relay.example/kling")]
    [InlineData("KLING_API_KEY=hidden-1 KLING_BASE_URL=https://u:hidden-2@relay.example", "KLING_BASE_URL", "without a user")]
    [InlineData("KLING_API_KEY=hidden-1 KLING_PATH_PREFIX=https://x", "KLING_PATH_PREFIX", "such as /kling")]
    [InlineData("KLING_API_KEY=hidden-1 KLING_PROXY=socks", "KLING_PROXY", "http://proxy.example:3128")]
    [InlineData("OMNIREEL_Kling__Connections__a__BaseUrl=https://a.example", "connection a has no key", "Kling:Connections:a:ApiKey")]
    [InlineData("OMNIREEL_Kling__Connections__a__ApiKeys=hidden-1", "Kling:Connections:a:ApiKeys", "ApiKeyFile")]
    [InlineData("OMNIREEL_Kling__Connections__embedded__ApiKey=hidden-1", "embedded", "letters, digits")]
    [InlineData("OMNIREEL_Kling__Connections__a__ApiKeyFile=/no/such/file", "ApiKeyFile", "/no/such/file")]
    [InlineData("OMNIREEL_Kling__Connections__a__ApiKeyVariable=NO_SUCH_VARIABLE", "ApiKeyVariable", "NO_SUCH_VARIABLE is not set")]
    [InlineData("OMNIREEL_Kling__Connections__a__RefQuery=maybe", "RefQuery", "true or false")]
    [InlineData("OMNIREEL_Kling__Connections__a__MaxParallel=0", "MaxParallel", "from 1 to 1000")]
    [InlineData("OMNIREEL_Kling__MaxUnknownPerHour=many", "Kling:MaxUnknownPerHour", "whole number")]
    [InlineData("OMNIREEL_Kling__Conections__a__ApiKey=hidden-1", "Kling:Conections", "Kling:Connections:NAME:ApiKey")]
    public void What_is_wrong_or_half_given_is_one_line_without_a_key(string variables, string names, string right)
    {
        var message = Should.Throw<ConfigurationException>(() => Load([.. variables.Split(' ').Select(one => (one.Split('=')[0], one[(one.IndexOf('=', StringComparison.Ordinal) + 1)..]))])).Message;
        message.ShouldContain(names);
        message.ShouldContain(right);
        message.ShouldNotContain("\n");
        message.ShouldNotContain("hidden");
    }

    [Fact]
    public void Every_setting_of_a_connection_is_described()
    {
        var page = File.ReadAllText(Path.Combine(OmniReel.Testing.Checkout.Root, "docs/reference/settings.md"));
        foreach (var name in KlingSettings.OfConnections)
            page.ShouldContain($":{name.Split(':')[^1]}`", customMessage: name);
    }

    private ServerOptions Load(params (string Name, string Value)[] variables)
    {
        var environment = new Hashtable();
        foreach (var (name, value) in variables)
            environment[name] = value;
        return ServerConfiguration.Load(_folder.FullName, environment, []);
    }
}
