using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Reading;
using OmniReel.Server.Elements;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Bodies;

namespace OmniReel.Server.Http.Elements;

/// <summary><c>POST …/general/delete-elements</c> and <c>…/delete-advanced-elements</c>: the same on both paths. Films that were accepted before are not touched.</summary>
internal sealed class ElementDeletion(ElementLibrary library, PresetElements presets, BodyReader bodies, Gate gate) : IEndpoints
{
    public void Map(RouteTable routes)
    {
        foreach (var root in ElementPaths.All)
        {
            routes.Add(root + "/delete-elements", new Verbs { Post = gate.Keyed(DeleteAsync) });
            routes.Add(root + "/delete-advanced-elements", new Verbs { Post = gate.Keyed(DeleteAsync) });
        }
    }

    private async Task DeleteAsync(HttpContext context, string tenant)
    {
        using var body = await bodies.ReadAsync(context.Request);
        if (body.Fault != BodyFault.None)
        {
            await AnswerWriter.ErrorAsync(context, ApiErrors.For(body.Fault));
            return;
        }

        var read = ElementReader.ReadDeletion(body.Bytes.Span, context.Language());
        await (!read.IsAccepted ? AnswerWriter.RefusedAsync(context, read)
            : await library.DeleteAsync(tenant, read.Request) ? AnswerWriter.OkAsync(context)
            : AnswerWriter.ErrorAsync(context, presets.Preset(read.Request) is null ? ApiErrors.ElementNotFound : ApiErrors.ElementIsPreset));
    }
}
