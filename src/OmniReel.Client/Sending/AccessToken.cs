using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OmniReel.Client.Sending;

/// <summary>
/// The token that an access key and a secret key sign, as the vendor's own samples do: HS256, half an hour long, valid five seconds ago
/// for clocks that are behind. It is signed anew well before it ends.
/// </summary>
internal sealed class AccessToken(string accessKey, string secretKey, TimeProvider time)
{
    private const long Life = 1800;
    private const long Margin = 300;
    private const long Slack = 5;

    private static readonly string s_head = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private volatile Signed? _signed;

    public string Now()
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        // A clock that was set back would otherwise keep a token of the future.
        if (_signed is { } kept && now >= kept.From && now < kept.From + Life - Margin)
            return kept.Text;
        var made = new Signed(Sign(now), now);
        _signed = made;
        return made.Text;
    }

    /// <summary>The server would not have the last one.</summary>
    public void Forget() => _signed = null;

    private string Sign(long now)
    {
        var issuer = JsonEncodedText.Encode(accessKey);
        var claims = $$"""{"iss":"{{issuer}}","exp":{{now + Life}},"nbf":{{now - Slack}}}""";
        var text = $"{s_head}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey), Encoding.ASCII.GetBytes(text)))}";
    }

    private sealed record Signed(string Text, long From);
}
