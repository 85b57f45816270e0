using System.Net;
using OmniReel.Console.Words;

namespace OmniReel.Console.Access;

/// <summary>Stands around every request: gives it the reader's language and the session's second secret, and notices when the session is over or the server does not answer.</summary>
public sealed class SessionHandler(Session session, ServerLink link, Speech speech) : DelegatingHandler
{
    private const string CsrfHeader = "X-OmniReel-Csrf";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.AcceptLanguage.Count == 0) request.Headers.AcceptLanguage.ParseAdd(speech.Tag);
        if (session.Csrf is { } csrf && request.Method != HttpMethod.Get) request.Headers.TryAddWithoutValidation(CsrfHeader, csrf);

        HttpResponseMessage answer;
        try
        {
            answer = await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException)
        {
            link.Silent();
            throw;
        }

        link.Heard();
        if (answer.StatusCode == HttpStatusCode.Unauthorized && request.Headers.Authorization is null) session.Lose();
        return answer;
    }
}
