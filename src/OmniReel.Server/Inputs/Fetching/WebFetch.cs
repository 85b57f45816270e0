using System.Net;
using System.Net.Http.Headers;
using OmniReel.Server.Inputs.Guard;

namespace OmniReel.Server.Inputs.Fetching;

/// <summary>Fetches one input over HTTP: redirects by hand, each of them judged like the first URL, and nothing followed, unpacked or trusted by itself.</summary>
internal sealed class WebFetch(IGuardedHandlers handlers, UrlCheck urls, FetchSlots slots, TimeProvider time)
{
    /// <summary>Fetches into a folder. Throws <see cref="InputException"/> for everything that can be wrong with the URL and what is behind it.</summary>
    public async Task<InputFile> FetchAsync(string url, InputMedia media, string field, string folder, CancellationToken cancellation)
    {
        // A handler of its own: no connection outlives the fetch, and each host is resolved anew.
        using var handler = handlers.Create();
        using var web = new HttpMessageInvoker(handler, disposeHandler: false);

        var total = InputCaps.Of(media).Total;
        var started = time.GetTimestamp();
        var from = Examined(url, field);
        for (var hop = 0; ; hop++)
        {
            using var slot = await slots.ToHostAsync(from.Host, cancellation);
            if (hop == 0) started = time.GetTimestamp();
            using var pace = new Pace(time, total - time.GetElapsedTime(started), cancellation);
            try
            {
                using var answer = await AskAsync(web, from, media, pace);
                if (Location(answer) is not { } location) return await ReceiveAsync(answer, media, field, folder, pace);
                from = hop < InputCaps.Redirects ? Next(from, location, field) : throw InputFaults.Failed(field);
            }
            catch (Exception e) when (e is HttpRequestException or IOException { InnerException: not null } or HttpIOException && Innermost(e) is InputException fault)
            {
                throw InputFaults.At(field, fault);
            }
            catch (HttpRequestException e)
            {
                throw pace.IsOver ? InputFaults.TooSlow(field, total, e) : InputFaults.Failed(field, e);
            }
            catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
            {
                throw pace.IsOver ? InputFaults.TooSlow(field, total, e) : InputFaults.Failed(field, e);
            }
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpMessageInvoker web, WebAddress from, InputMedia media, Pace pace)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, from.Target)
        {
            // Exactly: HTTP/3 would connect past the guard.
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        request.Headers.TryAddWithoutValidation("Accept", media == InputMedia.Image ? "image/jpeg, image/png" : "video/mp4, video/quicktime");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("OmniReel", null));

        pace.ExpectFirstByte();
        return await web.SendAsync(request, pace.Token);
    }

    private static async Task<InputFile> ReceiveAsync(HttpResponseMessage answer, InputMedia media, string field, string folder, Pace pace)
    {
        if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentEncoding.Any(coding => coding != "identity")) throw InputFaults.Failed(field);
        var limit = InputCaps.Of(media).Bytes;
        // Believed only where it is bad news.
        var announced = answer.Content.Headers.ContentLength ?? 0;
        if (announced > limit) throw InputFaults.TooLarge(field, limit);

        await using var draft = InputDraft.In(folder, media, field, announced);
        await using var body = await answer.Content.ReadAsStreamAsync(pace.Token);
        var buffer = new byte[64 << 10];
        pace.ExpectBytes();
        while (true)
        {
            int read;
            try
            {
                read = await body.ReadAsync(buffer, pace.Token);
            }
            catch (IOException e)
            {
                throw InputFaults.Failed(field, e);
            }

            if (read == 0) return await draft.FinishAsync();
            pace.Count(read);
            await draft.AddAsync(buffer.AsMemory(0, read), pace.Token);
        }
    }

    private WebAddress Examined(string url, string field)
    {
        var (address, complaint) = urls.Examine(url);
        return address ?? throw InputFaults.NotAllowed(field, complaint!.Value);
    }

    private WebAddress Next(WebAddress from, string location, string field)
    {
        if (!Uri.TryCreate(from.Target, location, out var next)) throw InputFaults.Failed(field);
        // As sent where it is absolute, so that its spelling is judged and not what a parser made of it.
        var to = Examined(Uri.TryCreate(location, UriKind.Absolute, out var whole) && !whole.IsFile ? location : next.AbsoluteUri, field);
        return from.Target.Scheme == Uri.UriSchemeHttps && to.Target.Scheme != Uri.UriSchemeHttps ? throw InputFaults.Failed(field) : to;
    }

    private static string? Location(HttpResponseMessage answer) => answer.StatusCode is
            HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && answer.Headers.TryGetValues("Location", out var values)
            ? values.First()
            : null;

    private static Exception Innermost(Exception e)
    {
        while (e is not InputException && e.InnerException is { } inner) e = inner;
        return e;
    }
}
