using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OmniReel.Server.Access;

namespace OmniReel.Server.Tests.Access;

public sealed class AccessPairTests
{
    private const string Access = "ak-0123456789";
    private const string Secret = "sk-äöü-0123456789abcdef0123456789";
    private const long Now = 1_795_000_000;

    private static readonly AccessPair s_pair = new(Access, Secret);

    private static readonly (string Name, KeyVerdict Verdict, string Token)[] s_table =
    [
        ("as the vendor's sample signs", KeyVerdict.Known, Sign(Claims(1800, -5))),
        ("with iat, and no typ", KeyVerdict.Known, Sign(Claims(1800, -5, $",\"iat\":{Now}"), """{"alg":"HS256"}""")),
        ("header in another order, unknown members", KeyVerdict.Known, Sign(Claims(60), """{"kid":"x","typ":"jwt","alg":"HS256"}""")),
        ("without nbf", KeyVerdict.Known, Sign(Claims(1800))),
        ("an hour ahead", KeyVerdict.Known, Sign(Claims(3600, -5))),
        ("an hour ahead by a clock a minute ahead", KeyVerdict.Known, Sign(Claims(3660, 60))),
        ("ends in a second", KeyVerdict.Known, Sign(Claims(1))),
        ("ends in a part of a second", KeyVerdict.Known, Sign($$"""{"iss":"{{Access}}","exp":{{Now}}.5}""")),
        ("nbf of a clock that is a minute ahead", KeyVerdict.Known, Sign(Claims(1800, 60))),
        ("nbf long ago", KeyVerdict.Known, Sign(Claims(1800, -100_000))),
        ("claims with blanks and unknown members", KeyVerdict.Known, Sign($$""" { "iss" : "{{Access}}", "exp" : {{Now + 9}}, "aud" : ["x"], "sub" : {} } """)),
        ("nbf of a clock that is more than a minute ahead", KeyVerdict.TooEarly, Sign(Claims(1800, 61))),
        ("nbf in a year", KeyVerdict.TooEarly, Sign(Claims(1800, 31_536_000))),
        ("ended now", KeyVerdict.Expired, Sign(Claims(0, -1800))),
        ("ended a second ago", KeyVerdict.Expired, Sign(Claims(-1, -1800))),
        ("ended in 1970", KeyVerdict.Expired, Sign($$"""{"iss":"{{Access}}","exp":0}""")),
        ("ended before 1970", KeyVerdict.Expired, Sign($$"""{"iss":"{{Access}}","exp":-1}""")),
        ("more than an hour ahead", KeyVerdict.BadTimes, Sign(Claims(3661))),
        ("for ten years", KeyVerdict.BadTimes, Sign(Claims(315_360_000))),
        ("exp in milliseconds", KeyVerdict.BadTimes, Sign($$"""{"iss":"{{Access}}","exp":{{(Now + 9) * 1000}}}""")),
        ("no exp", KeyVerdict.BadTimes, Sign($$"""{"iss":"{{Access}}"}""")),
        ("exp is a text", KeyVerdict.BadTimes, Sign($$"""{"iss":"{{Access}}","exp":"{{Now + 9}}"}""")),
        ("exp is null", KeyVerdict.BadTimes, Sign($$"""{"iss":"{{Access}}","exp":null}""")),
        ("exp beyond numbers", KeyVerdict.BadTimes, Sign($$"""{"iss":"{{Access}}","exp":1e999}""")),
        ("nbf is a text", KeyVerdict.BadTimes, Sign($$"""{"iss":"{{Access}}","exp":{{Now + 9}},"nbf":"0"}""")),
        ("another issuer", KeyVerdict.Unproven, Sign(Claims(1800).Replace(Access, "ak-other", StringComparison.Ordinal))),
        ("issuer in other letters", KeyVerdict.Unproven, Sign(Claims(1800).Replace(Access, "AK-0123456789", StringComparison.Ordinal))),
        ("issuer with more behind", KeyVerdict.Unproven, Sign(Claims(1800).Replace(Access, Access + "0", StringComparison.Ordinal))),
        ("no issuer", KeyVerdict.Unproven, Sign($$"""{"exp":{{Now + 9}}}""")),
        ("issuer is a list", KeyVerdict.Unproven, Sign($$"""{"iss":["{{Access}}"],"exp":{{Now + 9}}}""")),
        ("another secret", KeyVerdict.Unproven, Sign(Claims(1800), secret: "another-secret-0123456789")),
        ("an expired one of another secret", KeyVerdict.Unproven, Sign(Claims(-1), secret: "another-secret-0123456789")),
        ("no signature", KeyVerdict.Unproven, Sign(Claims(1800))[..^43]),
        ("half a signature", KeyVerdict.Unproven, Sign(Claims(1800))[..^20]),
        ("a longer signature", KeyVerdict.Unproven, Sign(Claims(1800)) + "A"),
        ("a padded signature", KeyVerdict.Unproven, Sign(Claims(1800)) + "="),
        ("a signature of the same bytes, spelled otherwise", KeyVerdict.Unproven, Respelled(Sign(Claims(1800)))),
        ("claims changed after signing", KeyVerdict.Unproven, Swapped(Sign(Claims(-5)), Claims(1800))),
        ("alg none, unsigned", KeyVerdict.Wrong, Part("""{"alg":"none","typ":"JWT"}""") + "." + Part(Claims(1800)) + "."),
        ("alg none, signed", KeyVerdict.Wrong, Sign(Claims(1800), """{"alg":"none"}""")),
        ("alg None", KeyVerdict.Wrong, Sign(Claims(1800), """{"alg":"None"}""")),
        ("alg hs256", KeyVerdict.Wrong, Sign(Claims(1800), """{"alg":"hs256"}""")),
        ("alg HS512", KeyVerdict.Wrong, Sign512(Claims(1800))),
        ("alg HS384", KeyVerdict.Wrong, Sign(Claims(1800), """{"alg":"HS384"}""")),
        ("alg RS256", KeyVerdict.Wrong, Sign(Claims(1800), """{"alg":"RS256"}""")),
        ("alg ES256", KeyVerdict.Wrong, Sign(Claims(1800), """{"alg":"ES256"}""")),
        ("alg is a list", KeyVerdict.Wrong, Sign(Claims(1800), """{"alg":["HS256"]}""")),
        ("alg given twice", KeyVerdict.Wrong, Sign(Claims(1800), """{"alg":"none","alg":"HS256"}""")),
        ("no alg", KeyVerdict.Wrong, Sign(Claims(1800), """{"typ":"JWT"}""")),
        ("critical extensions", KeyVerdict.Wrong, Sign(Claims(1800), """{"alg":"HS256","crit":["b64"],"b64":false}""")),
        ("header is a list", KeyVerdict.Wrong, Sign(Claims(1800), """["HS256"]""")),
        ("header is no JSON", KeyVerdict.Wrong, Sign(Claims(1800), "HS256")),
        ("half a surrogate as a name in the header", KeyVerdict.Wrong, Sign(Claims(1800), "{\"\\ud800\":1,\"alg\":\"HS256\"}")),
        ("half a surrogate as the algorithm", KeyVerdict.Wrong, Sign(Claims(1800), "{\"alg\":\"\\udc00\"}")),
        ("half a surrogate as a name in the claims", KeyVerdict.Wrong, Sign("{\"\\ud800\":1," + Claims(1800)[1..])),
        ("half a surrogate as the issuer", KeyVerdict.Wrong, Sign("{\"iss\":\"\\ud800\",\"exp\":" + (Now + 9) + "}")),
        ("claims in broken UTF-8", KeyVerdict.Wrong, Resigned(Part("{\"alg\":\"HS256\"}") + "." + System.Buffers.Text.Base64Url.EncodeToString([0x7B, 0x22, 0xFF, 0xC0, 0x22, 0x3A, 0x31, 0x7D]))),
        ("header nested deep", KeyVerdict.Wrong, Sign(Claims(1800), "{\"alg\":\"HS256\",\"x\":" + new string('[', 20) + new string(']', 20) + "}")),
        ("padded header", KeyVerdict.Wrong, Resigned("eyJhbGciOiJIUzI1NiJ9==." + Part(Claims(1800)))),
        ("header with a blank in it", KeyVerdict.Wrong, Resigned("eyJhbGci OiJIUzI1NiJ9." + Part(Claims(1800)))),
        ("header in the other alphabet", KeyVerdict.Wrong, Resigned("eyJhbGciOiJIUzI1NiIsIngiOiI+Pz8ifQ." + Part(Claims(1800)))),
        ("claims are no JSON", KeyVerdict.Wrong, Sign("iss")),
        ("claims are a list", KeyVerdict.Wrong, Sign("[]")),
        ("claims given twice", KeyVerdict.Wrong, Sign($$"""{"iss":"x","iss":"{{Access}}","exp":{{Now + 9}}}""")),
        ("claims with a comment", KeyVerdict.Wrong, Sign(Claims(1800) + "/**/")),
        ("no claims", KeyVerdict.Wrong, Resigned(Part("""{"alg":"HS256"}""") + ".")),
        ("no header", KeyVerdict.Wrong, Resigned("." + Part(Claims(1800)))),
        ("two parts", KeyVerdict.Wrong, Part("""{"alg":"HS256"}""") + "." + Part(Claims(1800))),
        ("four parts", KeyVerdict.Wrong, Sign(Claims(1800)) + ".x"),
        ("five parts, as if encrypted", KeyVerdict.Wrong, "a.b.c.d.e"),
        ("dots only", KeyVerdict.Wrong, ".."),
        ("too long", KeyVerdict.Wrong, Sign(Claims(1800, more: ",\"x\":\"" + new string('x', 4000) + "\""))),
    ];

    /// <summary>How many tokens are tried.</summary>
    internal static int Count => s_table.Length;

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, s_table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_token_gets_its_verdict(int row)
    {
        var (name, verdict, token) = s_table[row];
        new Identities(KeyRing.Of("a-key-of-my-own-0123"), s_pair, new Clock()).Check("Bearer " + token).Verdict.ShouldBe(verdict, name);
    }

    [Fact]
    public void The_table_is_long_enough()
    {
        Console.WriteLine($"{s_table.Length} tokens of the access pair");
        s_table.Length.ShouldBeGreaterThanOrEqualTo(40);
        s_table.Select(row => row.Name).ShouldBeUnique();
    }

    [Fact]
    public void A_key_opens_beside_the_pair_without_an_allocation_and_both_name_one_tenant()
    {
        var identities = new Identities(KeyRing.Of("a-key-of-my-own-0123"), s_pair, new Clock());
        var header = new Microsoft.Extensions.Primitives.StringValues("Bearer a-key-of-my-own-0123");
        identities.Check(header).ShouldBe(identities.Check("Bearer " + Sign(Claims(1800))));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) identities.Check(header);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100);
    }

    [Fact]
    public void Without_a_pair_every_token_is_a_wrong_key() =>
        new Identities(KeyRing.Of("a-key-of-my-own-0123"), null, new Clock()).Check("Bearer " + Sign(Claims(1800))).Verdict.ShouldBe(KeyVerdict.Wrong);

    [Theory]
    [InlineData("ak", "0123456789abcdef", null)]
    [InlineData("ak", null, "OMNIREEL_SECRET_KEY is missing")]
    [InlineData("", "0123456789abcdef", "OMNIREEL_ACCESS_KEY is missing")]
    [InlineData("a k", "0123456789abcdef", "OMNIREEL_ACCESS_KEY cannot")]
    [InlineData("ak", "0123456789abcde", "16 bytes")]
    [InlineData("ak", "aaaaaaaaaaaaaaaaaaaaaaaa", "repeats")]
    [InlineData("0123456789abcdef", "0123456789abcdef", "is the access key")]
    public void A_pair_is_whole_and_not_easily_guessed(string? access, string? secret, string? complaint)
    {
        var said = AccessPair.Complaint(access, secret);
        if (complaint is null) said.ShouldBeNull();
        else said.ShouldNotBeNull().ShouldContain(complaint);
    }

    private static string Claims(long ends, long? begins = null, string more = "") =>
        $$"""{"iss":"{{Access}}","exp":{{Now + ends}}{{(begins is null ? "" : $",\"nbf\":{Now + begins}")}}{{more}}}""";

    private static string Sign(string claims, string header = """{"alg":"HS256","typ":"JWT"}""", string secret = Secret) => Resigned(Part(header) + "." + Part(claims), secret);

    private static string Resigned(string signed, string secret = Secret) =>
        signed + "." + Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)));

    private static string Sign512(string claims)
    {
        var signed = Part("""{"alg":"HS512"}""") + "." + Part(claims);
        return signed + "." + Base64Url.EncodeToString(HMACSHA512.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed)));
    }

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    /// <summary>43 characters say 258 bits of a hash of 256: the last character has spellings.</summary>
    private static string Respelled(string token) => token[..^1] + (char)(token[^1] + 1);

    private static string Swapped(string token, string claims)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{Part(claims)}.{parts[2]}";
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(Now);
    }
}
