using Microsoft.AspNetCore.Http;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http;

/// <summary>The handlers of one path by verb. A verb that has none is answered as the vendor does: 404 with code 1202.</summary>
internal sealed class Verbs
{
    private string _allowed = "";

    /// <summary>For GET; also for HEAD, unless that has a handler of its own: the server drops the body.</summary>
    public RequestDelegate? Get { get; init; }

    /// <summary>For POST.</summary>
    public RequestDelegate? Post { get; init; }

    /// <summary>Streams have no HEAD: there is no length to tell, and no end to wait for.</summary>
    public bool IsStream { get; init; }

    /// <summary>Runs the handler of the request's verb.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        var handler = HttpMethods.IsGet(method) || (HttpMethods.IsHead(method) && !IsStream) ? Get : HttpMethods.IsPost(method) ? Post : null;
        if (handler is not null) return handler(context);

        if (_allowed.Length == 0) _allowed = Get is null ? "POST" : (IsStream ? "GET" : "GET, HEAD") + (Post is null ? "" : ", POST");
        context.Response.Headers.Allow = _allowed;
        return AnswerWriter.ErrorAsync(context, ApiErrors.WrongVerb(method, _allowed));
    }
}
