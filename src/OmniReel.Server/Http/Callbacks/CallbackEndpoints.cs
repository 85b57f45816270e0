using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Videos;

namespace OmniReel.Server.Http.Callbacks;

/// <summary><c>/v1/callbacks</c>: what was told to whom, and telling it again.</summary>
internal sealed class CallbackEndpoints(IDeliveryStore store, CallbackRequests requests, Gate gate) : IEndpoints
{
    private const string Root = "/v1/callbacks";
    private const int IdPlace = 3;

    public void Map(RouteTable routes)
    {
        routes.Add(Root, new Verbs { Get = gate.Keyed(ListAsync) });
        routes.Add(Root + "/replay", new Verbs { Post = gate.Keyed(ReplayManyAsync) });
        routes.Add(Root + "/{id}", new Verbs { Get = gate.Keyed(GetAsync) });
        routes.Add(Root + "/{id}/replay", new Verbs { Post = gate.Keyed(ReplayOneAsync) });
    }

    private Task ListAsync(HttpContext context, string tenant)
    {
        if (!Paging.TryRead(context.Request.Query, out var page, out var errors)) return AnswerWriter.ErrorsAsync(context, errors);
        if (!CallbackRequests.TryFilter(context.Request.Query, out var filter, out var error)) return AnswerWriter.ErrorAsync(context, error);
        CallbackData[] data = [.. store.List(tenant, filter, page.Skip, page.Take).Select(CallbackShape.Of)];
        return AnswerWriter.OkAsync(context, data, WireContext.Default.IReadOnlyListCallbackData);
    }

    private Task GetAsync(HttpContext context, string tenant) => AnswerAsync(context, tenant, RawPath.Segment(context, IdPlace));

    private async Task ReplayOneAsync(HttpContext context, string tenant)
    {
        var id = RawPath.Segment(context, IdPlace);
        await store.ReplayAsync(tenant, id, CancellationToken.None);
        await AnswerAsync(context, tenant, id);
    }

    private async Task ReplayManyAsync(HttpContext context, string tenant)
    {
        var (wish, error) = await requests.BodyAsync(context.Request, WireContext.Default.ReplayRequest);
        if (wish is null)
        {
            await AnswerWriter.ErrorAsync(context, error!);
            return;
        }

        if (!CallbackRequests.TryFilter(wish.State, wish.TaskId, wish.Since, out var filter, out error))
            await AnswerWriter.ErrorAsync(context, error);
        else if (filter == new DeliveryFilter())
            await AnswerWriter.ErrorAsync(context, CallbackErrors.EmptyFilter);
        else
            await AnswerWriter.OkAsync(context, new ReplayData(await store.ReplayAsync(tenant, filter, CancellationToken.None)), WireContext.Default.ReplayData);
    }

    private Task AnswerAsync(HttpContext context, string tenant, string id) => store.Find(tenant, id) is { } delivery
        ? AnswerWriter.OkAsync(context, CallbackShape.Of(delivery), WireContext.Default.CallbackData)
        : AnswerWriter.ErrorAsync(context, CallbackErrors.NotFound);
}
