using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Server.Elements;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Videos;

namespace OmniReel.Server.Http.Elements;

/// <summary><c>…/general/advanced-presets-elements</c>, and in the older form <c>…/general/presets-elements</c>: the elements that everybody has.</summary>
internal sealed class PresetEndpoints(PresetElements presets, ElementView view, Gate gate) : IEndpoints
{
    public void Map(RouteTable routes)
    {
        foreach (var root in ElementPaths.All)
        {
            routes.Add(root + "/advanced-presets-elements", new Verbs { Get = gate.Keyed((context, _) => ListAsync(context)) });
            routes.Add(root + "/presets-elements", new Verbs { Get = gate.Keyed((context, _) => ListSimpleAsync(context)) });
        }
    }

    private async Task ListAsync(HttpContext context)
    {
        if (await PageAsync(context) is not { } page)
            return;
        var (shown, links, language) = (new List<ElementTaskData>(), view.LinksOf(context), context.Language());
        foreach (var preset in page)
            shown.Add(await view.ShowAsync(preset, language, links, context.RequestAborted));
        await AnswerWriter.OkAsync(context, shown, WireContext.Default.IReadOnlyListElementTaskData);
    }

    private async Task ListSimpleAsync(HttpContext context)
    {
        if (await PageAsync(context) is not { } page)
            return;
        var (shown, links, language) = (new List<SimpleElementData>(), view.LinksOf(context), context.Language());
        foreach (var preset in page)
            shown.Add(await view.ShowSimpleAsync(preset, language, links, context.RequestAborted));
        await AnswerWriter.OkAsync(context, shown, WireContext.Default.IReadOnlyListSimpleElementData);
    }

    private async Task<IEnumerable<PresetElement>?> PageAsync(HttpContext context)
    {
        if (Paging.TryRead(context.Request.Query, out var page, out var errors))
            return presets.All.Skip(page.Skip).Take(page.Take);
        await AnswerWriter.ErrorsAsync(context, errors);
        return null;
    }
}
