using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace OmniReel.Client.Tests;

/// <summary>Tokens of an access pair.</summary>
public sealed class AccessPairTests : IDisposable
{
    private const string Secret = "sk-0123456789abcdef";

    private readonly ScriptedServer _server = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly OmniReelClient _client;

    public AccessPairTests() => _client = new OmniReelClient(
        new OmniReelClientOptions { BaseUrl = new Uri("http://films.test"), AccessKey = "ak \"one\"", SecretKey = Secret, Time = _time, Attempts = 1 }, _server);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task A_token_is_signed_as_the_vendor_has_it()
    {
        var token = await TokenAsync();
        var parts = token.Split('.');
        using var head = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        (head.RootElement.GetProperty("alg").GetString(), head.RootElement.GetProperty("typ").GetString()).ShouldBe(("HS256", "JWT"));
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        claims.RootElement.GetProperty("iss").GetString().ShouldBe("ak \"one\"");
        claims.RootElement.GetProperty("exp").GetInt64().ShouldBe(1_800_001_800);
        claims.RootElement.GetProperty("nbf").GetInt64().ShouldBe(1_799_999_995);
        Base64Url.DecodeFromChars(parts[2]).ShouldBe(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")));
        token.ShouldNotContain("=");
    }

    [Fact]
    public async Task A_token_is_kept_and_made_anew_before_it_ends()
    {
        var first = await TokenAsync();
        _time.Advance(TimeSpan.FromMinutes(24));
        (await TokenAsync()).ShouldBe(first);
        _time.Advance(TimeSpan.FromMinutes(2));
        (await TokenAsync()).ShouldNotBe(first);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_not_sent_again()
    {
        var first = await TokenAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        _server.Then(401, """{"code":1004,"message":"expired","request_id":"r"}""");
        await Should.ThrowAsync<AccessDeniedException>(_client.GetAsync("1", Cancellation));
        (await TokenAsync()).ShouldNotBe(first);
    }

    private async Task<string> TokenAsync()
    {
        _server.ThenOk(Samples.Task("submitted"));
        await _client.GetAsync("1", Cancellation);
        var header = _server.Requests[^1].Headers["Authorization"];
        header.ShouldStartWith("Bearer ");
        return header["Bearer ".Length..];
    }
}
