using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OmniReel.Server.Lab.FakeUpstream.Books;
using OmniReel.Server.Lab.FakeUpstream.Control;
using OmniReel.Server.Lab.FakeUpstream.Faults;
using OmniReel.Server.Lab.FakeUpstream.Films;
using OmniReel.Server.Lab.FakeUpstream.Wire;

namespace OmniReel.Server.Lab.FakeUpstream;

/// <summary>
/// A stand-in for the vendor or for a relay: takes orders, remembers what was paid, makes small real films, and fails on demand at every
/// step. A server of its own, with nothing of ours in it but the contract.
/// </summary>
public sealed class FakeUpstream : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FakeRoom _room;
    private readonly CallbackSender _callbacks;
    private readonly CancellationTokenSource _over;

    private FakeUpstream(WebApplication app, FakeRoom room, CallbackSender callbacks, CancellationTokenSource over) =>
        (_app, _room, _callbacks, _over) = (app, room, callbacks, over);

    /// <summary>Where it listens, as <c>http://ADDRESS:PORT</c>: the base URL of either dialect.</summary>
    public string Url { get; private set; } = "";

    /// <summary>As it was started.</summary>
    public FakeUpstreamOptions Options => _room.Options;

    /// <summary>Starts one; when this returns it listens.</summary>
    /// <exception cref="FakeUpstreamException">It cannot be as it is asked for.</exception>
    public static async Task<FakeUpstream> StartAsync(FakeUpstreamOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new FakeUpstreamOptions();
        var endpoint = Endpoint(options);
        var press = new FilmPress(options.Film);
        var room = new FakeRoom(options);
        var over = new CancellationTokenSource();
        var callbacks = new CallbackSender(room, over.Token);
        var upstream = new FakeUpstream(Build(room, endpoint), room, callbacks, over);
        try
        {
            var sender = new AnswerSender(options.Time, over.Token);
            var surface = new FakeSurface(room, new FilmDesk(room, callbacks), new ElementDesk(room), new FilmSurface(room, press, sender), new ControlDesk(upstream), sender);
            upstream._app.Run(surface.HandleAsync);
            await upstream._app.StartAsync(cancellation);
        }
        catch (Exception e)
        {
            await upstream.DisposeAsync();
            if (e is IOException or System.Net.Sockets.SocketException) throw new FakeUpstreamException($"cannot listen on {options.Url}: {e.Message}", e);
            throw;
        }

        upstream.Url = upstream._app.Urls.First();
        foreach (var task in room.Paid.All().Where(task => room.Now() < task.EndsAt)) callbacks.Follow(task, upstream.Url);
        if (room.Faults.ShutAtStart is { } shut) room.Faults.Shut(shut);
        return upstream;
    }

    /// <summary>Everything that happened, the first first.</summary>
    public IReadOnlyList<JournalEntry> Journal() => _room.Journal.All();

    /// <summary>What was paid, for one reference or for all.</summary>
    public PaidReport Paid(string? reference = null)
    {
        var paid = _room.Paid.All().Where(task => reference is null || task.Reference == reference).ToList();
        var references = paid.GroupBy(task => task.Reference).ToDictionary(one => one.Key, one => one.Count());
        return new PaidReport
        {
            Films = paid.Count, Units = paid.Sum(task => task.Units), References = references, MoreThanOnce = [.. references.Where(one => one is { Key.Length: > 0, Value: > 1 }).Select(one => one.Key)],
        };
    }

    /// <summary>How much was asked of it.</summary>
    public FakeStats Stats()
    {
        var posts = _room.Journal.All().Where(entry => entry.Kind == "post").ToList();
        var tally = _room.Tally;
        return new FakeStats
        {
            Connections = tally.Connections, Posts = posts.Count, Paid = posts.Count(post => post.Paid), Polls = tally.Polls, ReferenceQueries = tally.Finds, Lists = tally.Lists, Downloads = tally.Downloads,
            DownloadedBytes = tally.Bytes, Callbacks = tally.Callbacks, Going = _room.Paid.Going(), MostAtOnce = _room.Paid.MostAtOnce, Faults = new Dictionary<string, long>(tally.Faults),
        };
    }

    /// <summary>Orders faults, after those that stand.</summary>
    /// <exception cref="FakeUpstreamException">One cannot be read; none is taken then.</exception>
    public void Order(params IReadOnlyList<string> rules) => _room.Faults.Add(rules, running: true);

    /// <summary>Takes every order of a fault back; a rate stays, and begins anew.</summary>
    public void ClearFaults() => _room.Faults.Clear();

    /// <summary>The orders as they stand.</summary>
    public IReadOnlyList<OrderedFault> OrderedFaults() => _room.Faults.Orders();

    /// <summary>Forgets everything: films, elements, journal, orders of faults, counts. Also on the disk.</summary>
    public void Reset()
    {
        _room.Faults.Clear();
        _room.Paid.Clear();
        _room.Elements.Clear();
        _room.Journal.Clear();
        _room.Tally.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
        _callbacks.Dispose();
        _room.Dispose();
        _over.Dispose();
    }

    private static WebApplication Build(FakeRoom room, IPEndPoint endpoint)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "omnireel-fake-upstream", EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 256 << 20;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(endpoint, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddSingleton<IConnectionListenerFactory>(new FakeTransport(room.Faults, room.Tally, room.Happened, room.Options.Time));
        return builder.Build();
    }

    private static IPEndPoint Endpoint(FakeUpstreamOptions options)
    {
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || url.AbsolutePath != "/" || !(url.Host == "localhost" || IPAddress.TryParse(url.DnsSafeHost, out _)))
            throw new FakeUpstreamException($"it cannot listen on \"{options.Url}\"; an address looks like http://127.0.0.1:9090");
        var address = url.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(url.DnsSafeHost);
        if (!options.Anywhere && !IPAddress.IsLoopback(address))
            throw new FakeUpstreamException($"it listens on loopback only, not on {url.Authority}: whoever reaches it can order faults and read its journal (--anywhere lifts that)");
        return new IPEndPoint(address, url.Port);
    }
}
