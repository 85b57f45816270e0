using System.Globalization;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Submits;

/// <summary><c>/v1/submits</c>: paid submits, those first that wait for a person, and what people decide about them.</summary>
internal sealed class SubmitEndpoints(ISubmitStore submits, ITaskStore tasks, SubmitSettling settling, SubmitRequests requests, Gate gate) : IEndpoints
{
    private const string Root = "/v1/submits";
    private const int IdPlace = 3;

    public void Map(RouteTable routes)
    {
        routes.Add(Root, new Verbs { Get = gate.Keyed(ListAsync) });
        routes.Add(Root + "/{id}/settle", new Verbs { Post = gate.Keyed(SettleAsync) });
    }

    private async Task ListAsync(HttpContext context, string tenant)
    {
        if (SubmitRequests.Page(context.Request.Query, out var error) is not { } page)
        {
            await AnswerWriter.ErrorAsync(context, error!);
            return;
        }

        var withStrange = page.Before == 0 && page.States.Contains(SubmitState.Orphaned);
        var data = new List<SubmitData>();
        foreach (var submit in await OfTenantAsync(tenant, page, context.RequestAborted)) data.Add(await ShowAsync(submit, context.RequestAborted));
        await AnswerWriter.OkAsync(
            context,
            new SubmitsData
            {
                Submits = data,
                StrangeFilms = withStrange ? [.. (await submits.StrangersAsync(page.Count, context.RequestAborted)).Select(SubmitShape.Of)] : [],
            },
            WireContext.Default.SubmitsData);
    }

    private async Task SettleAsync(HttpContext context, string tenant)
    {
        var (wish, error) = await requests.WishAsync(context.Request);
        if (wish is null)
        {
            await AnswerWriter.ErrorAsync(context, error!);
            return;
        }

        var outcome = SubmitRequests.TryId(RawPath.Segment(context, IdPlace), out var id)
            ? await settling.SettleAsync(tenant, id, wish, Who(context, tenant))
            : new SettleOutcome.NotFound();
        if (outcome is SettleOutcome.Settled settled) await AnswerAsync(context, settled);
        else await AnswerWriter.ErrorAsync(context, Refusal(outcome));
    }

    private async Task AnswerAsync(HttpContext context, SettleOutcome.Settled settled)
    {
        var shown = await ShowAsync(settled.Submit, context.RequestAborted);
        var data = new SettledData { TaskId = settled.Task?.Id.ToString(CultureInfo.InvariantCulture), State = shown.State, Submit = shown };
        await AnswerWriter.OkAsync(context, data, WireContext.Default.SettledData);
    }

    private async Task<IReadOnlyList<Submit>> OfTenantAsync(string tenant, SubmitPage page, CancellationToken cancellation)
    {
        var (found, before) = (new List<Submit>(), page.Before);
        while (found.Count < page.Count && await submits.ListAsync(page.States, before, page.Count, cancellation) is { Count: > 0 } next)
        {
            found.AddRange(next.Where(submit => submit.Tenant == tenant).Take(page.Count - found.Count));
            before = next[^1].Id;
        }

        return found;
    }

    private async Task<SubmitData> ShowAsync(Submit submit, CancellationToken cancellation) =>
        SubmitShape.Of(submit, await tasks.FindAsync(submit.Tenant, submit.TaskId.ToString(CultureInfo.InvariantCulture), cancellation));

    private static string Who(HttpContext context, string tenant) =>
        context.Features.Get<AdminConnection>() is null ? $"account {tenant}" : "an operator on this machine";

    private static ApiError Refusal(SettleOutcome outcome) => outcome switch
    {
        SettleOutcome.NotOpen other => SubmitErrors.NotOpen(SubmitShape.Word(other.Submit.State), other.Submit.Note),
        SettleOutcome.NoUpstreamId => SubmitErrors.NoUpstreamId,
        SettleOutcome.FilmIsTaken taken => SubmitErrors.FilmIsTaken(taken.By),
        SettleOutcome.NoConnection missing => SubmitErrors.NoConnection(missing.Connection),
        SettleOutcome.TaskIsGone => SubmitErrors.TaskIsGone,
        _ => SubmitErrors.NotFound,
    };
}
