using System.Collections;
using OmniReel.Server.Hosting;

namespace OmniReel.Server.Tests.Hosting;

public sealed class ConfigurationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("omnireel-conf-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Without_any_source_the_defaults_hold()
    {
        var options = Load();
        options.DataFolder.ShouldBe(_folder.FullName);
        options.Urls.ShouldBe(["http://127.0.0.1:8080"]);
        options.PublicUrl.ShouldBeNull();
        options.Key.ShouldBeNull();
    }

    [Fact]
    public void Later_sources_win()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "omnireel.json"), """
            // an operator's note
            { "Server": { "Urls": ["http://127.0.0.1:1", "http://127.0.0.1:2"], "PublicUrl": "https://file.example/" }, "Tasks": { "Workers": 3 } }
            """);
        var environment = new Hashtable { ["OMNIREEL_Server__PublicUrl"] = "https://environment.example/films/", ["OMNIREEL_Tasks__Workers"] = "4", ["OMNIREEL_TEST_LONG"] = "1" };
        var options = Load(environment, ("Tasks:Workers", "5"));

        options.Urls.ShouldBe(["http://127.0.0.1:1", "http://127.0.0.1:2"]);
        options.PublicUrl.ShouldBe("https://environment.example/films");
        options.Workers.ShouldBe(5);
    }

    [Fact]
    public void Networks_are_lists()
    {
        var options = Load(null, ("Network:Allow", "10.0.0.0/8; 127.0.0.1/32"), ("Server:TrustedProxies", "10.1.2.3,::1"));
        options.AllowedNetworks.Select(network => network.ToString()).ShouldBe(["10.0.0.0/8", "127.0.0.1/32"]);
        options.TrustedProxies.Select(network => network.ToString()).ShouldBe(["10.1.2.3/32", "::1/128"]);
    }

    [Theory]
    [InlineData("Server:Urls", "https://127.0.0.1:1", "--tls self-signed")]
    [InlineData("Tls:Certificate", "self-signed", "no address with https")]
    [InlineData("Tls:Key", "key.pem", "none is named")]
    [InlineData("Server:Urls", "127.0.0.1:1", "http://127.0.0.1:8080")]
    [InlineData("Server:Urls", "http://127.0.0.1:1/path", "no path")]
    [InlineData("Server:PublicUrl", "films.example", "http://127.0.0.1:8080")]
    [InlineData("Server:PublicUrl", "https://films.example?a=b", "no query")]
    [InlineData("Server:TrustedProxies", "10.0.0.0/33", "10.0.0.0/8")]
    [InlineData("Network:Allow", "everything", "10.0.0.0/8")]
    [InlineData("Tasks:Workers", "65", "from 0 to 64")]
    [InlineData("Tasks:Workers", "many", "from 0 to 64")]
    [InlineData("Server:Dev", "yes", "true or false")]
    [InlineData("Server:Url", "http://127.0.0.1:1", "Server:Urls")]
    public void What_cannot_be_used_is_one_line_that_says_what_would_be_right(string name, string value, string right)
    {
        foreach (var load in new Action[]
        {
            () => Load(null, (name, value)),
            () => Load(new Hashtable { ["OMNIREEL_" + name.Replace(":", "__", StringComparison.Ordinal)] = value }),
        })
        {
            var message = Should.Throw<ConfigurationException>(load).Message;
            message.ShouldContain(name);
            message.ShouldContain(right);
            message.ShouldNotContain("\n");
        }
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("[]", "JSON object")]
    [InlineData("""{"Server":{"Port":1}}""", "Server:Port")]
    public void A_file_that_cannot_be_read_is_named(string content, string says)
    {
        var file = Path.Combine(_folder.FullName, "omnireel.json");
        File.WriteAllText(file, content);
        var message = Should.Throw<ConfigurationException>(() => Load()).Message;
        message.ShouldContain(file);
        message.ShouldContain(says);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("with\ncontrol-0123456789")]
    public void A_key_that_cannot_be_used_is_refused_without_showing_it(string key)
    {
        var message = Should.Throw<ConfigurationException>(() => Load(new Hashtable { ["OMNIREEL_KEY"] = key })).Message;
        message.ShouldStartWith("OMNIREEL_KEY");
        message.ShouldNotContain(key);
        Load(new Hashtable { ["OMNIREEL_KEY"] = "a-key-of-my-own-0123" }).Key.ShouldBe("a-key-of-my-own-0123");
    }

    private ServerOptions Load(IDictionary? environment = null, params (string Name, string Value)[] flags) =>
        ServerConfiguration.Load(_folder.FullName, environment ?? new Hashtable(), flags.Select(flag => new KeyValuePair<string, string>(flag.Name, flag.Value)));
}
