using Microsoft.AspNetCore.Http;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Health;

/// <summary><c>GET /healthz</c>: the process answers. <c>GET /readyz</c>: it takes new work; 503 while it starts or drains, and once its store has failed.</summary>
internal sealed class HealthEndpoints(Readiness readiness) : IEndpoints
{
    public void Map(RouteTable routes)
    {
        routes.Add("/healthz", new Verbs { Get = AnswerWriter.OkAsync });
        routes.Add("/readyz", new Verbs { Get = ReadyAsync });
    }

    private Task ReadyAsync(HttpContext context) =>
        readiness.IsReady ? AnswerWriter.OkAsync(context) : AnswerWriter.ErrorAsync(context, ApiErrors.NotReady);
}
