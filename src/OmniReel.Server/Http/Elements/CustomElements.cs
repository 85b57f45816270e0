using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Requests;
using OmniReel.Server.Elements;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Videos;

namespace OmniReel.Server.Http.Elements;

/// <summary><c>…/general/advanced-custom-elements</c>: the caller's own elements, made by tasks.</summary>
internal sealed class CustomElements(ElementLibrary library, ElementAccept accept, ElementShape shape, LinkBase linkBase, ElementWait wait, Gate gate) : IEndpoints
{
    public void Map(RouteTable routes)
    {
        foreach (var root in ElementPaths.All)
        {
            var place = ElementPaths.IdPlace(root);
            routes.Add(root + "/advanced-custom-elements", new Verbs { Post = gate.Keyed(CreateAsync), Get = gate.Keyed(ListAsync) });
            routes.Add(root + "/advanced-custom-elements/{id}", new Verbs { Get = gate.Keyed((context, tenant) => GetAsync(context, tenant, RawPath.Segment(context, place))) });
        }
    }

    private async Task CreateAsync(HttpContext context, string tenant)
    {
        if (await accept.AcceptAsync(context, tenant, ElementForm.Advanced) is not { } element)
            return;
        if (Preferences.Wait(context.Request.Headers["Prefer"]) is null)
            await AnswerWriter.OkAsync(context, ElementShape.Created(element), WireContext.Default.CreatedData);
        else
            await AnswerAsync(context, await wait.AsAskedAsync(context, element));
    }

    private async Task GetAsync(HttpContext context, string tenant, string id)
    {
        if (await library.FindAsync(tenant, id, context.RequestAborted) is { Facts.Form: ElementForm.Advanced } element)
            await AnswerAsync(context, await wait.AsAskedAsync(context, element));
        else
            await AnswerWriter.ErrorAsync(context, ApiErrors.TaskNotFound);
    }

    private async Task ListAsync(HttpContext context, string tenant)
    {
        if (!Paging.TryRead(context.Request.Query, out var page, out var errors))
        {
            await AnswerWriter.ErrorsAsync(context, errors);
            return;
        }

        var elements = await library.ListAsync(tenant, ElementForm.Advanced, usableOnly: false, page.Skip, page.Take, context.RequestAborted);
        var links = linkBase.For(context);
        await AnswerWriter.OkAsync(context, elements.Select(element => shape.Show(element, links)).ToArray(), WireContext.Default.IReadOnlyListElementTaskData);
    }

    private Task AnswerAsync(HttpContext context, Element element) =>
        AnswerWriter.OkAsync(context, shape.Show(element, linkBase.For(context)), WireContext.Default.ElementTaskData);
}
