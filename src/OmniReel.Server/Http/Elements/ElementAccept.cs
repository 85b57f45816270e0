using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Elements;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Bodies;
using OmniReel.Server.Http.Health;
using OmniReel.Server.Http.Videos;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Elements;

/// <summary>A body becomes a durable element that is still to be made.</summary>
internal sealed class ElementAccept(ElementLibrary library, IUrlPolicy urls, LinkBase links, TaskIds ids, BodyReader bodies, Readiness readiness, TimeProvider time)
{
    /// <summary>The accepted element, or null when the refusal has been answered.</summary>
    public async Task<Element?> AcceptAsync(HttpContext context, string tenant, ElementForm form)
    {
        if (!IdempotencyKey.TryRead(context.Request.Headers["Idempotency-Key"], out var key))
            return await RefuseAsync(context, ApiErrors.IdempotencyKeyForm);
        if (readiness.IsDraining)
            return await RefuseAsync(context, ApiErrors.NotReady);

        using var body = await bodies.ReadAsync(context.Request);
        if (body.Fault != BodyFault.None)
            return await RefuseAsync(context, ApiErrors.For(body.Fault));

        var claim = key is null ? null : Claim(key, body, form, context.TraceIdentifier);
        // Before the rules: what they allow may have changed since the first answer, which is due again as it was.
        if (claim is not null && await library.FindRepeatAsync(tenant, claim, CancellationToken.None) is { } repeat)
            return await AnswerAsync(context, repeat, request: null);

        var language = context.Language();
        var read = ElementReader.Read(body.Bytes.Span, form, language, urls);
        if (!read.IsAccepted)
        {
            await AnswerWriter.RefusedAsync(context, read);
            return null;
        }

        var outcome = await AcceptAsync(New(context, tenant, read.Request, language, body, claim), body);
        return await AnswerAsync(context, outcome, read.Request);
    }

    /// <param name="request">Null for a repeat, which is neither over a quota nor a second use of an id.</param>
    private async Task<Element?> AnswerAsync(HttpContext context, ElementOutcome outcome, ElementRequest? request)
    {
        switch (outcome)
        {
            case ElementOutcome.Accepted accepted:
                return accepted.Element;
            case ElementOutcome.Replayed replayed:
                context.TraceIdentifier = replayed.RequestId;
                context.Response.Headers["X-Request-Id"] = replayed.RequestId;
                return replayed.Element;
            case ElementOutcome.KeyReused:
                return await RefuseAsync(context, ApiErrors.IdempotencyKeyReused);
            case ElementOutcome.OverQuota:
                return await RefuseAsync(context, ApiErrors.For(library.OverQuota(request!.Form, request.Kind)));
            default:
                return await RefuseAsync(context, ApiErrors.ExternalIdTaken(request?.ExternalTaskId ?? ""));
        }
    }

    private NewElement New(HttpContext context, string tenant, ElementRequest request, Language language, RequestBody body, ElementClaim? claim)
    {
        var facts = new ElementFacts
        {
            Form = request.Form,
            Kind = request.Kind,
            Name = request.Name,
            Description = request.Description,
            Tags = request.Tags,
            VoiceId = request.VoiceId,
            CallbackUrl = request.CallbackUrl,
            LinksBegin = request.CallbackUrl is null ? null : links.For(context),
            Language = language.Tag(),
            IgnoredFields = request.IgnoredFields,
        };
        return new(ids.Next(), ElementIds.Mint(), tenant, request.ExternalTaskId, facts, body.Bytes, time.GetUtcNow().ToUnixTimeMilliseconds(), claim);
    }

    private static ElementClaim Claim(string key, RequestBody body, ElementForm form, string requestId)
    {
        var claim = IdempotencyKey.Claim(key, body.Bytes.Span, form == ElementForm.Simple ? ApiProfile.Vendor : ApiProfile.Relay, requestId);
        return new ElementClaim(claim.Key, claim.BodyHash, claim.RequestId);
    }

    private async ValueTask<ElementOutcome> AcceptAsync(NewElement element, RequestBody body)
    {
        try
        {
            return await library.AcceptAsync(element);
        }
        catch
        {
            body.Abandon();
            throw;
        }
    }

    private static async Task<Element?> RefuseAsync(HttpContext context, ApiError error)
    {
        await AnswerWriter.ErrorAsync(context, error);
        return null;
    }
}
