using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Bodies;
using OmniReel.Server.Http.Health;
using OmniReel.Server.Http.Lab;
using OmniReel.Server.Http.Routes;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Videos;

/// <summary><c>POST …/omni-video</c>: a body becomes a durable task. <c>GET …/omni-video</c>: the tasks, newest first.</summary>
internal sealed class VideoCollection(
    ITaskStore store, TaskIds ids, IElementCatalogs elements, IUrlPolicy urls, PriceTable prices, IEngineRoutes routes, BodyReader bodies,
    TaskView view, VideoTitles titles, TaskWait wait, Gate gate, Readiness readiness, TimeProvider time, LabDoor? lab = null) : IEndpoints
{
    public void Map(RouteTable table)
    {
        foreach (var (root, profile) in VideoPaths.All)
            table.Add(root, new Verbs { Post = gate.Keyed((context, tenant) => CreateAsync(context, tenant, profile)), Get = gate.Keyed(ListAsync) });
    }

    private async Task CreateAsync(HttpContext context, string tenant, ApiProfile profile)
    {
        if (!IdempotencyKey.TryRead(context.Request.Headers["Idempotency-Key"], out var key))
        {
            await AnswerWriter.ErrorAsync(context, ApiErrors.IdempotencyKeyForm);
            return;
        }

        if (readiness.IsDraining)
        {
            await AnswerWriter.ErrorAsync(context, ApiErrors.NotReady);
            return;
        }

        var (outcome, externalTaskId) = await AcceptAsync(context, tenant, profile, key);
        if (outcome is not null) await AnswerAsync(context, outcome, externalTaskId);
    }

    /// <summary>What became of the body, which is let go of on return: an answer may wait for the film. Null when it is refused, and answered.</summary>
    private async ValueTask<(AcceptOutcome? Outcome, string? ExternalTaskId)> AcceptAsync(HttpContext context, string tenant, ApiProfile profile, string? key)
    {
        using var body = await bodies.ReadAsync(context.Request);
        if (body.Fault != BodyFault.None)
        {
            await AnswerWriter.ErrorAsync(context, ApiErrors.For(body.Fault));
            return default;
        }

        var claim = key is null ? null : IdempotencyKey.Claim(key, body.Bytes.Span, profile, context.TraceIdentifier);
        // Before the rules: what they allow may have changed since the first answer, which is due again as it was.
        if (claim is not null && await store.FindRepeatAsync(tenant, claim, CancellationToken.None) is { } repeat) return (repeat, null);

        var language = context.Language();
        var read = RequestReader.Read(body.Bytes.Span, profile, elements.Of(tenant), language, urls);
        if (!read.IsAccepted)
        {
            await AnswerWriter.RefusedAsync(context, read);
            return default;
        }

        var id = ids.Next();
        var choice = routes.FirstFor(read.Request, id, language);
        if (choice.Engine is not { } engine)
        {
            await NoEngine.AnswerAsync(context, NoEngine.Violations(choice.Gaps, read.Request, language));
            return default;
        }

        var facts = Facts(read.Request, language, engine) with
        {
            LinksBegin = view.LinksOf(context),
            Fresh = Freshness.IsDemanded(context.Request.Headers.CacheControl),
            Slate = LabWishes.WantSlate(context.Request.Headers[LabWishes.Header]),
            Lab = lab is null ? null : LabDoor.Of(context)?.TakeTaskOrders(),
        };
        var task = new NewTask(id, tenant, read.Request.ExternalTaskId, facts, body.Bytes, time.GetUtcNow().ToUnixTimeMilliseconds(), claim);
        return (await AcceptAsync(task, body), read.Request.ExternalTaskId);
    }

    private async ValueTask<AcceptOutcome> AcceptAsync(NewTask task, RequestBody body)
    {
        try
        {
            // From here on the client may go: what it sent is worth keeping, and its idempotency key finds it again.
            return await store.AcceptAsync(task, CancellationToken.None);
        }
        catch
        {
            body.Abandon();
            throw;
        }
    }

    private Task AnswerAsync(HttpContext context, AcceptOutcome outcome, string? externalTaskId)
    {
        switch (outcome)
        {
            case AcceptOutcome.Accepted accepted:
                return CreatedAsync(context, accepted.Task);
            case AcceptOutcome.Replayed replayed:
                // The first answer again, its request id included: a client that compares the two finds no difference.
                context.TraceIdentifier = replayed.RequestId;
                context.Response.Headers["X-Request-Id"] = replayed.RequestId;
                return CreatedAsync(context, replayed.Task);
            case AcceptOutcome.KeyReused:
                return AnswerWriter.ErrorAsync(context, ApiErrors.IdempotencyKeyReused);
            default:
                return AnswerWriter.ErrorAsync(context, ApiErrors.ExternalIdTaken(externalTaskId ?? ""));
        }
    }

    private async Task CreatedAsync(HttpContext context, VideoTask task)
    {
        context.Response.Headers["X-OmniReel-Engine"] = task.Facts.Engine;
        if (LabWishes.Granted(task.Facts) is { } granted) context.Response.Headers[LabWishes.Header] = granted;
        if (Preferences.Wait(context.Request.Headers["Prefer"]) is null)
        {
            await AnswerWriter.OkAsync(context, TaskView.Created(task), WireContext.Default.CreatedData);
            return;
        }

        var waited = await wait.UntilEndAsync(context, task);
        await view.AnswerAsync(context, waited);
    }

    private TaskFacts Facts(VideoRequest request, Language language, string engine) => new()
    {
        Profile = request.Profile,
        Model = request.Model,
        Mode = request.Mode,
        Kind = request.Kind,
        Units = prices.Hold(request),
        Seconds = request.Seconds,
        Language = language.Tag(),
        Watermark = request.Watermark,
        CallbackUrl = request.CallbackUrl,
        IgnoredFields = request.IgnoredFields,
        Engine = engine,
    };

    private async Task ListAsync(HttpContext context, string tenant)
    {
        if (!Paging.TryRead(context.Request.Query, out var page, out var errors))
        {
            await AnswerWriter.ErrorsAsync(context, errors);
            return;
        }

        var tasks = await store.ListAsync(tenant, page.Skip, page.Take, context.RequestAborted);
        var data = new TaskData[tasks.Count];
        var links = view.LinksOf(context);
        var titled = context.Request.Query["titles"] == "true";
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = await view.ShowNowAsync(tasks[i], links, context.RequestAborted);
            if (titled && await titles.OfAsync(tasks[i], context.RequestAborted) is { } title) data[i] = data[i] with { OmniReel = data[i].OmniReel! with { Title = title } };
        }

        if (data.Length > 0) context.Response.Headers["X-OmniReel-Engine"] = string.Join(", ", tasks.Select(task => task.Engine).Distinct());
        await AnswerWriter.OkAsync(context, data, WireContext.Default.IReadOnlyListTaskData);
    }
}
