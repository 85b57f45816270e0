using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Server.Access;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Console;

/// <summary>
/// <c>/console/session</c>: POST with <c>Authorization: Bearer KEY</c> exchanges the key for a session, GET says whether there is one,
/// and POST <c>/console/session/end</c> ends it. The key goes no further than this request.
/// </summary>
internal sealed class SessionEndpoints(
    Identities identities, ConsoleSessions sessions, SignInLimit limit, SessionCookie cookie, SameOrigin origins, ConsoleDoor door) : IEndpoints
{
    private const string Root = "/console/session";

    private static readonly SessionData s_signedOut = new() { SignedIn = false };

    public void Map(RouteTable routes)
    {
        routes.Add(Root, new Verbs { Get = ShowAsync, Post = BeginAsync });
        routes.Add(Root + "/end", new Verbs { Post = EndAsync });
    }

    private Task ShowAsync(HttpContext context) => door.Look(context) switch
    {
        { Session: { } session } => AnswerAsync(context, Shown(session)),
        { Refusal: { } refusal } when refusal != SessionErrors.Over => AnswerWriter.ErrorAsync(context, refusal),
        _ => AnswerAsync(context, s_signedOut),
    };

    private Task BeginAsync(HttpContext context)
    {
        var from = context.Connection.RemoteIpAddress;
        if (origins.Of(context) == Origin.Foreign) return AnswerWriter.ErrorAsync(context, SessionErrors.Foreign);
        if (limit.Begin(from) is { } seconds) return AnswerWriter.ErrorAsync(context, SessionErrors.TooMany(seconds));
        var check = identities.CheckKey(context.Request.Headers.Authorization);
        if (check.Verdict != KeyVerdict.Known) return AnswerWriter.ErrorAsync(context, ApiErrors.For(check.Verdict));

        limit.Succeeded(from);
        // Whoever signs in again leaves nothing behind.
        if (cookie.Read(context) is { } old) sessions.End(old);
        var session = sessions.Begin(check.Tenant, identities.KeyHint, out var token);
        cookie.Write(context, token);
        return AnswerAsync(context, Shown(session));
    }

    private Task EndAsync(HttpContext context)
    {
        if (door.Look(context) is { Refusal: { } refusal } && refusal != SessionErrors.Over) return AnswerWriter.ErrorAsync(context, refusal);
        if (cookie.Read(context) is { } token)
        {
            sessions.End(token);
            cookie.Delete(context);
        }

        return AnswerAsync(context, s_signedOut);
    }

    private static SessionData Shown(ConsoleSession session) => new()
    {
        SignedIn = true,
        Csrf = session.Csrf,
        EndsAt = session.Ends.ToUnixTimeMilliseconds(),
        KeyHint = session.KeyHint,
    };

    private static Task AnswerAsync(HttpContext context, SessionData data)
    {
        context.Response.Headers.CacheControl = "no-store";
        return AnswerWriter.OkAsync(context, data, WireContext.Default.SessionData);
    }
}
