using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Bodies;

namespace OmniReel.Server.Http.Routes;

/// <summary>
/// <c>GET /v1/routes</c>: which engine makes which film. <c>POST /v1/routes/explain</c>: what that comes to for a body; 200 for good and
/// bad bodies alike. Creates nothing and sends nothing.
/// </summary>
internal sealed class RouteEndpoints(IEngineRoutes routes, IElementCatalogs elements, IUrlPolicy urls, BodyReader bodies, Gate gate) : IEndpoints
{
    /// <summary>The query value that says how a body is read.</summary>
    public const string Profile = "profile";

    public void Map(RouteTable table)
    {
        table.Add("/v1/routes", new Verbs { Get = gate.Keyed((context, _) => AnswerWriter.OkAsync(context, RouteShape.Of(routes), WireContext.Default.RoutesData)) });
        table.Add("/v1/routes/explain", new Verbs { Post = gate.Keyed(ExplainAsync) });
    }

    private async Task ExplainAsync(HttpContext context, string tenant)
    {
        if (ProfileOf(context.Request.Query[Profile].ToString()) is not { } profile)
        {
            await AnswerWriter.ErrorAsync(context, ApiErrors.Profile);
            return;
        }

        using var body = await bodies.ReadAsync(context.Request);
        if (body.Fault != BodyFault.None)
        {
            await AnswerWriter.ErrorAsync(context, ApiErrors.For(body.Fault));
            return;
        }

        var language = context.Language();
        var read = RequestReader.Read(body.Bytes.Span, profile, elements.Of(tenant), language, urls);
        await AnswerWriter.OkAsync(context, RouteShape.Of(read, routes.Explain, language), WireContext.Default.RouteAccountData);
    }

    private static ApiProfile? ProfileOf(string word) => word switch
    {
        "" or "vendor" => ApiProfile.Vendor,
        "relay" => ApiProfile.Relay,
        _ => null,
    };
}
