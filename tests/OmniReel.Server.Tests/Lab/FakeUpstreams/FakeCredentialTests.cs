using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Lab.FakeUpstream;

namespace OmniReel.Server.Tests.Lab.FakeUpstreams;

/// <summary>Keys and signed tokens: 1000 to 1004, each with 401.</summary>
public sealed class FakeCredentialTests
{
    private const long Now = 1_764_321_600;
    private const string Access = "fake-access-key", Secret = "fake-secret-key-0123456789abcdef";

    public static TheoryData<string, string?, int> Headers => new()
    {
        { "a token", Token(), 0 },
        { "a token with iat and a long life", Token($$"""{"iss":"{{Access}}","exp":{{Now + 90_000}},"nbf":{{Now - 5}},"iat":{{Now}}}"""), 0 },
        { "a token without nbf", Token($$"""{"iss":"{{Access}}","exp":{{Now + 1}}}"""), 0 },
        { "no header", null, 1001 },
        { "another scheme", "Basic Zm9vOmJhcg==", 1002 },
        { "an unknown key", "Bearer sk-other", 1002 },
        { "three parts of nothing", "Bearer a.b.c", 1002 },
        { "no algorithm", Token(header: """{"alg":"none","typ":"JWT"}"""), 1002 },
        { "no end", Token($$"""{"iss":"{{Access}}"}"""), 1002 },
        { "another's secret", Token(secret: "another-secret-0123456789"), 1000 },
        { "another's access key", Token($$"""{"iss":"other","exp":{{Now + 1800}},"nbf":{{Now - 5}}}"""), 1000 },
        { "not valid yet", Token($$"""{"iss":"{{Access}}","exp":{{Now + 1800}},"nbf":{{Now + 60}}}"""), 1003 },
        { "expired", Token($$"""{"iss":"{{Access}}","exp":{{Now}},"nbf":{{Now - 1800}}}"""), 1004 },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task A_header_has_its_verdict(string _, string? header, int code)
    {
        await using var rig = await FakeRig.StartAsync(new FakeUpstreamOptions { Time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(Now)), Tiny = true });
        rig.Http.DefaultRequestHeaders.Authorization = header is null ? null : AuthenticationHeaderValue.Parse(header);
        var listed = await rig.GetAsync(FakeRig.Path);
        (listed.Status, listed.Json.GetProperty("code").GetInt32()).ShouldBe((code == 0 ? 200 : 401, code));
        var created = await rig.CreateAsync("r-1");
        (created.Status, created.Json.GetProperty("code").GetInt32()).ShouldBe((code == 0 ? 200 : 401, code));
        var post = rig.Upstream.Journal().ShouldHaveSingleItem();
        (post.Kind, post.Paid, post.Code).ShouldBe(("post", code == 0, code));
    }

    [Fact]
    public async Task A_relay_takes_the_key_and_no_token_and_an_expired_token_is_no_good_again()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(Now));
        await using var rig = await FakeRig.StartAsync(new FakeUpstreamOptions { Time = time });
        (await rig.GetAsync("/kling" + FakeRig.Path)).Status.ShouldBe(200);
        rig.Http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(Token());
        (await rig.GetAsync("/kling" + FakeRig.Path)).Json.GetProperty("code").GetInt32().ShouldBe(1002);
        (await rig.GetAsync(FakeRig.Path)).Status.ShouldBe(200);
        time.Advance(TimeSpan.FromMinutes(30));
        (await rig.GetAsync(FakeRig.Path)).Json.GetProperty("code").GetInt32().ShouldBe(1004);
    }

    private static string Token(string? claims = null, string header = """{"alg":"HS256","typ":"JWT"}""", string secret = Secret)
    {
        claims ??= $$"""{"iss":"{{Access}}","exp":{{Now + 1800}},"nbf":{{Now - 5}}}""";
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"Bearer {signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed)))}";
    }
}
