using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using OmniReel.Server.Access;

namespace OmniReel.Server.Http.Console;

/// <summary>
/// The cookie that holds a session's token: for this server only, for no script, sent with no request of another site. Browsers do not
/// tell ports apart, so each server's has a name of its own.
/// </summary>
internal sealed class SessionCookie(HttpSettings settings, LinkBase linkBase)
{
    private readonly string _name = "omnireel-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings.Node)).AsSpan(0, 4));

    /// <summary>The token that came; null for none.</summary>
    public string? Read(HttpContext context) =>
        context.Request.Headers.Cookie.Count == 0 ? null : context.Request.Cookies[Name(context)] is { Length: > 0 and < 200 } token ? token : null;

    /// <summary>Hands the token to the browser.</summary>
    public void Write(HttpContext context, string token) => context.Response.Cookies.Append(Name(context), token, Options(context, ConsoleSessions.Longest));

    /// <summary>Takes the token from the browser.</summary>
    public void Delete(HttpContext context) => context.Response.Cookies.Append(Name(context), "", Options(context, TimeSpan.Zero));

    // __Host-: a browser takes it from https only, for this very host and the whole of it.
    private string Name(HttpContext context) => IsSecure(context) ? "__Host-" + _name : _name;

    private CookieOptions Options(HttpContext context, TimeSpan life) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = life,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = IsSecure(context),
    };

    private bool IsSecure(HttpContext context) => linkBase.Asked(context).Scheme == "https";
}
