using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using OmniReel.Server.Access;
using OmniReel.Server.Hosting;
using OmniReel.Server.Http;
using OmniReel.Server.Http.Health;
using OmniReel.Server.Stores;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Http.OpenApi;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Hosting;

public sealed class ServerTests
{
    [Fact]
    public async Task The_admin_socket_needs_no_key_and_is_its_owners()
    {
        await using var server = await LiveServer.StartAsync();
        var socket = server.Server.AdminSocket!;
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(socket).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        using var client = Over(socket);
        var answer = await Answer.OfAsync(await client.GetAsync(LiveServer.Relay, TestContext.Current.CancellationToken));
        answer.ShouldBe(200, 0);

        await server.CreateAsync();
        await server.FinishAsync();
        var seen = await Answer.OfAsync(await client.GetAsync(LiveServer.Relay, TestContext.Current.CancellationToken));
        seen.Data[0].GetProperty("task_result").GetProperty("videos")[0].GetProperty("url").GetString()!.ShouldStartWith(server.Server.Address);
    }

    [Fact]
    public async Task A_server_without_addresses_is_reached_through_its_socket()
    {
        var folder = Directory.CreateTempSubdirectory("omnireel-socket-");
        await using (var server = OmniReelServer.Create(new ServerOptions { DataFolder = folder.FullName, Urls = [], HandleSignals = false, Console = false }))
        {
            await server.StartAsync(TestContext.Current.CancellationToken);
            server.Address.ShouldBe("");
            server.MintedKey.ShouldBeNull("nobody is asked for one");
            File.Exists(KeyFile.PathIn(folder.FullName)).ShouldBeFalse();
            using var client = Over(server.AdminSocket!);
            (await Answer.OfAsync(await client.GetAsync("/readyz", TestContext.Current.CancellationToken))).ShouldBe(200, 0);
            await server.StopAsync(TestContext.Current.CancellationToken);
        }

        File.Exists(OmniReelServer.AdminSocketPath(folder.FullName)).ShouldBeFalse();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_folder_has_one_server()
    {
        await using var server = await LiveServer.StartAsync();
        var options = new ServerOptions { DataFolder = server.Folder, Urls = [], HandleSignals = false, Console = false };
        Should.Throw<DataFolderException>(() => OmniReelServer.Create(options)).Message.ShouldContain(server.Folder);
    }

    [Fact]
    public async Task An_address_in_use_is_one_line()
    {
        await using var first = await LiveServer.StartAsync();
        var failure = await Should.ThrowAsync<ConfigurationException>(() => LiveServer.StartAsync(options => options with { Urls = [first.Server.Address] }));
        failure.Message.ShouldContain(first.Server.Address);
        failure.Message.ShouldContain("--urls");
    }

    [Fact]
    public async Task A_stop_drains_and_ends_with_success()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        var waiting = server.GetAsync($"{LiveServer.Relay}/{id}", ("Prefer", "wait=60"));
        await Eventually.Async(() => Task.FromResult(server.Service<OmniReel.Server.Http.Metrics.HttpMeters>().InFlight == 1));

        await server.Server.StopAsync(TestContext.Current.CancellationToken);
        (await waiting).ShouldBe(200, 0);
        server.Service<Readiness>().IsDraining.ShouldBeTrue();
    }

    [Fact]
    public async Task A_failed_store_ends_the_process_with_failure()
    {
        var folder = Directory.CreateTempSubdirectory("omnireel-failed-");
        await using (var server = OmniReelServer.Create(new ServerOptions { DataFolder = folder.FullName, Urls = [], HandleSignals = false, Console = false }))
        {
            var ending = server.RunAsync(TestContext.Current.CancellationToken);
            await Eventually.Async(() => Task.FromResult(server.Services.GetRequiredService<Readiness>().IsReady));
            server.Services.GetRequiredService<StoreHealth>().Report(new IOException("the disk is gone"));
            (await ending).ShouldBe(1);
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(null, null, null, "http://asked.example:81")]
    [InlineData("https://films.example/base", null, null, "https://films.example/base")]
    [InlineData(null, "https", "proxy.example", "http://asked.example:81")]
    [InlineData(null, "https", "proxy.example", "https://proxy.example", "127.0.0.0/8")]
    [InlineData(null, "https", "forged.example, proxy.example", "https://proxy.example", "127.0.0.0/8")]
    [InlineData(null, "javascript", "a b<c>", "http://asked.example:81", "127.0.0.0/8")]
    [InlineData(null, "https", "proxy.example", "http://asked.example:81", "10.0.0.0/8")]
    public async Task Links_begin_with_the_address_that_the_client_knows(string? publicUrl, string? proto, string? host, string begins, params string[] proxies)
    {
        await using var server = await LiveServer.StartAsync(options => options with { PublicUrl = publicUrl, TrustedProxies = [.. proxies.Select(System.Net.IPNetwork.Parse)] });
        var id = await server.CreateAsync();
        await server.FinishAsync();
        List<(string, string)> headers = [("Host", "asked.example:81")];
        if (proto is not null) headers.Add(("X-Forwarded-Proto", proto));
        if (host is not null) headers.Add(("X-Forwarded-Host", host));
        var answer = await server.GetAsync($"{LiveServer.Relay}/{id}", [.. headers]);

        answer.Data.GetProperty("task_result").GetProperty("videos")[0].GetProperty("url").GetString()!.ShouldStartWith(begins + "/files/");
    }

    private static HttpClient Over(string socket) => new(new DocumentedAnswers(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellation) =>
        {
            var line = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await line.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
            return new NetworkStream(line, ownsSocket: true);
        },
    }))
    { BaseAddress = new Uri("http://localhost") };
}
