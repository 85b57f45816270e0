using System.Text;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Errors;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Http.Lab;

/// <summary>Answers requests as was ordered for them. A stream of events is only ever refused or cut: it has no answer that could be kept.</summary>
internal sealed class LabAnswers(LabQueries queries, TimeProvider time)
{
    /// <summary>Answers, and notes the fault that was met.</summary>
    public async Task RunAsync(HttpContext context, LabVisit visit, LabNote note, RequestDelegate next)
    {
        if (visit.Take(order => Fits(order, visit.Kind)) is not { } turn)
        {
            if (visit.Kind == "get") await queries.AnswerAsync(context, note, next);
            else await next(context);
            return;
        }

        var order = turn.Order;
        note.Fault = order.Id;
        switch (order.Id)
        {
            case "error":
                await note.HearAsync();
                await AnswerWriter.ErrorAsync(context, Refusal(turn));
                break;
            case "drop":
                await note.HearAsync();
                note.Cut();
                break;
            case "bad-gateway":
                if (order.Word("reached") == "yes") await KeptAnswer.OfAsync(context, next);
                else await note.HearAsync();
                await GatewayAsync(context, (int)order.Number("status"));
                break;
            case "answer-lost":
                await KeptAnswer.OfAsync(context, next);
                note.Cut();
                break;
            case "slow-answer":
                var late = await KeptAnswer.OfAsync(context, next);
                await Task.Delay(TimeSpan.FromMilliseconds(order.Number("ms")), time, context.RequestAborted);
                await KeptAnswer.SendAsync(context, late);
                break;
            case "chunked-answer":
                var whole = await KeptAnswer.OfAsync(context, next);
                context.Response.ContentLength = null;
                await KeptAnswer.SendSlowlyAsync(context, whole, (int)order.Number("bytes"), TimeSpan.FromMilliseconds(order.Number("ms")), time);
                break;
            case "malformed":
                var good = await KeptAnswer.OfAsync(context, next);
                context.Response.StatusCode = StatusCodes.Status200OK;
                await KeptAnswer.SendAsync(context, Malformed(good, order.Word("how")));
                break;
        }
    }

    private static bool Fits(LabOrder order, string kind) =>
        order.Scenario.Place == LabPlace.Answer && order.Word("on") is var on && (on == "any" || on == kind)
        && (kind != "events" || order.Id is "error" or "drop" || (order.Id == "bad-gateway" && order.Word("reached") == "no"));

    private static ApiError Refusal(LabTurn turn)
    {
        var order = turn.Order;
        var entry = ((ErrorCode)(int)order.Number("code")).Entry();
        var given = order.Given("message") ? order.Word("message") : null;
        var wait = order.Given("retry") ? (int)order.Number("retry") : turn.Left is { } left ? (int)Math.Ceiling(left.TotalSeconds) : entry.WaitingHelps ? 1 : (int?)null;
        return new ApiError(entry.Code, given ?? entry.Meaning, given ?? entry.MeaningZh) { RetryAfter = wait };
    }

    // The page of a proxy that nobody has made pretty.
    private static Task GatewayAsync(HttpContext context, int status)
    {
        var words = status switch { 503 => "503 Service Temporarily Unavailable", 504 => "504 Gateway Time-out", _ => "502 Bad Gateway" };
        var requestId = context.Response.Headers["X-Request-Id"];
        context.Response.Headers.Clear();
        context.Response.Headers["X-Request-Id"] = requestId;
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        return KeptAnswer.SendAsync(context, Encoding.ASCII.GetBytes(
            $"<html>\r\n<head><title>{words}</title></head>\r\n<body>\r\n<center><h1>{words}</h1></center>\r\n<hr><center>proxy</center>\r\n</body>\r\n</html>\r\n"));
    }

    private static byte[] Malformed(byte[] good, string how) => how switch
    {
        "text" => "upstream connect error or disconnect/reset before headers"u8.ToArray(),
        "empty" => [],
        "array" => "[]"u8.ToArray(),
        _ => good[..(good.Length * 2 / 3)],
    };
}
