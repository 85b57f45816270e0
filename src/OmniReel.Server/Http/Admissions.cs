using Microsoft.AspNetCore.Http;
using OmniReel.Server.Access;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Console;

namespace OmniReel.Server.Http;

/// <summary>Whether a request may come in.</summary>
/// <param name="Tenant">Whose it is; empty where it may not.</param>
/// <param name="Refusal">Why it may not; null where it may.</param>
internal readonly record struct Admission(string Tenant, ApiError? Refusal);

/// <summary>Looks at a request's key, or at its session of the console. Reads nothing else of it and changes nothing.</summary>
/// <param name="identities">Who may ask.</param>
/// <param name="console">The sessions that people sign in to.</param>
internal sealed class Admissions(Identities identities, ConsoleDoor console)
{
    /// <summary>Whose request it is, or why nobody's.</summary>
    public Admission Look(HttpContext context)
    {
        var check = identities.Check(context.Request.Headers.Authorization);
        if (check.Verdict == KeyVerdict.Known) return new(check.Tenant, null);
        if (context.Features.Get<AdminConnection>() is not null) return new(KeyCheck.DefaultTenant, null);
        if (check.Verdict == KeyVerdict.Missing && console.Look(context) is { } visit)
            return visit.Refusal is { } refusal ? new("", refusal) : new(visit.Session!.Tenant, null);
        return new("", ApiErrors.For(check.Verdict));
    }
}
