using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Fetching;
using OmniReel.Server.Inputs.Guard;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Inputs.Support;

/// <summary>The real guard, handlers and fetcher over a network of the test, with a clock that only the test moves.</summary>
internal sealed class Guarded : IDisposable
{
    public const string Field = "image_list[0].image_url";

    private readonly ServiceProvider _services;
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
        services.AddInputs(new GuardSettings { AllowedNetworks = [.. allowed.Select(network => IPNetwork.Parse(network))] });
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

    public string Folder => _folder.FullName;

    public Task<InputFile> FetchAsync(string url, InputMedia media = InputMedia.Image, string tenant = "t") =>
        Fetcher.FetchAsync(tenant, url, media, Field, Folder, TestContext.Current.CancellationToken);

    public Task<InputFile> DecodeAsync(byte[] inline) => Fetcher.DecodeAsync(inline, Field, Folder, TestContext.Current.CancellationToken);

    /// <summary>How a fetch is refused: its rule.</summary>
    /// <param name="stuck">Completes when the other side has begun to be slow; from then on the fetch's time passes, second by second.</param>
    public async Task<string> RefusalAsync(string url, InputMedia media = InputMedia.Image, Task? stuck = null)
    {
        var fetch = FetchAsync(url, media);
        if (stuck is not null) await ElapseAsync(fetch, stuck);
        var fault = await Should.ThrowAsync<InputException>(() => fetch.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken));
        fault.Field.ShouldBe(Field);
        fault.Message.ShouldStartWith(Field + ": ");
        fault.Chinese.ShouldStartWith(Field + "：");
        Directory.GetFiles(Folder).ShouldBeEmpty("nothing is left behind");
        return fault.Rule;
    }

    /// <summary>Lets time pass until a fetch ends, and says how many seconds that took; no fetch may need more than the caps.</summary>
    public async Task<int> ElapseAsync(Task fetch, Task stuck)
    {
        await Task.WhenAny(fetch, stuck.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken));
        var seconds = 0;
        for (; seconds < 310 && !fetch.IsCompleted; seconds++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            for (var turn = 0; turn < 20 && !fetch.IsCompleted; turn++) await Task.WhenAny(fetch, Task.Run(static () => { }, CancellationToken.None));
        }

        return seconds;
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Delete(recursive: true);
    }
}
