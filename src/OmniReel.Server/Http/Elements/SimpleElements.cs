using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Errors;
using OmniReel.Contract.Requests;
using OmniReel.Server.Elements;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Videos;

namespace OmniReel.Server.Http.Elements;

/// <summary>
/// <c>…/general/custom-elements</c>: the older API, which answers with the element itself. It is made by a task all the same, and the
/// answer waits for its end.
/// </summary>
internal sealed class SimpleElements(ElementLibrary library, ElementAccept accept, ElementShape shape, LinkBase linkBase, ElementWait wait, Gate gate) : IEndpoints
{
    public void Map(RouteTable routes)
    {
        foreach (var root in ElementPaths.All)
        {
            var place = ElementPaths.IdPlace(root);
            routes.Add(root + "/custom-elements", new Verbs { Post = gate.Keyed(CreateAsync), Get = gate.Keyed(ListAsync) });
            routes.Add(root + "/custom-elements/{id}", new Verbs { Get = gate.Keyed((context, tenant) => GetAsync(context, tenant, RawPath.Segment(context, place))) });
        }
    }

    private async Task CreateAsync(HttpContext context, string tenant)
    {
        if (await accept.AcceptAsync(context, tenant, ElementForm.Simple) is not { } accepted)
            return;
        var element = await wait.UntilMadeAsync(context, accepted);
        await (element.Status switch
        {
            ElementStatus.Succeeded => AnswerWriter.OkAsync(context, shape.ShowSimple(element, linkBase.For(context)), WireContext.Default.SimpleElementData),
            ElementStatus.Failed => AnswerWriter.ErrorAsync(context, new ApiError(ErrorCode.BadValue, element.StatusMessage, element.StatusMessage)),
            _ => AnswerWriter.ErrorAsync(context, ApiErrors.ElementLate),
        });
    }

    private async Task GetAsync(HttpContext context, string tenant, string id)
    {
        if (ElementIds.TryParse(id, out var number) && await library.FindMadeAsync(tenant, number, context.RequestAborted) is { Facts.Form: ElementForm.Simple, IsDeleted: false } element)
            await AnswerWriter.OkAsync(context, shape.ShowSimple(element, linkBase.For(context)), WireContext.Default.SimpleElementData);
        else
            await AnswerWriter.ErrorAsync(context, ApiErrors.ElementNotFound);
    }

    private async Task ListAsync(HttpContext context, string tenant)
    {
        if (!Paging.TryRead(context.Request.Query, out var page, out var errors))
        {
            await AnswerWriter.ErrorsAsync(context, errors);
            return;
        }

        var elements = await library.ListAsync(tenant, ElementForm.Simple, usableOnly: true, page.Skip, page.Take, context.RequestAborted);
        var links = linkBase.For(context);
        var shown = elements.Select(element => shape.ShowSimple(element, links)).ToArray();
        await AnswerWriter.OkAsync(context, shown, WireContext.Default.IReadOnlyListSimpleElementData);
    }
}
