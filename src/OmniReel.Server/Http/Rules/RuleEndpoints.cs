using OmniReel.Contract.Answers;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Rules;

/// <summary><c>GET /v1/rules</c>: the catalogue of rules, with their ids and one line in each language. It is no secret: no key is asked for.</summary>
internal sealed class RuleEndpoints : IEndpoints
{
    public void Map(RouteTable routes) =>
        routes.Add("/v1/rules", new Verbs { Get = context => AnswerWriter.OkAsync(context, RuleCatalogue.All, WireContext.Default.IReadOnlyListRuleEntry) });
}
