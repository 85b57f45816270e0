using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using OmniReel.Server.Access;
using OmniReel.Server.Hosting;
using OmniReel.Server.Http.Metrics;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Http.OpenApi;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;
using OmniReel.Server.Tests.Tasks;

namespace OmniReel.Server.Tests.Hosting;

/// <summary>What a server has done before it listens, and does after it was told to stop.</summary>
public sealed class DutyTests : IDisposable
{
    private readonly TemporaryFolder _parent = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _parent.Dispose();

    [Fact]
    public async Task A_start_that_cannot_listen_touches_no_task_and_makes_no_key()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var options = new ServerOptions { DataFolder = _parent.File("data"), Urls = [$"http://{taken.LocalEndpoint}"], HandleSignals = false, Console = false };
        var calls = new List<string>();

        await using (var server = OmniReelServer.Create(options, services => Watch(services, calls)))
        {
            server.MintedKey.ShouldNotBeNull();
            await Should.ThrowAsync<ConfigurationException>(server.StartAsync(Cancellation));
        }

        calls.ShouldBeEmpty();
        File.Exists(KeyFile.PathIn(options.DataFolder)).ShouldBeFalse("its owner never saw it");
    }

    [Fact]
    public async Task A_start_that_listens_takes_up_its_work_and_keeps_the_key()
    {
        var options = new ServerOptions { DataFolder = _parent.File("data"), Urls = ["http://127.0.0.1:0"], HandleSignals = false, Console = false, StopGrace = TimeSpan.Zero };
        var calls = new List<string>();

        await using var server = OmniReelServer.Create(options, services => Watch(services, calls));
        await server.StartAsync(Cancellation);
        lock (calls) calls.ShouldContain("take up");
        KeyFile.Open(options.DataFolder)!.Check("Bearer " + server.MintedKey).Verdict.ShouldBe(KeyVerdict.Known);
        await server.StopAsync(Cancellation);
    }

    private static void Watch(IServiceCollection services, List<string> calls) => services.AddSingleton<ITaskStore>(provider =>
        new StoreWrap(provider.GetRequiredService<SqliteTaskStore>())
        {
            OnTakeUp = () =>
            {
                lock (calls) calls.Add("take up");
            },
        });

    [Fact]
    public async Task Told_to_stop_it_says_so_for_a_while_and_then_closes()
    {
        var server = await LiveServer.StartAsync(options => options with { StopGrace = TimeSpan.FromSeconds(1), DrainTime = TimeSpan.FromMinutes(5) });
        try
        {
            var stopping = server.Server.StopAsync(Cancellation);
            using (var newcomer = new HttpClient(new DocumentedAnswers(new SocketsHttpHandler())) { BaseAddress = server.Client.BaseAddress })
                (await newcomer.GetAsync("/readyz", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody)).Status.ShouldBe(503);
            (await server.GetAsync(LiveServer.Relay)).ShouldBe(200, 0);
            stopping.IsCompleted.ShouldBeFalse();

            server.Time.Advance(TimeSpan.FromSeconds(1));
            await stopping;
            using var late = new TcpClient();
            await Should.ThrowAsync<SocketException>(late.ConnectAsync(IPAddress.Loopback, new Uri(server.Server.Address).Port, Cancellation).AsTask());
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_request_whose_client_left_is_over_and_no_success()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        var meters = server.Service<HttpMeters>();
        using (var socket = await RawHttp.SendAsync(server.Port, $"GET {LiveServer.Relay}/{id} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {LiveServer.Key}\r\nPrefer: wait=60\r\n\r\n"))
            await Eventually.Async(() => Task.FromResult(meters.InFlight == 1));

        await Eventually.Async(() => Task.FromResult(meters.InFlight == 0));
        var figures = new System.Text.StringBuilder();
        meters.Write(figures);
        figures.ToString().ShouldContain("status=\"499\"");
    }
}
