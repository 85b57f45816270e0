using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Callbacks.Sending;
using OmniReel.Server.Callbacks.Signing;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Fetching;
using OmniReel.Server.Inputs.Guard;
using OmniReel.Server.Inputs.Uploads;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Inputs.Support;

/// <summary>The real guard, handlers and fetcher over a network of the test, with a clock that only the test moves.</summary>
internal sealed class Guarded : IDisposable
{
    public const string Field = "image_list[0].image_url";

    private readonly ServiceProvider _services;
    private CallbackSender? _sender;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("omnireel-inputs-");

    public Guarded(params string[] allowed)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<INameResolver>(Network);
        services.AddSingleton<IDialer>(Network);
        services.AddSingleton<IOwnAddresses>(Network);
        services.AddSingleton<IArtifactStore>(Artifacts);
        services.AddSingleton(Links = new SignedLinks(new byte[32], Time));
        services.AddInputs(new GuardSettings { AllowedNetworks = [.. allowed.Select(network => IPNetwork.Parse(network))] }, new UploadSettings { Folder = Path.Combine(_folder.FullName, "uploads") });
        services.Replace(ServiceDescriptor.Singleton<IGuardedHandlers>(all => new Patient(new GuardedHandlers(all.GetRequiredService<GuardedConnector>()))));
        _services = services.BuildServiceProvider();
    }

    public ScriptedNetwork Network { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public MemoryArtifacts Artifacts { get; } = new();

    public SignedLinks Links { get; }

    public IInputFetcher Fetcher => _services.GetRequiredService<IInputFetcher>();

    public IGuardedHandlers Handlers => _services.GetRequiredService<IGuardedHandlers>();

    public UrlCheck Urls => _services.GetRequiredService<UrlCheck>();

    public FetchSlots Slots => _services.GetRequiredService<FetchSlots>();

    /// <summary>What sends callbacks, over the same guard and by the same clock.</summary>
    public CallbackSender Sender => _sender ??= new CallbackSender(Handlers, Urls, new SigningSecrets([], new NoSecrets(), Time), new CallbackOptions { ConnectTime = TimeSpan.FromMinutes(2) }, Time);

    public string Folder => _folder.CreateSubdirectory("task").FullName;

    public Task<InputFile> FetchAsync(string url, InputMedia media = InputMedia.Image, FetchShare? share = null, DateTimeOffset? acceptedAt = null) =>
        Fetcher.FetchAsync(share ?? FetchShare.OfTasks("t"), (acceptedAt ?? Time.GetUtcNow()).ToUnixTimeMilliseconds(), url, media, Field, Folder, TestContext.Current.CancellationToken);

    /// <summary>Sends a callback there, once.</summary>
    public Task<SendResult> PostAsync(string url) => Sender.SendAsync(url, "whm_1_1", "{}"u8.ToArray(), TestContext.Current.CancellationToken);

    /// <summary>Sends a callback that gets no connection: the reason that is given.</summary>
    public async Task<string> PostRefusedAsync(string url)
    {
        var before = Network.Dialed.Count;
        var result = await EndAsync(PostAsync(url), url);
        result.Verdict.ShouldBeOneOf(SendVerdict.Refused, SendVerdict.Failed);
        (result.Status, Network.Dialed.Count).ShouldBe((null, before), url);
        result.Reason.ShouldStartWith("the URL ", customMessage: url);
        return result.Reason;
    }

    public Task<InputFile> DecodeAsync(byte[] inline) => Fetcher.DecodeAsync(inline, Field, Folder, TestContext.Current.CancellationToken);

    /// <summary>How a fetch is refused: its rule.</summary>
    /// <param name="stuck">Completes when the other side has begun to be slow.</param>
    /// <param name="seconds">How much of the fetch's time passes then; within it the fetch must end.</param>
    public async Task<string> RefusalAsync(string url, InputMedia media = InputMedia.Image, Task? stuck = null, int seconds = 0)
    {
        var fetch = FetchAsync(url, media);
        if (stuck is not null) await ElapseAsync(stuck, seconds);
        var fault = await Should.ThrowAsync<InputException>(() => EndAsync(fetch));
        fault.Field.ShouldBe(Field);
        fault.Message.ShouldStartWith(Field + ": ");
        fault.Chinese.ShouldStartWith(Field + "：");
        Directory.GetFiles(Folder).ShouldBeEmpty("nothing is left behind");
        return fault.Rule;
    }

    /// <summary>Once the other side is slow, lets so many seconds pass, one by one.</summary>
    public async Task ElapseAsync(Task stuck, int seconds)
    {
        await EndAsync(stuck);
        for (var i = 0; i < seconds; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    /// <summary>Waits in real time, which is only a net: what must end has been ended by the clock that the test moves.</summary>
    public static Task EndAsync(Task task) => task.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, TestContext.Current.CancellationToken);

    private static async Task<T> EndAsync<T>(Task<T> task, string what)
    {
        try
        {
            return await task.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{what}: no end");
        }
    }

    /// <summary>As they are, but for how long a connection may take by the real clock: a crowded machine is no fault of the other side.</summary>
    private sealed class Patient(GuardedHandlers inner) : IGuardedHandlers
    {
        public SocketsHttpHandler Create()
        {
            var handler = inner.Create();
            handler.ConnectTimeout = TimeSpan.FromMinutes(2);
            return handler;
        }
    }

    public void Dispose()
    {
        _sender?.Dispose();
        _services.Dispose();
        _folder.Delete(recursive: true);
    }

    private sealed class NoSecrets : ISigningSecretFile
    {
        public string? Read() => null;

        public void Keep(string text)
        {
        }
    }
}
