using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OmniReel.Server.Engines.Kling;

/// <summary>What stands behind <c>Authorization: Bearer</c>: the key, or a token signed with the secret key and made anew before it ends.</summary>
internal sealed class KlingTokens(KlingCredentials credentials, TimeProvider time)
{
    /// <summary>How long a token lives, as the vendor's samples have it.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>How far before its making a token begins: clocks differ.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromSeconds(5);

    // With so much left none is used any more: whoever sends it may be slow.
    private static readonly TimeSpan s_spare = TimeSpan.FromMinutes(5);

    private Token? _token;

    /// <summary>Good now and for some minutes.</summary>
    public string Current() => credentials switch
    {
        KlingCredentials.Key key => key.Value,
        KlingCredentials.Pair pair => OfNow(pair),
        _ => throw new InvalidOperationException("There are two kinds of credentials."),
    };

    private string OfNow(KlingCredentials.Pair pair)
    {
        var now = time.GetUtcNow();
        // A clock that was set back makes a token of the future, which nobody takes.
        if (_token is { } token && now < token.Made + Life - s_spare && now >= token.Made - Early)
            return token.Text;
        _token = new Token(Sign(pair, now), now);
        return _token.Text;
    }

    private static string Sign(KlingCredentials.Pair pair, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        var claims = new MemoryStream();
        using (var json = new Utf8JsonWriter(claims))
        {
            json.WriteStartObject();
            json.WriteString("iss", pair.AccessKey);
            json.WriteNumber("exp", seconds + (long)Life.TotalSeconds);
            json.WriteNumber("nbf", seconds - (long)Early.TotalSeconds);
            json.WriteEndObject();
        }

        var signed = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(claims.ToArray())}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(pair.SecretKey), Encoding.ASCII.GetBytes(signed)))}";
    }

    private sealed record Token(string Text, DateTimeOffset Made);
}
