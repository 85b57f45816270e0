using System.Text.Json;
using System.Web;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Requests;

namespace OmniReel.Client.Tests;

/// <summary>The client has all that the server has: every operation of the OpenAPI document, with each of its headers, query values and fields.</summary>
public sealed class WholeApiTests
{
    private static readonly TimeSpan s_hold = TimeSpan.FromSeconds(5);

    private static readonly JsonElement s_document =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Checkout.Root, "tests/OmniReel.Server.Tests/Golden/openapi.json"))).RootElement;

    /// <summary>How each operation is called, with all that it takes.</summary>
    private static readonly Dictionary<string, Func<OmniReelClient, Task>> s_calls = new()
    {
        ["createTask"] = client => client.CreateAsync(new NewVideo { Prompt = "a boat" }, s_hold, "key"),
        ["listTasks"] = client => client.ListAsync(2, 5, titles: true),
        ["quoteTask"] = client => client.QuoteAsync(new NewVideo()),
        ["getTaskNamedQuote"] = client => client.GetAsync("quote", s_hold),
        ["getTask"] = client => client.GetAsync("{id}", s_hold),
        ["cancelTask"] = client => client.CancelAsync("{id}"),
        ["getTaskRequest"] = client => client.GetRequestAsync("{id}"),
        ["watchTask"] = async client => await client.EventsAsync("{id}").FirstAsync(),
        ["createElement"] = client => client.Elements.CreateAsync(new NewCustomElement(), s_hold, "key"),
        ["listElements"] = client => client.Elements.ListAsync(2, 5),
        ["getElement"] = client => client.Elements.GetAsync("{id}", s_hold),
        ["listPresets"] = client => client.Elements.PresetsAsync(2, 5),
        ["createSimpleElement"] = client => client.Elements.CreateSimpleAsync(new NewSimpleElement(), "key"),
        ["listSimpleElements"] = client => client.Elements.ListSimpleAsync(2, 5),
        ["getSimpleElement"] = client => client.Elements.GetSimpleAsync(7),
        ["listSimplePresets"] = client => client.Elements.SimplePresetsAsync(2, 5),
        ["deleteElement"] = client => client.Elements.DeleteAsync(7),
        ["uploadFile"] = client => client.UploadAsync(new MemoryStream([1])),
        ["listSubmits"] = client => client.Submits.ListAsync(["abandoned"], "7", 5),
        ["settleSubmit"] = client => client.Submits.AdoptAsync("{id}", "up-7"),
        ["listCallbacks"] = client => client.Callbacks.ListAsync(new ReplayRequest { State = "waiting", Since = 1, TaskId = "1" }, 2, 5),
        ["getCallback"] = client => client.Callbacks.GetAsync("{id}"),
        ["replayCallback"] = client => client.Callbacks.ReplayAsync("{id}"),
        ["replayCallbacks"] = client => client.Callbacks.ReplayAsync(new ReplayRequest { State = "waiting" }),
        ["watchCallbacks"] = async client => await client.Callbacks.ListenAsync().FirstAsync(),
        ["rotateCallbackSecret"] = client => client.Callbacks.RotateSecretAsync(),
        ["testCallback"] = client => client.Callbacks.TestAsync("https://a.test"),
        ["listRoutes"] = client => client.RoutesAsync(),
        ["explainRoute"] = client => client.ExplainRouteAsync(new NewVideo()),
        ["listRules"] = client => client.RulesAsync(),
        ["getHealth"] = client => client.IsAliveAsync(),
        ["getReadiness"] = client => client.IsReadyAsync(),
    };

    /// <summary>What no method is for, and why.</summary>
    private static readonly Dictionary<string, string> s_without = new()
    {
        ["deleteAdvancedElement"] = "does what deleteElement does",
        ["getFile"] = "links are followed as they are; DownloadTests has the ranges",
        ["getMetrics"] = "for Prometheus",
        ["getOpenApiJson"] = "for tools",
        ["getOpenApiYaml"] = "for tools",
    };

    /// <summary>Where a test is named: the lab's own clients do that, or the base URL does.</summary>
    private static readonly string[] s_ofLab = ["X-OmniReel-Test", "X-OmniReel-Lab-Clock"];

    /// <summary>The types that write the bodies of requests.</summary>
    private static readonly Dictionary<string, Type> s_bodies = new()
    {
        ["OmniVideoVendorRequest"] = typeof(NewVideo),
        ["Shot"] = typeof(NewShot),
        ["ImageInput"] = typeof(NewImage),
        ["VideoInput"] = typeof(NewVideoInput),
        ["ElementInput"] = typeof(NewElement),
        ["WatermarkWish"] = typeof(NewWatermark),
        ["ElementRequest"] = typeof(NewCustomElement),
        ["ElementImagesInput"] = typeof(NewElementImages),
        ["ElementImageInput"] = typeof(NewElementImage),
        ["ElementVideosInput"] = typeof(NewElementVideos),
        ["ElementVideoInput"] = typeof(NewElementVideo),
        ["ElementTagInput"] = typeof(NewElementTag),
        ["SimpleElementRequest"] = typeof(NewSimpleElement),
        ["ReplayRequest"] = typeof(ReplayRequest),
        ["SettleRequest"] = typeof(SettleRequest),
    };

    public static TheoryData<string> Called => [.. s_calls.Keys];

    [Fact]
    public void Every_operation_has_a_method()
    {
        // The relay's paths are the vendor's by a base URL; what the console and the lab have is theirs.
        var all = Operations().Where(one => !one.Path.StartsWith("/kling/", StringComparison.Ordinal) && one.Tag is not ("Console" or "Lab")).Select(one => one.Id).ToList();
        all.Count.ShouldBeGreaterThan(30);
        all.ShouldBe(s_calls.Keys.Concat(s_without.Keys), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Called))]
    public async Task A_call_goes_where_the_document_says_with_all_that_may_go_along(string operation)
    {
        using var server = new ScriptedServer();
        server.Then(400, """{"code":1200,"message":"no","request_id":"r"}""");
        using var client = new OmniReelClient(new() { BaseUrl = new("http://films.test"), Language = "zh", Lab = "slate", AlwaysAnew = true, Attempts = 1 }, server);
        try
        {
            await s_calls[operation](client);
        }
        catch (RequestRefusedException)
        {
            // As it was answered: what was sent is looked at.
        }

        var described = Operations().Single(one => one.Id == operation);
        var sent = server.Requests.ShouldHaveSingleItem();
        var address = new Uri("http://films.test" + sent.Path);
        sent.Method.ShouldBe(described.Verb);
        Uri.UnescapeDataString(address.AbsolutePath).ShouldBe(operation == "getSimpleElement" ? described.Path.Replace("{id}", "7", StringComparison.Ordinal) : described.Path);
        var query = HttpUtility.ParseQueryString(address.Query);
        query.AllKeys.ShouldBe(Named(described.Parameters, "query"), ignoreOrder: true);
        foreach (var name in query.AllKeys) query[name].ShouldNotBeNullOrEmpty(name);
        foreach (var header in Named(described.Parameters, "header").Except(s_ofLab)) sent.Headers.ShouldContainKey(header);
    }

    [Fact]
    public void Every_field_of_a_request_can_be_written()
    {
        var schemas = s_document.GetProperty("components").GetProperty("schemas");
        foreach (var (name, type) in s_bodies)
        {
            var fields = schemas.GetProperty(name).GetProperty("properties").EnumerateObject().Select(field => field.Name);
            type.GetProperties().Select(field => JsonNamingPolicy.SnakeCaseLower.ConvertName(field.Name)).ShouldBe(fields, ignoreOrder: true, name);
        }

        // And none is forgotten: whatever the bodies refer to is one of these.
        var bodies = Operations().Where(one => one.Body is not null && s_calls.ContainsKey(one.Id)).Select(one => one.Body!).Distinct();
        bodies.Concat(s_bodies.Keys).SelectMany(name => References(schemas.GetProperty(name)).Prepend(name)).Distinct()
            .Except(["ElementDeletion", "CallbackTestRequest"]).ShouldBe(s_bodies.Keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData("relay", ApiProfile.Relay)]
    [InlineData("vendor", ApiProfile.Vendor)]
    public async Task A_request_comes_back_byte_for_byte_and_goes_out_again(string word, ApiProfile profile)
    {
        // It is a body, not an envelope, even where it looks like one.
        const string body = """{"code":1201,"prompt":"a boat" } // mine""";
        using var server = new ScriptedServer();
        server.Then(200, body, adjust: answer => answer.Headers.Add("X-OmniReel-Profile", word)).ThenOk(Samples.Created);
        using var client = new OmniReelClient(new() { BaseUrl = new("http://films.test") }, server);
        var request = await client.GetRequestAsync("mine/1", TestContext.Current.CancellationToken);
        request.Profile.ShouldBe(profile);
        await client.CreateAsync(request.Body, cancellation: TestContext.Current.CancellationToken);
        server.Requests.Select(sent => (sent.Path, sent.Body)).ShouldBe([("/v1/videos/omni-video/mine%2F1/request", ""), ("/v1/videos/omni-video", body)]);
    }

    [Theory]
    [InlineData(404, """{"code":1203,"message":"no such path","request_id":"r"}""", typeof(MissingFeatureException))]
    [InlineData(200, "<html>welcome</html>", typeof(MissingFeatureException))]
    [InlineData(200, """{"code":0,"message":"SUCCEED","request_id":"r","data":{}}""", typeof(UnexpectedAnswerException))]
    [InlineData(400, """{"code":1201,"message":"no such task","request_id":"r"}""", typeof(NotFoundException))]
    [InlineData(401, """{"code":1001,"message":"no key","request_id":"r"}""", typeof(AccessDeniedException))]
    public async Task A_server_without_kept_requests_says_so(int status, string body, Type exception)
    {
        using var server = new ScriptedServer();
        server.Then(status, body);
        using var client = new OmniReelClient(new() { BaseUrl = new("http://films.test"), Attempts = 1 }, server);
        (await Should.ThrowAsync<OmniReelException>(() => client.GetRequestAsync("1", TestContext.Current.CancellationToken))).ShouldBeOfType(exception);
    }

    private static IEnumerable<(string Verb, string Path, string Id, string Tag, JsonElement Parameters, string? Body)> Operations() =>
        from path in s_document.GetProperty("paths").EnumerateObject()
        from verb in path.Value.EnumerateObject()
        let parameters = verb.Value.TryGetProperty("parameters", out var given) ? given : default
        let body = verb.Value.TryGetProperty("requestBody", out var sent) && sent.GetProperty("content").TryGetProperty("application/json", out var json) ? Reference(json.GetProperty("schema")) : null
        select (verb.Name.ToUpperInvariant(), path.Name, verb.Value.GetProperty("operationId").GetString()!, verb.Value.GetProperty("tags")[0].GetString()!, parameters, body);

    private static IEnumerable<string> Named(JsonElement parameters, string place) => parameters.ValueKind != JsonValueKind.Array ? []
        : parameters.EnumerateArray().Select(one => s_document.GetProperty("components").GetProperty("parameters").GetProperty(Reference(one)!))
            .Where(one => one.GetProperty("in").ValueEquals(place)).Select(one => one.GetProperty("name").GetString()!);

    private static string? Reference(JsonElement part) => part.TryGetProperty("$ref", out var reference) ? reference.GetString()!.Split('/')[^1] : null;

    private static IEnumerable<string> References(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().SelectMany(child => child.NameEquals("$ref") ? [child.Value.GetString()!.Split('/')[^1]] : References(child.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
