using System.Net.Http.Headers;
using OmniReel.Console.Api;
using OmniReel.Contract.Answers;

namespace OmniReel.Console.Access;

/// <summary>Exchanges a key for a session, once, and forgets the key.</summary>
public sealed class SignIn(Calls calls, Session session)
{
    private const string Path = "console/session";

    /// <summary>Asks the server whether this browser is signed in already.</summary>
    public async Task AskAsync(CancellationToken cancellation = default) =>
        session.Take(await calls.GetAsync(Path, WireContext.Default.EnvelopeSessionData, cancellation));

    /// <summary>As <see cref="AskAsync"/>; a server that does not answer leaves the question open.</summary>
    public async Task AskQuietlyAsync()
    {
        try
        {
            await AskAsync();
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException or RefusedException)
        {
            // The pages say so, and ask again.
        }
    }

    /// <summary>Signs in.</summary>
    /// <exception cref="RefusedException">The key is not good (401), or too many were tried (429).</exception>
    public async Task BeginAsync(string key, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        session.Take(await calls.SendAsync(request, WireContext.Default.EnvelopeSessionData, cancellation));
    }

    /// <summary>Signs out.</summary>
    public async Task EndAsync(CancellationToken cancellation = default) =>
        session.Take(await calls.PostAsync(Path + "/end", null, WireContext.Default.EnvelopeSessionData, cancellation));
}
