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

        // As an upstream asks: without a key, and outside of what is described to callers.
        using var upstream = new HttpClient { BaseAddress = server.Client.BaseAddress };
        foreach (var (verb, called, body, status, code) in new[]
        {
            ("POST", path, """{"task_id":"8","task_status":"succeed"}""", 200, 0),
            ("POST", path, "not JSON at all", 200, 0),
            ("POST", path[..^1], "{}", 404, 1203),
            ("POST", UpstreamHints.Path + "f00d-1-1", "{}", 404, 1203),
            ("GET", path, "", 404, 1202),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(verb), called) { Content = body.Length > 0 ? new StringContent(body) : null };
            using var answer = await upstream.SendAsync(request, TestContext.Current.CancellationToken);
            (await Answer.OfAsync(answer)).ShouldBe(status, code);
        }

        heard.ShouldBe(["f00d-1-1", "f00d-1-1"]);
    }
}
