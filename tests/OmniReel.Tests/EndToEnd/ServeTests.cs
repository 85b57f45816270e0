using System.Diagnostics;
using System.Net;
using OmniReel.Client;

namespace OmniReel.Tests.EndToEnd;

public sealed class ServeTests : IDisposable
{
    private const int Terminate = 15;

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SIGTERM_drains_it_and_what_was_accepted_is_there_at_the_next_start()
    {
        string id;
        using (var server = await ServeProcess.StartAsync(_folder["data"], new Dictionary<string, string?> { ["OMNIREEL_Server__DrainSeconds"] = "300" }))
        {
            id = (await server.Client.CreateAsync(new NewVideo { Prompt = "a forest", Duration = "10" }, cancellation: Cancellation)).TaskId;
            server.Program.Signal(Terminate);
            (await server.Program.EndAsync()).Code.ShouldBe(0, server.Program.Error);
        }

        using var again = await ServeProcess.StartAsync(_folder["data"]);
        (await again.Client.GetAsync(id, Cancellation)).TaskId.ShouldBe(id);
        await again.Client.CancelAsync(id, Cancellation);
    }

    [Fact]
    public async Task Told_to_stop_it_still_answers_that_it_is_not_ready_and_a_second_signal_ends_the_wait()
    {
        const int grace = 600;
        Directory.CreateDirectory(_folder["data"]);
        await File.WriteAllTextAsync(_folder["data", "omnireel.json"], $$"""{ "Server": { "StopGraceSeconds": {{grace}} } }""", Cancellation);
        using var server = await ServeProcess.StartAsync(_folder["data"]);
        using var http = new HttpClient { BaseAddress = new Uri(server.Url) };
        (await http.GetAsync("/readyz", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);

        server.Program.Signal(Terminate);
        var told = Stopwatch.StartNew();
        while ((await http.GetAsync("/readyz", Cancellation)).StatusCode == HttpStatusCode.OK && told.Elapsed.TotalSeconds < grace / 2)
            await Task.Yield();
        (await http.GetAsync("/readyz", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await http.GetAsync("/healthz", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);

        server.Program.Signal(Terminate);
        (await server.Program.EndAsync()).Code.ShouldBe(0, server.Program.Error);
        told.Elapsed.TotalSeconds.ShouldBeLessThan(grace / 2);
    }

    [Fact]
    public async Task A_data_folder_has_one_server()
    {
        using var first = await ServeProcess.StartAsync(_folder["data"]);
        using var second = OmniReelProgram.Start(["serve", "--urls", "http://127.0.0.1:0", "--data", _folder["data"]]);
        var ended = await second.EndAsync();
        ended.Code.ShouldBe(1);
        ended.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(_folder["data"]);
    }

    [Fact]
    public async Task A_taken_address_is_bad_input_that_names_it()
    {
        using var first = await ServeProcess.StartAsync(_folder["data"]);
        using var second = OmniReelProgram.Start(["serve", "--urls", first.Url, "--data", _folder["other"]]);
        var ended = await second.EndAsync();
        ended.Code.ShouldBe(2);
        ended.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(first.Url);
        ended.Output.ShouldBe("");
    }

    [Fact]
    public async Task The_first_start_that_succeeds_shows_the_key_and_later_ones_say_how_to_get_another()
    {
        var data = _folder["data"];
        string[] arguments = ["serve", "--urls", "http://127.0.0.1:0", "--data", data];
        var variables = new Dictionary<string, string?> { ["OMNIREEL_KEY"] = null };
        Directory.CreateDirectory(data);
        var empty = await TasksAsync("list");
        empty.Code.ShouldBe(2);
        empty.Error.ShouldContain("no data folder");
        Directory.EnumerateFileSystemEntries(data).ShouldBeEmpty();

        using (var first = OmniReelProgram.Start(arguments, variables))
        {
            (await first.SaysAsync("  engine ")).ShouldBeTrue(first.Error);
            first.Output.ShouldContain("  key     omr_");
            first.Output.ShouldContain("only time");
            first.Signal(Terminate);
            (await first.EndAsync()).Code.ShouldBe(0);
        }

        using var second = OmniReelProgram.Start(arguments, variables);
        (await second.SaysAsync("  engine ")).ShouldBeTrue(second.Error);
        second.Output.ShouldContain(Path.Combine(data, "api-key"));
        second.Output.ShouldContain("OMNIREEL_KEY");
        second.Signal(Terminate);
        await second.EndAsync();
    }

    [Fact]
    public async Task Dev_is_said_loudly()
    {
        using var server = await ServeProcess.StartAsync(_folder["data"], null, "--dev", "--allow-network", "10.0.0.0/8", "--allow-network", "192.168.0.0/16");
        (await server.Program.SaysAsync("THIS MACHINE")).ShouldBeTrue(server.Program.Error);
    }

    [Fact]
    public async Task Tasks_are_seen_through_the_server_and_without_one()
    {
        string id;
        using (var server = await ServeProcess.StartAsync(_folder["data"]))
        {
            id = (await server.Client.CreateAsync(new NewVideo { ModelName = "kling-v3-omni", Prompt = "a forest", Duration = "10", ExternalTaskId = "mine-1" }, cancellation: Cancellation)).TaskId;
            (await TasksAsync("list")).Output.ShouldContain(id);
            (await TasksAsync("cancel", "mine-1")).Output.ShouldContain("canceled");
            server.Program.Signal(Terminate);
            await server.Program.EndAsync();
        }

        (await TasksAsync("list", "-n", "5")).Output.ShouldContain("mine-1");
        (await TasksAsync("show", id)).Output.ShouldContain("canceled");
        var unknown = await TasksAsync("show", "nobody");
        unknown.Code.ShouldBe(2);
        unknown.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain("1201");
    }

    private Task<Ended> TasksAsync(params string[] arguments) => OmniReelProgram.SayAsync(false, ["tasks", .. arguments, "--data", _folder["data"]]);
}
