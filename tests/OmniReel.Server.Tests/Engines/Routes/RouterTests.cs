using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Routes;

public sealed class RouterTests
{
    [Theory]
    [InlineData("embedded", "* = embedded")]
    [InlineData("embedded relay-a kling", "* = kling")]
    [InlineData("embedded relay-a relay-b", "* = relay-a")]
    public void Without_routes_a_connection_makes_all_and_embedded_only_where_it_is_alone(string engines, string line)
    {
        var routes = Over(null, engines);
        routes.Book.ToString().ShouldBe(line);
        foreach (var request in Requests.All) routes.FirstFor(request, 1, Language.English).Engine.ShouldBe(line[4..]);
        routes.Explain(Requests.Of(), Language.English).IsUsual.ShouldBeTrue();
    }

    [Fact]
    public void The_line_that_names_most_is_taken_and_the_first_of_those_that_name_as_much()
    {
        var routes = Over("* = a; 4k = b; kling-v3-omni = c; kling-v3-omni first-frame = d; single-shot first-frame 4k = e", "embedded a b c d e");
        First(Requests.Of(VideoModel.VideoO1)).ShouldBe("a");
        First(Requests.Of(VideoModel.VideoO1, VideoMode.UltraHd)).ShouldBe("b");
        First(Requests.Of(VideoModel.V3Omni)).ShouldBe("c");
        First(Requests.Of(VideoModel.V3Omni, VideoMode.UltraHd)).ShouldBe("b", "both name one word: the first written");
        First(Requests.Of(VideoModel.V3Omni, kind: InputKind.FirstFrame)).ShouldBe("d");
        First(Requests.Of(VideoModel.V3Omni, VideoMode.UltraHd, InputKind.FirstFrame)).ShouldBe("e");
        First(Requests.Of(VideoModel.V3Omni, VideoMode.UltraHd, InputKind.FirstFrame, ShotKind.Customize)).ShouldBe("d");
        routes.Explain(Requests.Of(VideoModel.V3Omni, VideoMode.UltraHd, InputKind.FirstFrame), Language.English).Matching.ShouldBe(5);

        string? First(VideoRequest request) => routes.FirstFor(request, 1, Language.English).Engine;
    }

    [Fact]
    public void Over_many_tasks_each_engine_of_a_step_comes_first_as_often_as_its_weight_says()
    {
        var tasks = Checkout.Count(20_000, 1_000_000);
        var routes = Over("* = a:5, b:3, c:2 > embedded", "embedded a b c");
        var firsts = new Dictionary<string, int>();
        var seconds = new Dictionary<string, int>();
        for (var n = 0; n < tasks; n++)
        {
            var task = Sample.Queued(n);
            var first = routes.FirstFor(Requests.Of(), task.Id, Language.English).Engine.ShouldNotBeNull();
            routes.FirstFor(Requests.Of(), task.Id, Language.Chinese).Engine.ShouldBe(first, "the same task, the same engine");
            firsts[first] = firsts.GetValueOrDefault(first) + 1;
            if (first != "a") continue;
            var second = routes.NextFor(task, Requests.Of(), ["a"]).ShouldNotBeNull();
            seconds[second] = seconds.GetValueOrDefault(second) + 1;
            var last = routes.NextFor(task, Requests.Of(), ["a", second]).ShouldNotBeNull();
            last.ShouldBe(second == "b" ? "c" : "b", "the rest of the step before the next");
            routes.NextFor(task, Requests.Of(), ["a", "b", "c"]).ShouldBe("embedded");
            routes.NextFor(task, Requests.Of(), ["a", "b", "c", "embedded"]).ShouldBeNull();
        }

        Console.WriteLine($"Routes: {tasks} tasks over weights 5:3:2 went {string.Join(", ", firsts.OrderBy(one => one.Key).Select(one => $"{one.Key} {100.0 * one.Value / tasks:0.00} %"))}");
        foreach (var (engine, share) in new[] { ("a", 0.5), ("b", 0.3), ("c", 0.2) }) ((double)firsts[engine] / tasks).ShouldBe(share, 0.02, engine);
        ((double)seconds["b"] / (seconds["b"] + seconds["c"])).ShouldBe(0.6, 0.02);
        firsts.ShouldNotContainKey("embedded");
    }

    [Fact]
    public void Engines_that_cannot_are_passed_over_and_none_that_can_is_told_with_what_each_lacks()
    {
        var routes = new EngineRoutes(
            [new NamedEngine("embedded"), new NamedEngine("std-only", new() { Modes = [VideoMode.Std] }), new NamedEngine("no-o1", new() { Models = [VideoModel.V3Omni] })],
            Settings("* = std-only > no-o1"));
        routes.FirstFor(Requests.Of(), 1, Language.English).Engine.ShouldBe("std-only");
        var passed = routes.FirstFor(Requests.Of(mode: VideoMode.Pro), 1, Language.English);
        passed.Engine.ShouldBe("no-o1");
        passed.Gaps.ShouldHaveSingleItem().Engine.ShouldBe("std-only");
        var none = routes.FirstFor(Requests.Of(VideoModel.VideoO1, VideoMode.Pro), 1, Language.Chinese);
        none.Engine.ShouldBeNull("embedded could, and no route names it");
        none.Gaps.Select(gap => gap.Engine).ShouldBe(["std-only", "no-o1"]);
        none.Gaps[0].Lacks.ShouldBe(["mode：不支持模式 pro；支持的模式：std。"]);
        routes.NextFor(Sample.Queued(1), Requests.Of(VideoModel.VideoO1), ["std-only"]).ShouldBeNull();

        var nowhere = Over("4k = a", "embedded a").FirstFor(Requests.Of(), 1, Language.English);
        (nowhere.Engine, nowhere.Gaps.Count).ShouldBe((null, 0));
    }

    [Fact]
    public void A_route_to_an_engine_that_is_not_there_is_told_with_those_there_are()
    {
        var message = Should.Throw<RouteException>(() => Over("* = kling; 4k = rely-a", "embedded kling relay-a")).Message;
        foreach (var part in (string[])["line 2", "rely-a", "did you mean relay-a?", "embedded, kling, relay-a"]) message.ShouldContain(part);
    }

    [Fact]
    public void Limits_say_what_is_beyond_them_in_both_languages()
    {
        var all = EngineLimits.None;
        foreach (var request in Requests.All) all.Lacks(request with { Sound = true, Watermark = true }, Language.English).ShouldBeEmpty();
        var limits = all.With("Models", "kling-v3-omni").With("MODES", "std; pro").With("kinds", "text-to-video, first-frame").With("Sound", "false").With("Watermark", "false");
        var beyond = Requests.Of(VideoModel.VideoO1, VideoMode.UltraHd, InputKind.VideoEdit) with { Sound = true, Watermark = true };
        limits.Lacks(beyond, Language.English).ShouldBe(
        [
            "model_name: kling-video-o1 is not among its models, which are kling-v3-omni.",
            "mode: 4k is not among its modes, which are std, pro.",
            "It makes no video-edit films; its kinds are text-to-video, first-frame.",
            "sound: it makes films without sound only; off is allowed.",
            "watermark_info: it makes no copy with a watermark; leave it out.",
        ]);
        limits.Lacks(beyond, Language.Chinese).Count.ShouldBe(5);
        limits.Lacks(Requests.Of(), Language.English).ShouldBeEmpty();
        limits.With("Modes", "").Modes.ShouldBeNull();
        Should.Throw<FormatException>(() => all.With("Modes", "std, 8k")).Message.ShouldBe("\"8k\" is none of std, pro, 4k");
        Should.Throw<FormatException>(() => all.With("Sound", "yes"));
        Should.Throw<ArgumentException>(() => all.With("Colour", "red"));
    }

    internal static EngineRoutes Over(string? book, string engines, TimeProvider? time = null) =>
        new(engines.Split(' ').Select(name => new NamedEngine(name)), Settings(book), time);

    private static RouteSettings Settings(string? book) => new() { Book = book is null ? null : RouteReader.Read(book), Seed = "n1" };
}
