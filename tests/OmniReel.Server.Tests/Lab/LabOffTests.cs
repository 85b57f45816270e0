using Microsoft.Extensions.DependencyInjection;
using OmniReel.Server.Hosting;
using OmniReel.Server.Http.Lab;
using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Lab.Scenarios;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Lab;

/// <summary>Without the lab there is none; with it, nobody else can come to it.</summary>
public sealed class LabOffTests
{
    [Fact]
    public async Task Without_it_its_headers_and_paths_mean_nothing()
    {
        await using var server = await LiveServer.StartAsync();
        var answer = await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody, ("X-OmniReel-Lab", "error; code=1303, eror"), ("X-OmniReel-Test", "no name"), ("X-OmniReel-Lab-Clock", "??"));
        answer.Status.ShouldBe(200, answer.Text);
        answer.Header("X-OmniReel-Lab").ShouldBeNull();
        (await server.GetAsync("/lab")).ShouldBe(404, 1203);
        (await server.GetAsync("/lab/t/x" + LiveServer.Vendor)).ShouldBe(404, 1203);
        (await server.GetAsync(LiveServer.Vendor)).Data.GetArrayLength().ShouldBe(1);
        server.Server.Services.GetService<LabDoor>().ShouldBeNull();
        server.Server.Services.GetService<LabRooms>().ShouldBeNull();
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://192.0.2.7:0")]
    public void It_refuses_an_address_that_others_can_reach(string url)
    {
        using var folder = new Stores.TemporaryFolder();
        var options = new ServerOptions { DataFolder = folder.File("data"), Urls = ["http://127.0.0.1:0", url], Lab = true, Console = false };
        Should.Throw<ConfigurationException>(() => OmniReelServer.Create(options)).Message.ShouldContain("--lab-anywhere");
        LabParts.Check(options with { LabAnywhere = true });
        LabParts.Check(options with { Lab = false });
    }

    [Fact]
    public async Task The_greeting_says_loudly_that_it_is_on()
    {
        var server = new LabServer { With = options => options with { LabScenarios = LabOrderReader.Read("error; times=1") } };
        await server.InitializeAsync();
        try
        {
            var greeting = Greeting.Of(server.Server, new ServerOptions { DataFolder = "/x", Lab = true, LabScenarios = LabOrderReader.Read("error; times=1") });
            greeting.ShouldStartWith("THE FAULT LAB IS ON");
            greeting.ShouldContain($"{server.Address}/lab");
            greeting.ShouldContain("for all tests: error; times=1");
            // What is configured holds for each test.
            foreach (var test in (string[])["a", "b"])
            {
                using var client = server.Client(test);
                (await client.PostTaskAsync()).ShouldBe(429, 1303);
                await client.CreateAsync();
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public void Its_scenarios_can_stand_in_the_file()
    {
        using var folder = new Stores.TemporaryFolder();
        File.WriteAllText(folder.File("omnireel.json"), """{"Lab":{"Enabled":true,"Scenarios":["error; code=1303; times=2","slow; seconds=30"]}}""");
        var options = ServerConfiguration.Load(Path.GetDirectoryName(folder.File("x"))!, new Dictionary<string, string>(), []);
        options.Lab.ShouldBeTrue();
        options.LabScenarios.Select(one => one.ToString()).ShouldBe(["error; code=1303; times=2", "slow; seconds=30"]);
        Should.Throw<ConfigurationException>(() => ServerSettings.Apply(options, "Lab:Scenarios", "eror", "a test")).Message.ShouldContain("no scenario \"eror\"");
    }
}
