using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OmniReel.Contract.Errors;

namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary>Looks at an Authorization header as the vendor's document says, and no stricter than that: a token's life has no longest.</summary>
internal sealed class FakeCredentials(FakeUpstreamOptions options)
{
    private const string Scheme = "Bearer ";

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.SecretKey);
    private string _lastToken = "";
    private decimal _lastEnd;

    /// <summary>0 for a good one, else what is wrong with it. Relays know no tokens.</summary>
    public ErrorCode Check(string? authorization, bool isRelay)
    {
        if (string.IsNullOrEmpty(authorization)) return ErrorCode.AuthorizationMissing;
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return ErrorCode.AuthorizationInvalid;
        var credential = authorization[Scheme.Length..].Trim();
        if (credential == options.ApiKey) return ErrorCode.Ok;
        return isRelay ? ErrorCode.AuthorizationInvalid : CheckToken(credential);
    }

    private ErrorCode CheckToken(string token)
    {
        var seconds = options.Time.GetUtcNow().ToUnixTimeMilliseconds() / 1000m;
        // A client uses a token for half an hour: it is looked at once.
        if (token == Volatile.Read(ref _lastToken) && seconds < _lastEnd) return ErrorCode.Ok;
        var parts = token.Split('.');
        if (parts.Length != 3 || Part(parts[0]) is not { } header || Part(parts[1]) is not { } claims || Text(header, "alg") != "HS256") return ErrorCode.AuthorizationInvalid;
        var signature = Base64Url.EncodeToString(HMACSHA256.HashData(_secret, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")));
        if (signature != parts[2].TrimEnd('=') || Text(claims, "iss") != options.AccessKey) return ErrorCode.AuthenticationFailed;
        if (Number(claims, "exp") is not { } end) return ErrorCode.AuthorizationInvalid;
        if (Number(claims, "nbf") > seconds) return ErrorCode.NotYetValid;
        if (end <= seconds) return ErrorCode.Expired;
        _lastEnd = end;
        Volatile.Write(ref _lastToken, token);
        return ErrorCode.Ok;
    }

    private static JsonElement? Part(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;
}
