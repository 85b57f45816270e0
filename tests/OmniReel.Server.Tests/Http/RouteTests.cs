using System.Collections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Hosting;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Engines.Routes;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Http;

/// <summary>Routes as callers and operators meet them.</summary>
public sealed class RouteTests
{
    private const string GoodUltra = """{"model_name":"kling-v3-omni","prompt":"A paper boat.","mode":"4k","aspect_ratio":"16:9","duration":"5","sound":"on"}""";

    private static readonly EngineLimits s_small = new() { Modes = [VideoMode.Std, VideoMode.Pro], Sound = false };

    [Theory]
    [InlineData("en", "mode: the engine relay-a cannot make this film: 4k is not among its modes, which are std, pro.", "The engine relay-b cannot make this film. It makes no text-to-video films; its kinds are video-edit.")]
    [InlineData("zh", "mode：引擎 relay-a 无法制作此影片：不支持模式 4k；支持的模式：std, pro。", "引擎 relay-b 无法制作此影片。不支持类型 text-to-video；支持的类型：video-edit。")]
    public async Task What_no_routed_engine_can_do_is_refused_before_it_is_accepted_with_what_each_lacks(string language, string first, string last)
    {
        await using var server = await StartAsync("* = relay-a > relay-b", new NamedEngine("relay-a", s_small), new NamedEngine("relay-b", new() { Kinds = [InputKind.VideoEdit] }));
        var refused = await server.PostAsync(LiveServer.Relay, GoodUltra, ("Accept-Language", language));
        refused.ShouldBe(400, 1201);
        refused.Errors.Select(error => (error.Field, error.Rule)).ShouldBe([("mode", "no_engine"), ("sound", "no_engine"), ("", "no_engine")]);
        refused.Errors[0].Message.ShouldBe(first);
        refused.Errors[2].Message.ShouldBe(last);
        refused.Message.ShouldStartWith(first);
        refused.Message.ShouldEndWith(last);
        (await server.GetAsync(LiveServer.Relay)).Data.GetArrayLength().ShouldBe(0, "nothing was accepted");

        var quote = await server.PostAsync(LiveServer.Relay + "/quote", GoodUltra, ("Accept-Language", language));
        (quote.Status, quote.Data.GetProperty("verdict").GetString()).ShouldBe((200, "refused"));
        quote.Data.GetProperty("errors").GetRawText().ShouldBe(refused.Data.GetProperty("errors").GetRawText());
        (await server.PostAsync(LiveServer.Relay + "/quote", LiveServer.GoodBody)).Data.GetProperty("verdict").GetString().ShouldBe("accepted");
        (await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody)).Header("X-OmniReel-Engine").ShouldBe("relay-a");
        (await server.GetAsync("/v1/rules")).Text.ShouldContain("\"no_engine\"");
    }

    [Fact]
    public async Task What_no_line_is_for_is_refused_and_embedded_is_never_fallen_back_to()
    {
        await using var server = await StartAsync("4k = relay-a", new NamedEngine("relay-a"));
        var refused = await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody);
        refused.ShouldBe(400, 1201);
        refused.Errors.ShouldHaveSingleItem().Message.ShouldBe("No route of this server is for kling-v3-omni, text-to-video, single-shot, std; its operator can add one (the setting Routes).");
        (await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody, ("Accept-Language", "zh"))).Message.ShouldContain("没有适用");
    }

    [Fact]
    public async Task A_repeat_of_what_was_accepted_is_answered_as_it_was_although_no_engine_can_any_more()
    {
        var engine = new NamedEngine("relay-a");
        await using var server = await StartAsync("* = relay-a", engine);
        var first = await server.PostAsync(LiveServer.Relay, GoodUltra, ("Idempotency-Key", "k"));
        first.ShouldBe(200, 0);
        engine.Limits = s_small;
        (await server.PostAsync(LiveServer.Relay, GoodUltra, ("Idempotency-Key", "k"))).Text.ShouldBe(first.Text);
        (await server.PostAsync(LiveServer.Relay, GoodUltra, ("Idempotency-Key", "l"))).ShouldBe(400, 1201);
    }

    [Fact]
    public async Task Routes_are_listed_and_explained()
    {
        await using var server = await StartAsync("kling-v3-omni = relay-a:3, relay-b:1 > embedded; * = embedded", new NamedEngine("relay-a"), new NamedEngine("relay-b"));
        var list = (await server.GetAsync("/v1/routes")).Data;
        list.GetProperty("routes").EnumerateArray().Select(line => line.GetString()).ShouldBe(["kling-v3-omni = relay-a:3, relay-b:1 > embedded", "* = embedded"]);
        list.GetProperty("engines").EnumerateArray().Select(engine => engine.GetProperty("state").GetString()).ShouldBe(["well", "well", "well"]);

        var account = (await server.PostAsync("/v1/routes/explain?profile=relay", LiveServer.GoodBody)).Data;
        account.GetProperty("matching").GetInt32().ShouldBe(2);
        account.GetProperty("engines").EnumerateArray().Select(stop => stop.GetProperty("chance").GetDouble()).ShouldBe([0.75, 0.25, 0]);
        (await server.PostAsync("/v1/routes/explain", """{"prompt":""}""")).Data.GetProperty("errors").GetArrayLength().ShouldBe(1);
        (await server.PostAsync("/v1/routes/explain?profile=relay", """{"prompt":"a boat"}""")).Data.GetProperty("errors").GetArrayLength().ShouldBeGreaterThan(1, "the relay's profile requires more");
        (await server.PostAsync("/v1/routes/explain?profile=other", LiveServer.GoodBody)).ShouldBe(400, 1201);
        server.Client.DefaultRequestHeaders.Authorization = null;
        (await server.GetAsync("/v1/routes")).ShouldBe(401, 1001);
        (await server.PostAsync("/v1/routes/explain", LiveServer.GoodBody)).ShouldBe(401, 1001);
    }

    /// <summary>Connections as they are configured, and the engines that come of them; nothing is sent to their addresses.</summary>
    [Fact]
    public async Task Limits_of_a_connection_are_configured_with_it_and_refuse_before_anything_is_sent()
    {
        using var folder = new TempFolder();
        folder.Write("omnireel.json", """{ "Kling": { "Connections": { "relay-a": { "BaseUrl": "http://127.0.0.1:9/kling", "ApiKey": "sk-0123456789", "Modes": ["std", "pro"], "Sound": false } } } }""");
        var configured = ServerConfiguration.Load(folder.Path, new Hashtable(), []);
        RoutedEngines.Of(configured).Select(engine => engine.Name).ShouldBe(["embedded", "relay-a"]);
        await using var server = await LiveServer.StartAsync(options => options with { Connections = configured.Connections });
        (await server.GetAsync("/v1/routes")).Data.GetProperty("routes")[0].GetString().ShouldBe("* = relay-a");
        var refused = await server.PostAsync(LiveServer.Relay, GoodUltra);
        refused.ShouldBe(400, 1201);
        refused.Errors.Select(error => error.Field).ShouldBe(["mode", "sound"]);
        (await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody)).Header("X-OmniReel-Engine").ShouldBe("relay-a");

        var wrong = Should.Throw<ConfigurationException>(() => ServerConfiguration.Load(folder.Path, new Hashtable { ["OMNIREEL_Kling__Connections__relay-a__Modes"] = "std; 8k" }, []));
        foreach (var part in (string[])["OMNIREEL_Kling__Connections__relay-a__Modes", "\"8k\"", "std, pro, 4k"]) wrong.Message.ShouldContain(part);
    }

    [Fact]
    public void A_key_of_an_upstream_alone_sends_everything_there_and_embedded_is_asked_for_by_name()
    {
        using var folder = new TempFolder();
        var environment = new Hashtable { ["KLING_API_KEY"] = "sk-0123456789" };
        Lines([]).ShouldBe("* = kling");
        Lines([new("Routes", "* = embedded")]).ShouldBe("* = embedded");
        environment["OMNIREEL_Routes"] = "4k = embedded; * = kling";
        Lines([]).ShouldBe("4k = embedded\n* = kling");

        string Lines(KeyValuePair<string, string>[] flags)
        {
            var options = ServerConfiguration.Load(folder.Path, environment, flags);
            return new Router(options.Routes, RoutedEngines.Of(options)).Book.ToString();
        }
    }

    [Fact]
    public async Task A_route_to_an_engine_that_is_not_there_ends_the_start()
    {
        var wrong = await Should.ThrowAsync<ConfigurationException>(() => StartAsync("* = relay-z", new NamedEngine("relay-a")));
        wrong.Message.ShouldBe("Routes: line 1, \"* = relay-z\", names relay-z, and there is no such engine; did you mean relay-a?; there are embedded, relay-a.");
    }

    /// <summary>Two engines, and the first cannot be reached: tasks go to the second, until the first has rested and its probe went well.</summary>
    [Fact]
    public async Task While_the_first_engine_is_away_the_second_makes_the_films()
    {
        var (first, second) = (new NamedEngine("relay-a", make: Film) { IsAway = true }, new NamedEngine("relay-b", make: Film));
        await using var server = await StartAsync("* = relay-a > relay-b", services => services.AddSingleton<BackgroundService, Worker>(), first, second);
        (await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody)).Header("X-OmniReel-Engine").ShouldBe("relay-a", "nobody knows yet");
        await Eventually.Async(async () => await StateAsync("relay-a") == "resting");
        (await Metric("omnireel_engine_up", "relay-a")).ShouldBe(0);
        (await Metric("omnireel_engine_up", "relay-b")).ShouldBe(1);
        (await Metric("omnireel_engine_unavailable", "relay-a")).ShouldBe(1);
        (await Metric("omnireel_engine_rest_seconds", "relay-a")).ShouldBeInRange(0.1, 1.2);

        await MadeBy("relay-b");
        second.Attempts.ShouldBeGreaterThan(0);

        first.IsAway = false;
        server.Time.Advance(TimeSpan.FromSeconds(30));
        await MadeBy("relay-a");
        await Eventually.Async(async () => await StateAsync("relay-a") == "well");
        (await Metric("omnireel_engine_up", "relay-a")).ShouldBe(1);

        async Task MadeBy(string engine)
        {
            var made = await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody.Replace("gutter", engine, StringComparison.Ordinal));
            made.Header("X-OmniReel-Engine").ShouldBe(engine);
            await Eventually.Async(async () => (await server.GetAsync($"{LiveServer.Relay}/{made.Data.GetProperty("task_id").GetString()}")).Data.GetProperty("task_status").GetString() == "succeed");
        }

        async Task<string?> StateAsync(string engine) =>
            (await server.GetAsync("/v1/routes")).Data.GetProperty("engines").EnumerateArray().Single(one => one.GetProperty("engine").ValueEquals(engine)).GetProperty("state").GetString();

        async Task<double> Metric(string name, string engine)
        {
            var head = $"{name}{{engine=\"{engine}\"}} ";
            return double.Parse((await server.GetAsync("/metrics")).Text.Split('\n').Single(line => line.StartsWith(head, StringComparison.Ordinal))[head.Length..]);
        }

        static TaskResult Film(EngineAttempt attempt) =>
            new() { VideoArtifact = $"{attempt.Task.Id}-1", Frames = 121, Width = 1280, Height = 720, Bytes = 3, Units = attempt.Task.Facts.Units };
    }

    private static Task<LiveServer> StartAsync(string routes, params IEngine[] engines) => StartAsync(routes, _ => { }, engines);

    private static Task<LiveServer> StartAsync(string routes, Action<IServiceCollection> adjust, params IEngine[] engines) => LiveServer.StartAsync(
        options => options with { Routes = RouteReader.Read(routes), Workers = 2 },
        services =>
        {
            foreach (var engine in engines) services.AddSingleton(engine);
            adjust(services);
        });
}
