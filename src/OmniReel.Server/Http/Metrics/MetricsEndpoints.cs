using System.Text;
using Microsoft.AspNetCore.Http;
using OmniReel.Server.Engines;
using OmniReel.Server.Http.Bodies;
using OmniReel.Server.Http.Health;

namespace OmniReel.Server.Http.Metrics;

/// <summary><c>GET /metrics</c>: figures in Prometheus' text format. They name no tenant and no task.</summary>
internal sealed class MetricsEndpoints(HttpMeters http, InstrumentReader instruments, InFlightBudget bodies, Readiness readiness, IEngineRoutes engines, SubmitFigures submits) : IEndpoints
{
    public void Map(RouteTable routes) => routes.Add("/metrics", new Verbs { Get = SendAsync });

    private async Task SendAsync(HttpContext context)
    {
        var text = new StringBuilder(8192);
        http.Write(text);
        Gauge(text, "omnireel_http_requests_in_flight", "Requests without a whole answer yet.", http.InFlight);
        Gauge(text, "omnireel_http_body_bytes_in_flight", "Bytes held by large request bodies.", bodies.Held);
        Gauge(text, "omnireel_ready", "1 while the server takes new work.", readiness.IsReady ? 1 : 0);
        Gauge(text, "process_resident_memory_bytes", "Resident memory.", Environment.WorkingSet);
        Gauge(text, "dotnet_gc_heap_bytes", "Managed heap after the last collection.", GC.GetTotalMemory(forceFullCollection: false));
        EngineFigures.Write(text, engines.Health);
        await submits.WriteAsync(text, context.RequestAborted);
        instruments.Write(text);

        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(text.ToString());
        await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
    }

    private static void Gauge(StringBuilder text, string name, string help, long value) =>
        text.Append($"# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");
}
