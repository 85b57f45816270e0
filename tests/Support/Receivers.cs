using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;

namespace OmniReel.Testing;

/// <summary>One request as it came.</summary>
public sealed record Received(int Receiver, string Id, string Timestamp, string? Signature, byte[] Body, DateTimeOffset At, IReadOnlyDictionary<string, string> Headers);

/// <summary>How a receiver of callbacks answers; it has read the request before.</summary>
public delegate Task Manner(HttpContext context, CancellationToken over);

/// <summary>Receivers of callbacks on ports of their own, each with its manner; all that came is kept.</summary>
public sealed class Receivers : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Manner[] _manners;
    private readonly int[] _ports;
    private readonly CancellationTokenSource _over = new();

    private Receivers(WebApplication app, Manner[] manners, int[] ports) => (_app, _manners, _ports) = (app, manners, ports);

    /// <summary>Everything that came, in the order of arrival.</summary>
    public ConcurrentQueue<Received> All { get; } = new();

    /// <summary>False: what came is told to <see cref="Heard"/> alone.</summary>
    public bool Keeps { get; set; } = true;

    /// <summary>Called for each request once it was read, before it is answered.</summary>
    public Action<Received> Heard { get; set; } = _ => { };

    public static async Task<Receivers> StartAsync(params Manner[] manners)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MinResponseDataRate = null;
            for (var i = 0; i < manners.Length; i++) kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        Receivers? receivers = null;
        app.Run(context => receivers!.HearAsync(context));
        await app.StartAsync();
        receivers = new Receivers(app, manners, [.. app.Urls.Select(url => new Uri(url).Port)]);
        return receivers;
    }

    public string Url(int receiver) => $"http://127.0.0.1:{_ports[receiver]}/hook/{receiver}";

    /// <summary>What came to one receiver.</summary>
    public IReadOnlyList<Received> Of(int receiver) => [.. All.Where(one => one.Receiver == receiver)];

    /// <summary>From now on it answers so.</summary>
    public void Change(int receiver, Manner manner) => _manners[receiver] = manner;

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
        _over.Dispose();
    }

    private async Task HearAsync(HttpContext context)
    {
        var receiver = Array.IndexOf(_ports, context.Connection.LocalPort);
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var received = new Received(receiver, headers.GetValueOrDefault("webhook-id", ""), headers.GetValueOrDefault("webhook-timestamp", ""), headers.GetValueOrDefault("webhook-signature"),
            body.ToArray(), TimeProvider.System.GetUtcNow(), headers);
        if (Keeps) All.Enqueue(received);
        Heard(received);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _over.Token);
        try
        {
            await _manners[receiver](context, over.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            context.Abort();
        }
    }
}

/// <summary>Manners of receivers, good and bad.</summary>
public static class Manners
{
    public static Manner Good { get; } = Says(204);

    /// <summary>Never answers.</summary>
    public static Manner Hangs { get; } = (_, over) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, over);

    /// <summary>Says 200 at once and then sends a byte a second, for ever.</summary>
    public static Manner Trickles { get; } = async (context, over) =>
    {
        await context.Response.StartAsync(over);
        while (true)
        {
            await context.Response.WriteAsync(".", over);
            await context.Response.Body.FlushAsync(over);
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, over);
        }
    };

    /// <summary>Says 200 and promises more bytes than it sends before it cuts the line.</summary>
    public static Manner BreaksOff { get; } = async (context, over) =>
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("so far", over);
        await context.Response.Body.FlushAsync(over);
        context.Abort();
    };

    /// <summary>Cuts the line without an answer.</summary>
    public static Manner HangsUp { get; } = (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    public static Manner Says(int status, string text = "", params (string Name, string Value)[] headers) => async (context, over) =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        if (text.Length > 0) await context.Response.WriteAsync(text, over);
    };

    public static Manner Redirects(string to) => Says(302, "", ("Location", to));

    /// <summary>The first manner for so many requests, then the second.</summary>
    public static Manner First(int times, Manner manner, Manner then)
    {
        var left = times;
        return (context, over) => Interlocked.Decrement(ref left) >= 0 ? manner(context, over) : then(context, over);
    }

    /// <summary>Says 200 and sends so many bytes as fast as they are taken.</summary>
    public static Manner Floods(long bytes) => async (context, over) =>
    {
        context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        var block = new byte[64 << 10];
        for (var left = bytes; left > 0; left -= block.Length)
        {
            await context.Response.Body.WriteAsync(block, over);
        }
    };
}
