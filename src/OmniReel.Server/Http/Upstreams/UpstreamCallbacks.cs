using Microsoft.AspNetCore.Http;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Upstreams;

/// <summary>
/// <c>POST /upstream-callbacks/{token}</c>: an upstream says that something has changed. Nothing that it says is read: whoever guesses an
/// address, which nobody does, only has us ask the upstream once more.
/// </summary>
internal sealed class UpstreamCallbacks(HttpSettings settings) : IEndpoints
{
    public void Map(RouteTable routes) => routes.Add("/upstream-callbacks/{token}", new Verbs { Post = TakeAsync });

    private Task TakeAsync(HttpContext context) => settings.UpstreamCalled(RawPath.Segment(context, 2))
        ? AnswerWriter.OkAsync(context)
        : AnswerWriter.ErrorAsync(context, UnknownPath.Error(context.Request.Path));
}
