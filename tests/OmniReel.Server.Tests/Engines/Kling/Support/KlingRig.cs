using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Stills;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Kling;
using OmniReel.Server.Engines.Kling.Elements;
using OmniReel.Server.Engines.Kling.Films;
using OmniReel.Server.Engines.Kling.Orders;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.Inputs.Guard;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Engines.Animatic;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Inputs.Checking;
using OmniReel.Server.Tests.Inputs.Support;
using OmniReel.Server.Tests.Stores;
using OmniReel.Server.Tests.Tasks;

namespace OmniReel.Server.Tests.Engines.Kling.Support;

/// <summary>Everything around one connection: real inputs, real artifacts, a real sandbox; names and the upstream are the test's.</summary>
internal sealed class KlingRig : IUpstreamElementStore, IPresetPictures, ICrashPoints, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<(string, string), UpstreamElement> _elements = [];

    /// <param name="url">Of the upstream.</param>
    /// <param name="allowed">Networks that may be reached although they are not public.</param>
    public KlingRig(string url, string? publicUrl = null, bool known = true, string prefix = "", params string[] allowed)
    {
        Artifacts = new MemoryArtifacts { Drafts = _folder.Path };
        Connection = ScriptedApi.Connection(url, prefix, known: known);
        Upstream = ScriptedApi.Upstream(Connection);
        Hints = new UpstreamHints(new KlingHome("f00d", publicUrl, new byte[32]));
        Guard = new AddressGuard(new GuardSettings { AllowedNetworks = [.. allowed.Select(network => IPNetwork.Parse(network))] }, Network);
        Links = new SignedLinks(new byte[32], TimeProvider.System);
        var reach = new UpstreamReach(Connection, publicUrl, Links, Guard, Network);
        UpstreamElements = new UpstreamElements(Upstream, this, new ElementSources(null!, new PresetElements(), this, Artifacts, reach), "f00d", TimeProvider.System);
        Orders = new KlingOrders(Inputs.Inputs, UpstreamElements, reach, Artifacts, Hints, (_, _) => new(Stored ?? throw new InvalidOperationException("this test stores no body")), new BodyRoom(64 << 20));
        Fetch = new FilmFetch(new GuardedHandlers(new GuardedConnector(Guard, Network, Network, TimeProvider.System)), new UrlCheck(Guard, Links), Connection, Time);
        Film = new KlingFilm(
            Fetch, new FilmProbe(Inputs.Sandbox), new MomentStills(new PictureDecoder(Inputs.Sandbox)), Inputs.Sandbox, new InputPolicy(false), Artifacts, this, NullLogger<KlingFilm>.Instance);
    }

    /// <summary>A grey square.</summary>
    public static byte[] Png(int side) => OmniReel.Testing.PngFile.Of(side, side, 8, OmniReel.Testing.PngFile.Grey, y => [.. Enumerable.Repeat((byte)y, side)]);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public InputRoom Inputs { get; } = new();

    public MemoryArtifacts Artifacts { get; }

    public ScriptedNetwork Network { get; } = new();

    public AddressGuard Guard { get; }

    public SignedLinks Links { get; }

    public KlingConnection Connection { get; }

    public KlingUpstream Upstream { get; }

    public UpstreamHints Hints { get; }

    public UpstreamElements UpstreamElements { get; }

    public KlingOrders Orders { get; }

    public FilmFetch Fetch { get; }

    public KlingFilm Film { get; }

    /// <summary>The body as the store has it, for attempts that are given none.</summary>
    public ReadOnlyMemory<byte>? Stored { get; set; }

    /// <summary>Pauses of a fetch are over at once.</summary>
    public TimeProvider Time { get; } = new NoPauses();

    /// <summary>What was reached, in order.</summary>
    public List<CrashPoint> Reached { get; } = [];

    public string File(string name) => _folder.File(name);

    /// <summary>A request and its body, as a task has them.</summary>
    public static (VideoRequest Request, byte[] Body) Read(string body, ApiProfile profile = ApiProfile.Vendor)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        var read = RequestReader.Read(bytes, profile, new PresetElements(), Language.English);
        return (read.Request.ShouldNotBeNull(read.Message), bytes);
    }

    public static EngineAttempt Attempt(string body, VideoTask? task = null)
    {
        var (request, bytes) = Read(body);
        return new EngineAttempt(task ?? Sample.Queued(1), request, new HeldBody(bytes), new NoSlot());
    }

    public Task<IPaidOrder> PrepareAsync(string body, VideoTask? task = null) => Orders.PrepareAsync(Attempt(body, task), new Percents(), Stop);

    /// <summary>The body that is sent for a request.</summary>
    public async Task<string> SentAsync(string body, string reference = "f00d-1-1", VideoTask? task = null)
    {
        using var order = await PrepareAsync(body, task);
        using var sent = await order.WriteAsync(reference, Stop);
        return System.Text.Encoding.UTF8.GetString(sent.Bytes.Span);
    }

    public void Reach(CrashPoint point) => Reached.Add(point);

    public ValueTask<UpstreamElement?> FindAsync(string connection, string element, CancellationToken cancellation)
    {
        lock (_elements)
            return new(_elements.GetValueOrDefault((connection, element)));
    }

    public ValueTask KeepAsync(UpstreamElement element, CancellationToken cancellation)
    {
        lock (_elements)
            _elements[(element.Connection, element.Element)] = element;
        return ValueTask.CompletedTask;
    }

    /// <summary>As after a crash between what was made and what was remembered.</summary>
    public void ForgetElements() => _elements.Clear();

    public string ArtifactOf(PresetElement preset) => $"preset-{preset.Id}";

    public ValueTask<Artifact?> FindAsync(string artifact, CancellationToken cancellation) => new(Artifacts.Put(artifact, "image/png", Png(320)));

    public void Dispose()
    {
        UpstreamElements.Dispose();
        Upstream.Dispose();
        Inputs.Dispose();
        _folder.Dispose();
    }

    /// <summary>The real clock, but a wait of less than half a minute is none.</summary>
    private sealed class NoPauses : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime < TimeSpan.FromSeconds(30) && dueTime != Timeout.InfiniteTimeSpan ? TimeSpan.Zero : dueTime, period);
    }
}
