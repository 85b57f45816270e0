using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace OmniReel.Client.Tests;

public sealed class CallbackVerifierTests
{
    // The vendor's published example.
    private const string Secret = "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=";
    private const string Id = "9876543210";
    private const string Timestamp = "1781080794";
    private const string Signature = "v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=";

    private static readonly byte[] s_vendors = """{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}"""u8.ToArray();
    private static readonly byte[] s_body = Encoding.UTF8.GetBytes(Samples.Task("succeed"));

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1781080794));

    [Fact]
    public void The_vendors_example_is_genuine()
    {
        var verifier = new CallbackVerifier(Secret, _time);
        verifier.TryOpen(s_vendors, Headers(Id, Timestamp, Signature), out var callback, out var why).ShouldBeTrue(why);
        callback.ShouldNotBeNull();
        (callback.Id, callback.Task.TaskId, callback.Task.TaskStatus).ShouldBe((Id, "1234567890", "succeed"));
        callback.SentAt.ToUnixTimeSeconds().ShouldBe(1781080794);
        callback.Element.ShouldBeNull();
    }

    [Fact]
    public void Any_of_several_secrets_and_signatures_will_do()
    {
        var (old, next) = (NewSecret(), NewSecret());
        var verifier = new CallbackVerifier([old, next], _time);
        Open(verifier, s_body, Sign(next, s_body)).ShouldBeEmpty();
        Open(verifier, s_body, Sign(old, s_body)).ShouldBeEmpty();
        Open(verifier, s_body, $"v2,xyz v1, {Sign(NewSecret(), s_body)} {Sign(old, s_body)}").ShouldBeEmpty();
        Open(verifier, s_body, Sign(NewSecret(), s_body)).ShouldContain("another secret");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void A_timestamp_has_five_minutes_in_either_direction(int age, bool good)
    {
        _time.Advance(TimeSpan.FromSeconds(1000));
        var sent = (_time.GetUtcNow().ToUnixTimeSeconds() - age).ToString();
        var said = Open(new CallbackVerifier(Secret, _time), s_body, Sign(Secret, s_body, sent), sent);
        if (good) said.ShouldBeEmpty();
        else said.ShouldContain(age > 0 ? "old" : "ahead");
    }

    [Fact]
    public void Whatever_is_changed_is_seen()
    {
        var verifier = new CallbackVerifier(Secret, _time);
        var good = Sign(Secret, s_body);
        for (var i = 0; i < s_body.Length; i++)
        {
            var changed = s_body.ToArray();
            changed[i] ^= 1;
            Open(verifier, changed, good).ShouldContain("changed");
        }

        Open(verifier, s_body, good[..^4]).ShouldContain("changed");
        Open(verifier, s_body, "v1,").ShouldContain("changed");
        Open(verifier, s_body, good.Replace("v1,", "v1a,")).ShouldContain("changed");
        verifier.TryOpen(s_body, Headers("other", Timestamp, good), out _, out _).ShouldBeFalse();
        verifier.TryOpen(s_body, Headers(Id, Timestamp, ""), out _, out var why).ShouldBeFalse();
        why.ShouldContain("missing");
        verifier.TryOpen(s_body, Headers(Id, "soon", good), out _, out why).ShouldBeFalse();
        why.ShouldContain("webhook-timestamp");
        verifier.TryOpen(s_body, Headers(Id, "99999999999999999", good), out _, out why).ShouldBeFalse();
        why.ShouldContain("webhook-timestamp");
    }

    [Fact]
    public void A_genuine_body_that_is_no_task_is_told_apart()
    {
        var body = "[1]"u8.ToArray();
        Open(new CallbackVerifier(Secret, _time), body, Sign(Secret, body)).ShouldContain("genuine");
    }

    [Fact]
    public void An_element_is_read_too()
    {
        var body = """{"task_id":"7","task_status":"succeed","task_info":{},"task_result":{"elements":[{"element_id":"321922438904313","element_name":"Mia","tag_list":[]}]},"created_at":1,"updated_at":2}"""u8.ToArray();
        new CallbackVerifier(Secret, _time).TryOpen(body, Headers(Id, Timestamp, Sign(Secret, body)), out var callback, out var why).ShouldBeTrue(why);
        callback!.Element!.TaskResult.Elements!.Single().ElementId.ShouldBe(321922438904313);
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_not Base64 at all!")]
    public void A_secret_that_is_none_is_refused_and_not_shown(string secret) =>
        Should.Throw<ArgumentException>(() => new CallbackVerifier(secret, _time)).Message.ShouldNotContain("at all");

    private string Open(CallbackVerifier verifier, byte[] body, string signature, string timestamp = Timestamp)
    {
        var opened = verifier.TryOpen(body, Headers(Id, timestamp, signature), out var callback, out var why);
        opened.ShouldBe(why.Length == 0);
        (callback is not null).ShouldBe(opened);
        return why;
    }

    private static Func<string, string?> Headers(string id, string timestamp, string signature) => name => name switch
    {
        "webhook-id" => id,
        "webhook-timestamp" => timestamp,
        "webhook-signature" => signature,
        _ => null,
    };

    private static string NewSecret() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static string Sign(string secret, byte[] body, string timestamp = Timestamp) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), (byte[])[.. Encoding.UTF8.GetBytes($"{Id}.{timestamp}."), .. body]));
}
