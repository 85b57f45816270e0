using Microsoft.AspNetCore.Http;
using OmniReel.Server.Access;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Console;
using OmniReel.Server.Http.Lab;

namespace OmniReel.Server.Http;

/// <summary>Set on connections through the admin socket: the file system has checked already who is there.</summary>
public sealed class AdminConnection
{
    /// <summary>The mark.</summary>
    public static AdminConnection Mark { get; } = new();
}

/// <summary>A handler that knows whose request it is.</summary>
internal delegate Task TenantDelegate(HttpContext context, string tenant);

/// <summary>Asks every request for its key, or for the session of the console, before anything else of it is read.</summary>
/// <param name="identities">Who may ask.</param>
/// <param name="console">The sessions that people sign in to.</param>
/// <param name="lab">Keeps tests apart by tenants; null where there is no lab.</param>
internal sealed class Gate(Identities identities, ConsoleDoor console, LabDoor? lab = null)
{
    /// <summary>The handler behind the gate.</summary>
    public RequestDelegate Keyed(TenantDelegate handler) => context =>
    {
        var check = identities.Check(context.Request.Headers.Authorization);
        if (check.Verdict == KeyVerdict.Known) return handler(context, lab is null ? check.Tenant : LabDoor.TenantOf(context, check.Tenant));
        if (context.Features.Get<AdminConnection>() is not null) return handler(context, lab is null ? KeyCheck.DefaultTenant : LabDoor.TenantOf(context, KeyCheck.DefaultTenant));
        if (check.Verdict == KeyVerdict.Missing && console.Look(context) is { } visit)
            return visit.Refusal is { } refusal ? AnswerWriter.ErrorAsync(context, refusal) : handler(context, lab is null ? visit.Session!.Tenant : LabDoor.TenantOf(context, visit.Session!.Tenant));
        return AnswerWriter.ErrorAsync(context, ApiErrors.For(check.Verdict));
    };
}
