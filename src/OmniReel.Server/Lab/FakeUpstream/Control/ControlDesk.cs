using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Errors;
using OmniReel.Server.Lab.FakeUpstream.Books;
using OmniReel.Server.Lab.FakeUpstream.Wire;

namespace OmniReel.Server.Lab.FakeUpstream.Control;

/// <summary><c>/fake/…</c>: what tests ask and order. Takes no key.</summary>
internal sealed class ControlDesk(FakeUpstream upstream)
{
    public async Task<FakeAnswer> AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        switch (context.Request.Method, context.Request.Path.Value!.TrimEnd('/'))
        {
            case ("GET", "/fake/journal"):
                var entries = Chosen(upstream.Journal(), query).ToList();
                return Of(new JournalPage(entries.Count, entries), FakeJson.Default.JournalPage);
            case ("GET", "/fake/paid"):
                return Of(upstream.Paid(query.TryGetValue("reference", out var reference) ? reference.ToString() : null), FakeJson.Default.PaidReport);
            case ("GET", "/fake/stats"):
                return Of(upstream.Stats(), FakeJson.Default.FakeStats);
            case ("POST", "/fake/reset"):
                upstream.Reset();
                return Of(upstream.Stats(), FakeJson.Default.FakeStats);
            case ("GET", "/fake/faults"):
                return Orders();
            case ("POST", "/fake/faults"):
                return await OrderAsync(context.Request);
            case ("DELETE", "/fake/faults"):
                upstream.ClearFaults();
                return Orders();
            default:
                return FakeAnswer.Error(ErrorCode.NotFound, "GET /fake/journal, /fake/paid, /fake/stats, /fake/faults; POST /fake/faults, /fake/reset; DELETE /fake/faults");
        }
    }

    private async Task<FakeAnswer> OrderAsync(HttpRequest request)
    {
        const string form = "a body looks like {\"faults\":[\"error; code=1303; times=2\"]}";
        try
        {
            var wish = await JsonSerializer.DeserializeAsync(request.Body, FakeJson.Default.FaultWish, request.HttpContext.RequestAborted);
            if (wish?.Faults is not { Count: > 0 } faults) return FakeAnswer.Error(ErrorCode.BadValue, form);
            upstream.Order([.. faults]);
            return Orders();
        }
        catch (JsonException)
        {
            return FakeAnswer.Error(ErrorCode.BadValue, form);
        }
        catch (FakeUpstreamException wrong)
        {
            return FakeAnswer.Error(ErrorCode.BadValue, wrong.Message);
        }
    }

    private FakeAnswer Orders() => Of(new FaultReport(upstream.OrderedFaults()), FakeJson.Default.FaultReport);

    private static IEnumerable<JournalEntry> Chosen(IReadOnlyList<JournalEntry> all, IQueryCollection query)
    {
        var chosen = all.AsEnumerable();
        if (query.TryGetValue("kind", out var kind)) chosen = chosen.Where(entry => entry.Kind == kind);
        if (query.TryGetValue("reference", out var reference)) chosen = chosen.Where(entry => (entry.Reference ?? "") == reference);
        if (query.TryGetValue("task_id", out var task)) chosen = chosen.Where(entry => entry.TaskId == task);
        if (query.TryGetValue("fault", out var fault)) chosen = chosen.Where(entry => entry.Fault == fault);
        return long.TryParse(query["after"], out var after) ? chosen.Where(entry => entry.Number > after) : chosen;
    }

    private static FakeAnswer Of<T>(T value, JsonTypeInfo<T> type) => new(200, JsonSerializer.SerializeToUtf8Bytes(value, type));
}
