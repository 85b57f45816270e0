using OmniReel.Server.Engines.Kling;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Http;

public sealed class UpstreamCallbackTests
{
    [Fact]
    public async Task An_upstream_that_calls_its_address_gives_a_hint_and_nobody_else_does()
    {
        await using var server = await LiveServer.StartAsync(options => options with { PublicUrl = "https://films.example.org" });
        var hints = server.Service<IUpstreamHints>();
        var heard = new List<string>();
        hints.Hinted += heard.Add;
        var path = hints.AddressFor("f00d-1-1").ShouldNotBeNull()["https://films.example.org".Length..];
        path.ShouldStartWith(UpstreamHints.Path);

        server.Client.DefaultRequestHeaders.Authorization = null;
        (await server.PostAsync(path, """{"task_id":"8","task_status":"succeed"}""")).ShouldBe(200, 0);
        (await server.PostAsync(path, "not JSON at all")).ShouldBe(200, 0);
        (await server.PostAsync(path[..^1], "{}")).ShouldBe(404, 1203);
        (await server.PostAsync(UpstreamHints.Path + "f00d-1-1", "{}")).ShouldBe(404, 1203);
        (await server.GetAsync(path)).ShouldBe(404, 1202);
        heard.ShouldBe(["f00d-1-1", "f00d-1-1"]);
    }
}
