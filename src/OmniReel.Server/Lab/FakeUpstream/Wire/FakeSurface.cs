using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Errors;
using OmniReel.Server.Lab.FakeUpstream.Books;
using OmniReel.Server.Lab.FakeUpstream.Control;
using OmniReel.Server.Lab.FakeUpstream.Faults;

namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary>Every request of a fake upstream: read, led past its faults, answered.</summary>
internal sealed class FakeSurface(FakeRoom room, FilmDesk films, ElementDesk elements, FilmSurface files, ControlDesk control, AnswerSender sender)
{
    private readonly FakeCredentials _credentials = new(room.Options);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var path = context.Request.Path.Value ?? "";
            if (path.StartsWith("/files/", StringComparison.Ordinal)) await files.ServeAsync(context);
            else if (path.StartsWith("/fake/", StringComparison.Ordinal)) await AnswerSender.SendAsync(context, await control.AnswerAsync(context));
            else await AskAsync(context, FakeRoute.Of(path));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            // The caller has gone, or the upstream ends.
            context.Abort();
        }
    }

    private Task AskAsync(HttpContext context, FakeRoute route)
    {
        var isThere = route.Resource != FakeResource.Nothing && room.Options.Dialects != (route.IsRelay ? FakeDialects.Vendor : FakeDialects.Relay);
        if (!isThere) return AnswerSender.SendAsync(context, FakeAnswer.Error(ErrorCode.NotFound));
        return HttpMethods.IsPost(context.Request.Method) ? PostAsync(context, route) : GetAsync(context, route);
    }

    private Task GetAsync(HttpContext context, FakeRoute route)
    {
        var refusal = _credentials.Check(context.Request.Headers.Authorization, route.IsRelay);
        if (refusal != ErrorCode.Ok) return AnswerSender.SendAsync(context, FakeAnswer.Error(refusal));
        if (!HttpMethods.IsGet(context.Request.Method)) return AnswerSender.SendAsync(context, FakeAnswer.Error(ErrorCode.WrongMethod));
        if (route.Resource != FakeResource.Films)
            return AnswerAsync(context, FakeCall.Element, route.Id ?? "", "", () => elements.Answer("GET", route, [], Post(context, []), context.Request.Query));
        if (route.Id is null) return AnswerAsync(context, FakeCall.List, "", "", () => films.List(context));
        var (call, task) = films.Find(route.Id);
        return AnswerAsync(context, call, task?.Reference ?? route.Id, task?.Id ?? "", () => films.Show(context, route, call, task));
    }

    private async Task PostAsync(HttpContext context, FakeRoute route)
    {
        var body = await BodyAsync(context);
        var post = Post(context, body);
        var isFilm = route.Resource == FakeResource.Films;
        var refusal = _credentials.Check(context.Request.Headers.Authorization, route.IsRelay);
        if (refusal == ErrorCode.Ok && isFilm && route.Id is not null) refusal = ErrorCode.WrongMethod;
        if (refusal != ErrorCode.Ok)
        {
            if (isFilm) room.Paid.Refused(post, (int)refusal, refusal.Meaning(Contract.Requests.Language.English));
            await AnswerSender.SendAsync(context, FakeAnswer.Error(refusal));
            return;
        }

        if (!isFilm)
        {
            await AnswerAsync(context, FakeCall.Element, "", "", () => elements.Answer("POST", route, body, post, context.Request.Query));
            return;
        }

        var read = films.Read(body, route);
        post = post with { Reference = read.Request?.ExternalTaskId };
        if (room.Meet(new Occasion(FaultStep.Before, FakeCall.Create, post.Reference ?? "", ""), context) is { } before)
        {
            room.Paid.Refused(post with { Fault = before.Id }, before.Id == "error" ? (int)before.Number("code") : 0, "nothing was done");
            await sender.RefuseAsync(context, before);
            return;
        }

        var answer = films.Create(context, route, read, post, out var task);
        var after = room.Meet(new Occasion(FaultStep.After, FakeCall.Create, post.Reference ?? "", task?.Id ?? ""), context);
        await (after is null ? AnswerSender.SendAsync(context, answer) : sender.SpoilAsync(context, answer, after));
    }

    private Task AnswerAsync(HttpContext context, FakeCall call, string reference, string taskId, Func<FakeAnswer> answer)
    {
        if (room.Meet(new Occasion(FaultStep.Before, call, reference, taskId), context) is { } before) return sender.RefuseAsync(context, before);
        var said = answer();
        return room.Meet(new Occasion(FaultStep.After, call, reference, taskId), context) is { } after ? sender.SpoilAsync(context, said, after) : AnswerSender.SendAsync(context, said);
    }

    private static JournalEntry Post(HttpContext context, byte[] body) => new()
    {
        Kind = "post", Connection = FakeRoom.Connection(context), Path = context.Request.Path, Bytes = body.Length, BodySum = body.Length == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(body)),
    };

    private static async Task<byte[]> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream((int)Math.Clamp(context.Request.ContentLength ?? 0, 0, 1 << 20));
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }
}
