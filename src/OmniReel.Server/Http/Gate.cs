using Microsoft.AspNetCore.Http;
using OmniReel.Server.Http.Answers;
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
/// <param name="admissions">Who may ask.</param>
/// <param name="lab">Keeps tests apart by tenants; null where there is no lab.</param>
internal sealed class Gate(Admissions admissions, LabDoor? lab = null)
{
    /// <summary>The handler behind the gate.</summary>
    public RequestDelegate Keyed(TenantDelegate handler) => context =>
    {
        var (tenant, refusal) = admissions.Look(context);
        if (refusal is not null) return AnswerWriter.ErrorAsync(context, refusal);
        return handler(context, lab is null ? tenant : LabDoor.TenantOf(context, tenant));
    };
}
