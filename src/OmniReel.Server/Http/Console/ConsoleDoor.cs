using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using OmniReel.Server.Access;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Console;

/// <summary>A request that came with a session's cookie: whose it is, or why it is not let in.</summary>
internal readonly record struct ConsoleVisit(ConsoleSession? Session, ApiError? Refusal);

/// <summary>
/// Lets the console's own requests in by their session. A browser sends a cookie whoever makes it send a request, so the page that it
/// comes from must be ours, and a request that may change something shows the session's second secret, which only our pages know.
/// </summary>
internal sealed class ConsoleDoor(ConsoleSessions sessions, SessionCookie cookie, SameOrigin origins)
{
    /// <summary>The header of the second secret.</summary>
    public const string CsrfHeader = "X-OmniReel-Csrf";

    /// <summary>Null for a request without the cookie, which is none of the console's.</summary>
    public ConsoleVisit? Look(HttpContext context)
    {
        if (cookie.Read(context) is not { } token) return null;
        var origin = origins.Of(context);
        if (origin == Origin.Foreign) return new(null, SessionErrors.Foreign);
        if (sessions.Use(token) is not { } session) return new(null, SessionErrors.Over);

        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) return new(session, null);
        if (origin != Origin.Same) return new(null, SessionErrors.Foreign);
        return Shows(context, session) ? new(session, null) : new(null, SessionErrors.NoCsrf);
    }

    private static bool Shows(HttpContext context, ConsoleSession session) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(context.Request.Headers[CsrfHeader].ToString()), Encoding.UTF8.GetBytes(session.Csrf));
}
