using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Requests;
using OmniReel.Server.Elements;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Videos;

namespace OmniReel.Server.Http.Elements;

/// <summary><c>…/general/advanced-presets-elements</c>, and in the older form <c>…/general/presets-elements</c>: the elements that everybody has.</summary>
internal sealed class PresetEndpoints(PresetElements presets, ElementShape shape, LinkBase linkBase, Gate gate) : IEndpoints
{
    public void Map(RouteTable routes)
    {
        foreach (var root in ElementPaths.All)
        {
            routes.Add(root + "/advanced-presets-elements", new Verbs { Get = gate.Keyed((context, _) => ListAsync(context)) });
            routes.Add(root + "/presets-elements", new Verbs { Get = gate.Keyed((context, _) => ListSimpleAsync(context)) });
        }
    }

    private Task ListAsync(HttpContext context) => AnswerAsync(
        context, (preset, links, language) => shape.Show(preset, language, links), WireContext.Default.IReadOnlyListElementTaskData);

    private Task ListSimpleAsync(HttpContext context) => AnswerAsync(
        context, (preset, links, language) => shape.ShowSimple(preset, language, links), WireContext.Default.IReadOnlyListSimpleElementData);

    private Task AnswerAsync<T>(HttpContext context, Func<PresetElement, string, Language, T> show, JsonTypeInfo<IReadOnlyList<T>> type)
    {
        if (!Paging.TryRead(context.Request.Query, out var page, out var errors))
            return AnswerWriter.ErrorsAsync(context, errors);
        var (links, language) = (linkBase.For(context), context.Language());
        return AnswerWriter.OkAsync<IReadOnlyList<T>>(context, [.. presets.All.Skip(page.Skip).Take(page.Take).Select(preset => show(preset, links, language))], type);
    }
}
