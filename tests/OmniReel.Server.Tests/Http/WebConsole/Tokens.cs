using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OmniReel.Server.Tests.Http.WebConsole;

/// <summary>Tokens as a client of an access pair signs them.</summary>
internal static class Tokens
{
    public static string Sign(string accessKey, string secretKey, DateTimeOffset ends)
    {
        var open = Part("""{"alg":"HS256","typ":"JWT"}""") + "." + Part($$"""{"iss":"{{accessKey}}","exp":{{ends.ToUnixTimeSeconds()}}}""");
        return open + "." + Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey), Encoding.ASCII.GetBytes(open)));
    }

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
