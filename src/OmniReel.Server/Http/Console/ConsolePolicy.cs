using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace OmniReel.Server.Http.Console;

/// <summary>What the console's pages may load and run (Content-Security-Policy), and what else keeps strangers away from them.</summary>
internal sealed partial class ConsolePolicy(HttpSettings settings)
{
    /// <summary>
    /// Nothing, but what is named here (docs/decisions/0006 has the reasons). Scripts are ours, the one inline script is the import map, named by its hash, and the runtime compiles WebAssembly. Styles may be
    /// inline, because the components set theirs so. Pictures and films come from here, or from where the links of this server lead.
    /// </summary>
    public string For(string html)
    {
        var films = settings.PublicUrl is { } url ? " " + new Uri(url).GetLeftPart(UriPartial.Authority) : "";
        var map = ImportMap().Match(html);
        var hash = map.Success ? $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(map.Groups["text"].Value)))}'" : "";
        return $"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hash}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:{films}; "
            + $"media-src 'self' blob:{films}; connect-src 'self'; font-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }

    /// <summary>Sets the policy, and that nobody learns from a link where it was clicked.</summary>
    public static void Apply(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
    }

    [GeneratedRegex("""<script type="importmap">(?<text>.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex ImportMap();
}
