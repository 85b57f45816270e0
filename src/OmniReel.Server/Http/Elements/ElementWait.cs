using Microsoft.AspNetCore.Http;
using OmniReel.Server.Elements;
using OmniReel.Server.Http.Health;

namespace OmniReel.Server.Http.Elements;

/// <summary>Holds an answer until an element is made, the time passes, the client leaves or the server drains.</summary>
internal sealed class ElementWait(ElementLibrary library, Readiness readiness, TimeProvider time)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    /// <summary>As long as <c>Prefer: wait=N</c> asks.</summary>
    public Task<Element> AsAskedAsync(HttpContext context, Element element)
    {
        if (Preferences.Wait(context.Request.Headers["Prefer"]) is not { } seconds)
            return Task.FromResult(element);
        context.Response.Headers["Preference-Applied"] = $"wait={seconds}";
        return seconds == 0 ? Task.FromResult(element) : WaitAsync(context, element, TimeSpan.FromSeconds(seconds));
    }

    /// <summary>As long as an answer may be held at all.</summary>
    public Task<Element> UntilMadeAsync(HttpContext context, Element element) => WaitAsync(context, element, s_longest);

    private async Task<Element> WaitAsync(HttpContext context, Element element, TimeSpan most)
    {
        if (element.IsTerminal)
            return element;
        using var timeout = new CancellationTokenSource(most, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted, readiness.Draining);
        return await library.EndAsync(element, any.Token);
    }
}
