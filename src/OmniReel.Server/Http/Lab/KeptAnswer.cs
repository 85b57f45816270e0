using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OmniReel.Server.Http.Lab;

/// <summary>An answer that was made and not sent: its status and headers stand in the response, its body here.</summary>
internal static class KeptAnswer
{
    /// <summary>Lets a request be answered, and keeps the body of the answer.</summary>
    public static async Task<byte[]> OfAsync(HttpContext context, RequestDelegate next)
    {
        var wire = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var kept = new MemoryStream();
        var instead = new StreamResponseBodyFeature(kept);
        context.Features.Set<IHttpResponseBodyFeature>(instead);
        try
        {
            await next(context);
            await instead.CompleteAsync();
        }
        finally
        {
            context.Features.Set(wire);
        }

        return kept.ToArray();
    }

    /// <summary>Sends it.</summary>
    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        if (HttpMethods.IsHead(context.Request.Method) || context.Response.StatusCode == StatusCodes.Status304NotModified) return;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Sends it piece by piece, with a pause before each. The length is said or not, as the response has it.</summary>
    public static async Task SendSlowlyAsync(HttpContext context, ReadOnlyMemory<byte> body, int piece, TimeSpan pause, TimeProvider time)
    {
        for (var at = 0; at < body.Length; at += piece)
        {
            if (pause > TimeSpan.Zero) await Task.Delay(pause, time, context.RequestAborted);
            await context.Response.Body.WriteAsync(body.Slice(at, Math.Min(piece, body.Length - at)), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
