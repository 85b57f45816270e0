using OmniReel.Server.Access;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Http.WebConsole;

/// <summary>Signing in with a key, and what a session opens: the console's own pages, and nobody else's.</summary>
public sealed class SessionTests
{
    private const string Session = "/console/session";
    private const string Csrf = "X-OmniReel-Csrf";

    [Fact]
    public async Task A_key_becomes_a_session_that_the_api_takes()
    {
        await using var server = await KeylessAsync();
        (await server.GetAsync(Session)).Data.GetProperty("signed_in").GetBoolean().ShouldBeFalse();
        (await server.GetAsync(LiveServer.Vendor)).ShouldBe(401, 1001);

        var begun = await SignInAsync(server);
        begun.ShouldBe(200, 0);
        begun.Header("Cache-Control").ShouldBe("no-store");
        begun.Text.ShouldNotContain(LiveServer.Key);
        begun.Data.GetProperty("key_hint").GetString().ShouldBe(ApiKey.Hint(LiveServer.Key));
        var cookie = begun.Header("Set-Cookie").ShouldNotBeNull();
        foreach (var part in (string[])["path=/", "httponly", "samesite=strict", "max-age=604800"]) cookie.ToLowerInvariant().ShouldContain(part);
        cookie.ToLowerInvariant().ShouldNotContain("secure", Case.Sensitive, "a browser would not take it from http");
        cookie.ShouldNotContain(LiveServer.Key);

        (await server.GetAsync(LiveServer.Vendor, Cookie(begun))).ShouldBe(200, 0);
        var created = await server.PostAsync(LiveServer.Vendor, LiveServer.GoodBody, Cookie(begun), Ours(server), Token(begun));
        created.ShouldBe(200, 0);
        created.Header("Set-Cookie").ShouldBeNull();
        (await server.GetAsync(Session, Cookie(begun))).Data.GetProperty("csrf").GetString().ShouldBe(Token(begun).Value);
    }

    [Fact]
    public async Task A_wrong_key_opens_nothing_and_says_what_a_call_would()
    {
        await using var server = await KeylessAsync();
        (await server.SendAsync(HttpMethod.Post, Session, null, ("Authorization", "Bearer wrong-key-0123456789"))).ShouldBe(401, 1002);
        (await server.SendAsync(HttpMethod.Post, Session, null)).ShouldBe(401, 1001);
        (await server.SendAsync(HttpMethod.Post, Session, null, ("Authorization", "Basic abc"))).ShouldBe(401, 1002);
    }

    [Fact]
    public async Task A_token_of_an_access_pair_does_not_become_a_session_that_would_outlive_it()
    {
        var pair = new AccessPair("test-access", "0123456789-secret-0123456789");
        await using var server = await LiveServer.StartAsync(options => options with { Pair = pair });
        server.Client.DefaultRequestHeaders.Authorization = null;
        var token = Tokens.Sign("test-access", "0123456789-secret-0123456789", server.Time.GetUtcNow().AddMinutes(10));
        (await server.GetAsync(LiveServer.Vendor, ("Authorization", $"Bearer {token}"))).ShouldBe(200, 0);
        (await server.SendAsync(HttpMethod.Post, Session, null, ("Authorization", $"Bearer {token}"))).ShouldBe(401, 1002);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "file://")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_somebody_else_gets_nothing_by_the_session(string header, string value)
    {
        await using var server = await KeylessAsync();
        var begun = await SignInAsync(server);
        (await server.PostAsync(LiveServer.Vendor, LiveServer.GoodBody, Cookie(begun), Token(begun), (header, value))).ShouldBe(403, 1103);
        (await server.GetAsync(LiveServer.Vendor, Cookie(begun), (header, value))).ShouldBe(403, 1103);
        (await server.GetAsync(Session, Cookie(begun), (header, value))).ShouldBe(403, 1103);
        (await server.SendAsync(HttpMethod.Post, Session + "/end", null, Cookie(begun), Token(begun), (header, value))).ShouldBe(403, 1103);
        (await server.SendAsync(HttpMethod.Post, Session, null, ("Authorization", $"Bearer {LiveServer.Key}"), (header, value))).ShouldBe(403, 1103);
        (await server.GetAsync(LiveServer.Vendor, Cookie(begun))).ShouldBe(200, 0);
        (await ListAsync(server, begun)).ShouldBe(0, "nothing was created");
    }

    [Fact]
    public async Task Another_port_of_this_host_is_somebody_else()
    {
        await using var server = await KeylessAsync();
        var begun = await SignInAsync(server);
        var other = $"http://127.0.0.1:{server.Port + 1}";
        (await server.PostAsync(LiveServer.Vendor, LiveServer.GoodBody, Cookie(begun), Token(begun), ("Origin", other))).ShouldBe(403, 1103);
    }

    [Fact]
    public async Task What_changes_something_shows_the_second_secret_and_where_it_comes_from()
    {
        await using var server = await KeylessAsync();
        var begun = await SignInAsync(server);
        (await server.PostAsync(LiveServer.Vendor, LiveServer.GoodBody, Cookie(begun), Ours(server))).ShouldBe(403, 1103);
        (await server.PostAsync(LiveServer.Vendor, LiveServer.GoodBody, Cookie(begun), Ours(server), (Csrf, Token(await SignInAsync(server)).Value))).ShouldBe(403, 1103);
        (await server.PostAsync(LiveServer.Vendor, LiveServer.GoodBody, Cookie(begun), Token(begun))).ShouldBe(403, 1103);
        (await server.PostAsync(LiveServer.Vendor, LiveServer.GoodBody, Cookie(begun), Token(begun), ("Sec-Fetch-Site", "same-origin"))).ShouldBe(200, 0);
        (await ListAsync(server, begun)).ShouldBe(1);
    }

    [Fact]
    public async Task A_session_ends_by_sign_out_by_rest_and_by_age()
    {
        await using var server = await KeylessAsync();
        var left = await SignInAsync(server);
        var ended = await server.SendAsync(HttpMethod.Post, Session + "/end", null, Cookie(left), Ours(server), Token(left));
        ended.ShouldBe(200, 0);
        ended.Header("Set-Cookie").ShouldNotBeNull().ShouldContain("max-age=0");
        (await server.GetAsync(LiveServer.Vendor, Cookie(left))).ShouldBe(401, 1004);

        var resting = await SignInAsync(server);
        server.Time.Advance(ConsoleSessions.Idle - TimeSpan.FromSeconds(1));
        (await server.GetAsync(LiveServer.Vendor, Cookie(resting))).ShouldBe(200, 0);
        server.Time.Advance(ConsoleSessions.Idle);
        (await server.GetAsync(LiveServer.Vendor, Cookie(resting))).ShouldBe(401, 1004);
        (await server.GetAsync(Session, Cookie(resting))).Data.GetProperty("signed_in").GetBoolean().ShouldBeFalse();

        var busy = await SignInAsync(server);
        for (var hours = 0; hours < 7 * 24; hours += 8)
        {
            (await server.GetAsync(LiveServer.Vendor, Cookie(busy))).ShouldBe(200, 0);
            server.Time.Advance(TimeSpan.FromHours(8));
        }

        (await server.GetAsync(LiveServer.Vendor, Cookie(busy))).ShouldBe(401, 1004);
    }

    [Fact]
    public async Task Another_servers_session_opens_nothing_and_its_cookie_has_another_name()
    {
        await using var one = await KeylessAsync();
        await using var other = await KeylessAsync();
        var (begun, theirs) = (await SignInAsync(one), await SignInAsync(other));
        Cookie(begun).Value.Split('=')[0].ShouldNotBe(Cookie(theirs).Value.Split('=')[0], "browsers do not tell ports apart");
        (await one.GetAsync(LiveServer.Vendor, Cookie(theirs))).ShouldBe(401, 1001);
        var renamed = Cookie(begun).Value.Split('=')[0] + "=" + Cookie(theirs).Value.Split('=')[1];
        (await one.GetAsync(LiveServer.Vendor, ("Cookie", renamed))).ShouldBe(401, 1004);
    }

    [Fact]
    public async Task Who_tries_keys_must_wait_and_a_good_key_gives_the_tries_back()
    {
        await using var server = await KeylessAsync();
        for (var i = 0; i < SignInLimit.Tries - 1; i++) (await TryKeyAsync(server)).ShouldBe(401, 1002);
        (await SignInAsync(server)).ShouldBe(200, 0);
        for (var i = 0; i < SignInLimit.Tries; i++) (await TryKeyAsync(server)).ShouldBe(401, 1002);

        var refused = await SignInAsync(server);
        refused.ShouldBe(429, 1302);
        int.Parse(refused.Header("Retry-After")!).ShouldBe((int)SignInLimit.Window.TotalSeconds);
        (await server.GetAsync(LiveServer.Vendor, ("Authorization", $"Bearer {LiveServer.Key}"))).ShouldBe(200, 0);
        server.Time.Advance(SignInLimit.Window);
        (await SignInAsync(server)).ShouldBe(200, 0);
    }

    [Fact]
    public async Task Behind_a_proxy_that_ends_tls_the_cookie_is_for_https_only()
    {
        await using var server = await LiveServer.StartAsync(options => options with { TrustedProxies = [System.Net.IPNetwork.Parse("127.0.0.0/8")] });
        server.Client.DefaultRequestHeaders.Authorization = null;
        (string, string)[] proxied = [("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "films.example.org"), ("Origin", "https://films.example.org")];
        var begun = await server.SendAsync(HttpMethod.Post, Session, null, [("Authorization", $"Bearer {LiveServer.Key}"), .. proxied]);
        begun.ShouldBe(200, 0);
        var cookie = begun.Header("Set-Cookie").ShouldNotBeNull();
        cookie.ShouldStartWith("__Host-");
        cookie.ShouldContain("; secure");
        (await server.PostAsync(LiveServer.Vendor, LiveServer.GoodBody, [Cookie(begun), Token(begun), .. proxied])).ShouldBe(200, 0);
        (await server.PostAsync(LiveServer.Vendor, LiveServer.GoodBody, Cookie(begun), Token(begun), proxied[0], proxied[1], ("Origin", "http://films.example.org"))).ShouldBe(403, 1103);
    }

    [Fact]
    public async Task A_key_beside_a_cookie_counts_by_itself()
    {
        await using var server = await KeylessAsync();
        var begun = await SignInAsync(server);
        (await server.GetAsync(LiveServer.Vendor, Cookie(begun), ("Authorization", "Bearer wrong-key-0123456789"))).ShouldBe(401, 1002);
        (await server.PostAsync(LiveServer.Vendor, LiveServer.GoodBody, ("Cookie", Cookie(begun).Value), ("Authorization", $"Bearer {LiveServer.Key}"), ("Origin", "https://app.example"))).ShouldBe(200, 0);
    }

    [Fact]
    public async Task A_session_learns_what_the_server_is_and_no_one_else_does()
    {
        await using var server = await KeylessAsync();
        (await server.GetAsync("/console/about")).ShouldBe(401, 1001);
        var about = await server.GetAsync("/console/about", Cookie(await SignInAsync(server)));
        about.ShouldBe(200, 0);
        about.Text.ShouldNotContain(LiveServer.Key);
        about.Data.GetProperty("key_hint").GetString().ShouldBe(ApiKey.Hint(LiveServer.Key));
        about.Data.GetProperty("started_at").GetInt64().ShouldBe(server.Time.GetUtcNow().ToUnixTimeMilliseconds());
        about.Data.GetProperty("memory_bytes").GetInt64().ShouldBeGreaterThan(1_000_000);
    }

    [Fact]
    public void With_very_many_sessions_the_longest_unused_ends()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var sessions = new ConsoleSessions(time);
        sessions.Begin("default", "a…", out var first);
        sessions.Begin("default", "b…", out var second);
        for (var i = 2; i < ConsoleSessions.Most; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            sessions.Begin("default", "c…", out _);
        }

        sessions.Use(first).ShouldNotBeNull();
        sessions.Begin("default", "d…", out var last);
        sessions.Use(first).ShouldNotBeNull();
        sessions.Use(last).ShouldNotBeNull();
        sessions.Use(second).ShouldBeNull();
    }

    private static async Task<LiveServer> KeylessAsync()
    {
        var server = await LiveServer.StartAsync();
        server.Client.DefaultRequestHeaders.Authorization = null;
        return server;
    }

    private static Task<Answer> SignInAsync(LiveServer server) => server.SendAsync(HttpMethod.Post, Session, null, ("Authorization", $"Bearer {LiveServer.Key}"), Ours(server));

    private static Task<Answer> TryKeyAsync(LiveServer server) => server.SendAsync(HttpMethod.Post, Session, null, ("Authorization", "Bearer wrong-key-0123456789"));

    private static async Task<int> ListAsync(LiveServer server, Answer begun) => (await server.GetAsync(LiveServer.Vendor, Cookie(begun))).Data.GetArrayLength();

    private static (string Name, string Value) Cookie(Answer begun) => ("Cookie", begun.Header("Set-Cookie")!.Split(';')[0]);

    private static (string Name, string Value) Token(Answer begun) => (Csrf, begun.Data.GetProperty("csrf").GetString()!);

    private static (string Name, string Value) Ours(LiveServer server) => ("Origin", $"http://127.0.0.1:{server.Port}");
}
