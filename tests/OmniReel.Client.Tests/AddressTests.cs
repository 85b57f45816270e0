using OmniReel.Contract.Requests;

namespace OmniReel.Client.Tests;

/// <summary>Which paths a base URL leads to, and who asks.</summary>
public sealed class AddressTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://h.test", null, "/v1", "")]
    [InlineData("http://h.test/", null, "/v1", "")]
    [InlineData("http://h.test/v1", null, "/v1", "")]
    [InlineData("http://h.test/kling", null, "/kling/v1", "")]
    [InlineData("http://h.test/kling/v1/", null, "/kling/v1", "")]
    [InlineData("http://h.test/kling/v1/videos/omni-video", null, "/kling/v1", "")]
    [InlineData("http://h.test/under/it/kling/v1", null, "/under/it/kling/v1", "/under/it")]
    [InlineData("http://h.test/under", ApiProfile.Relay, "/under/kling/v1", "/under")]
    [InlineData("http://h.test/kling/v1", ApiProfile.Vendor, "/v1", "")]
    public async Task A_base_url_says_the_profile(string url, ApiProfile? profile, string root, string own)
    {
        using var server = new ScriptedServer();
        server.ThenOk(Samples.Task("submitted")).ThenOk("[]").ThenOk("[]");
        using var client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri(url), Profile = profile }, server);
        await client.GetAsync("1", Cancellation);
        await client.Elements.ListAsync(2, 3, Cancellation);
        await client.RulesAsync(Cancellation);
        server.Requests.Select(r => r.Path).ShouldBe([root + "/videos/omni-video/1", root + "/general/advanced-custom-elements?pageNum=2&pageSize=3", own + "/v1/rules"]);
    }

    [Fact]
    public void Options_that_do_not_go_together_are_said_to_be_so()
    {
        var good = new OmniReelClientOptions { BaseUrl = new Uri("http://h.test") };
        Throws(good with { BaseUrl = new Uri("/v1", UriKind.Relative) }, "absolute");
        Throws(good with { BaseUrl = new Uri("ftp://h.test") }, "http or https");
        Throws(good with { AccessKey = "a" }, "go together");
        Throws(good with { AccessKey = "a", SecretKey = "b", Key = "c" }, "not both");

        (good with { Key = "a-secret" }).ToString().ShouldNotContain("a-secret");

        static void Throws(OmniReelClientOptions options, string why) => Should.Throw<ArgumentException>(() => new OmniReelClient(options)).Message.ShouldContain(why);
    }

    [Fact]
    public async Task A_hold_is_asked_for_in_whole_seconds_and_has_bounds()
    {
        using var server = new ScriptedServer();
        server.ThenOk(Samples.Task("succeed")).ThenOk(Samples.Task("succeed"));
        using var client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri("http://h.test") }, server);
        await client.GetAsync("1", TimeSpan.FromSeconds(2.5), Cancellation);
        (await client.CreateAsync(new NewVideo { Prompt = "x" }, TimeSpan.FromSeconds(60), "k", Cancellation)).TaskStatus.ShouldBe("succeed");
        server.Requests.Select(r => r.Headers["Prefer"]).ShouldBe(["wait=3", "wait=60"]);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => client.GetAsync("1", TimeSpan.FromSeconds(61), Cancellation));
    }

    [Fact]
    public async Task A_given_http_client_is_used_and_stays_its_owners()
    {
        using var server = new ScriptedServer();
        server.ThenOk(Samples.Task("submitted")).ThenOk(Samples.Task("submitted"));
        using var http = new HttpClient(server);
        var options = new OmniReelClientOptions { BaseUrl = new Uri("http://h.test") };
        using (var client = new OmniReelClient(options, http)) await client.GetAsync("1", Cancellation);
        using var again = new OmniReelClient(options, http);
        await again.GetAsync("1", Cancellation);
        server.Requests.Count.ShouldBe(2);
    }
}
