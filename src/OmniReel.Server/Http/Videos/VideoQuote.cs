using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Bodies;
using OmniReel.Server.Http.Routes;

namespace OmniReel.Server.Http.Videos;

/// <summary><c>POST …/omni-video/quote</c>: what a body would become and cost; 200 for good and bad bodies alike. Creates nothing.</summary>
internal sealed class VideoQuote(IElementCatalogs elements, IUrlPolicy urls, PriceTable prices, IEngineRoutes routes, BodyReader bodies, VideoItem item, Gate gate) : IEndpoints
{
    public void Map(RouteTable table)
    {
        foreach (var (root, profile) in VideoPaths.All)
        {
            // A task whose external id is "quote" is still to be found by it: GET on this path asks for that task.
            table.Add(root + "/quote", new Verbs { Post = gate.Keyed((context, tenant) => QuoteAsync(context, tenant, profile)), Get = item.Query(root) });
        }
    }

    private async Task QuoteAsync(HttpContext context, string tenant, ApiProfile profile)
    {
        using var body = await bodies.ReadAsync(context.Request);
        if (body.Fault != BodyFault.None)
        {
            await AnswerWriter.ErrorAsync(context, ApiErrors.For(body.Fault));
            return;
        }

        var read = RequestReader.Read(body.Bytes.Span, profile, elements.Of(tenant), context.Language(), urls);
        await AnswerWriter.OkAsync(context, Routed(read, context.Language()) ?? Quotes.Of(read, prices), WireContext.Default.QuoteData);
    }

    /// <summary>The quote of a good body that no engine can do; null for any other.</summary>
    private QuoteData? Routed(ReadResult read, Language language)
    {
        if (!read.IsAccepted) return null;
        var account = routes.Explain(read.Request, language);
        return account.IsAccepted ? null : new() { Verdict = QuoteData.Refused, Errors = NoEngine.Violations(account.Gaps, read.Request, language) };
    }
}
