using System.Text.Json;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Rules;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Http;

public sealed class SurfaceTests
{
    [Theory]
    [InlineData("/v1/videos/text2video", "unknown-path-vendor")]
    [InlineData("/kling/v1/videos/image2video", "unknown-path-relay")]
    [InlineData("/nothing", "unknown-path")]
    [InlineData("/kling/v1/general/custom-voices", "unknown-path-general")]
    public async Task Paths_that_nobody_serves_name_what_there_is(string path, string golden)
    {
        await using var server = await LiveServer.StartAsync();
        var answer = await server.PostAsync(path, "{}");
        answer.ShouldBe(404, 1203);
        Golden.Check(golden, answer);
    }

    [Theory]
    [InlineData("PUT", LiveServer.Relay, "GET, HEAD, POST")]
    [InlineData("DELETE", LiveServer.Relay + "/1", "GET, HEAD")]
    [InlineData("GET", LiveServer.Relay + "/1/cancel", "POST")]
    [InlineData("POST", LiveServer.Relay + "/1/events", "GET")]
    [InlineData("HEAD", LiveServer.Relay + "/1/events", "GET")]
    [InlineData("POST", "/v1/rules", "GET, HEAD")]
    [InlineData("OPTIONS", "/", "GET, HEAD")]
    [InlineData("GET", LiveServer.Relay + "/1/cancel/", "POST")]
    [InlineData("DELETE", LiveServer.Relay + "/quote", "GET, HEAD, POST")]
    [InlineData("PATCH", LiveServer.Relay, "GET, HEAD, POST")]
    [InlineData("BREW", "/", "GET, HEAD")]
    public async Task A_verb_that_a_path_does_not_have_is_said_so(string verb, string path, string allowed)
    {
        await using var server = await LiveServer.StartAsync();
        var answer = await server.SendAsync(new HttpMethod(verb), path, null);
        answer.Status.ShouldBe(404);
        if (verb != "HEAD") answer.ShouldBe(404, 1202);
        answer.Header("Allow").ShouldBe(allowed);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("BREW")]
    public async Task A_path_that_nobody_serves_is_unknown_to_every_verb(string verb)
    {
        await using var server = await LiveServer.StartAsync();
        (await server.SendAsync(new HttpMethod(verb), "/nothing", null)).ShouldBe(404, 1203);
    }

    [Fact]
    public async Task Each_link_of_the_page_opens_something()
    {
        await using var server = await LiveServer.StartAsync();
        var page = (await server.GetAsync("/")).Text;
        var links = System.Text.RegularExpressions.Regex.Matches(page, "(?:href|src)=\"(/[^\"]*)\"").Select(match => match.Groups[1].Value).Distinct().ToList();
        links.ShouldContain("/docs/getting-started.md");
        foreach (var link in links) (await server.GetAsync(link)).Status.ShouldBe(200, link);
    }

    [Fact]
    public async Task Each_refusal_of_a_field_is_in_the_catalogue()
    {
        var known = RuleCatalogue.All.Select(rule => rule.Id).ToHashSet();
        var said = typeof(ApiErrors).GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .Select(field => field.GetValue(null)).OfType<ApiError>().Append(ApiErrors.ExternalIdTaken("a"))
            .Where(error => error.Field is not null).Select(error => error.Field!.Value.Rule).ToList();
        said.Count.ShouldBeGreaterThanOrEqualTo(5);
        said.ShouldBeSubsetOf(known);
        known.Count.ShouldBe(RuleCatalogue.All.Count);
        await using var server = await LiveServer.StartAsync();
        var served = (await server.GetAsync("/v1/rules")).Text;
        foreach (var id in known) served.ShouldContain($"\"{id}\"");
    }

    [Fact]
    public async Task The_catalogue_of_rules_needs_no_key()
    {
        await using var server = await LiveServer.StartAsync();
        server.Client.DefaultRequestHeaders.Authorization = null;
        var answer = await server.GetAsync("/v1/rules/");
        answer.ShouldBe(200, 0);
        answer.Data.GetArrayLength().ShouldBeGreaterThan(30);
        answer.Data.EnumerateArray().ShouldAllBe(rule => rule.GetProperty("en").GetString()!.Length > 0 && rule.GetProperty("zh").GetString()!.Length > 0);
    }

    [Fact]
    public async Task Health_readiness_and_figures_need_no_key()
    {
        await using var server = await LiveServer.StartAsync();
        await server.CreateAsync();
        server.Client.DefaultRequestHeaders.Authorization = null;
        (await server.GetAsync("/healthz")).ShouldBe(200, 0);
        (await server.GetAsync("/readyz/")).ShouldBe(200, 0);

        var metrics = await server.GetAsync("/metrics");
        metrics.Header("Content-Type").ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        metrics.Text.ShouldContain($"omnireel_http_requests_total{{route=\"{LiveServer.Relay}\",status=\"200\"}} 1\n");
        metrics.Text.ShouldContain($"omnireel_http_request_duration_seconds_count{{route=\"{LiveServer.Relay}\"}} 1\n");
        metrics.Text.ShouldNotContain("_bucket{route=\"/docs/getting-started.md\"");
        metrics.Text.ShouldContain("omnireel_queue_depth ");
        metrics.Text.ShouldContain("omnireel_tasks_total{status=\"queued\"} ");
        metrics.Text.ShouldContain("omnireel_store_commit_writes_count ");
        metrics.Text.ShouldContain("omnireel_store_commit_seconds_sum ");
        foreach (var line in metrics.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            (line.StartsWith("# ", StringComparison.Ordinal) || double.TryParse(line[(line.LastIndexOf(' ') + 1)..], out _)).ShouldBeTrue(line);
    }

    [Fact]
    public async Task A_failed_store_is_not_ready_and_says_so_on_the_wire()
    {
        await using var server = await LiveServer.StartAsync();
        server.Service<OmniReel.Server.Tasks.StoreHealth>().Report(new IOException("the disk is gone"));
        (await server.GetAsync("/readyz")).ShouldBe(503, 5001);
    }

    [Fact]
    public async Task No_answer_names_the_server_software()
    {
        await using var server = await LiveServer.StartAsync();
        (await server.GetAsync("/healthz")).Header("Server").ShouldBeNull();
        JsonDocument.Parse((await server.GetAsync("/healthz")).Text).RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["code", "message", "request_id"]);
    }
}
