using System.Text.Json;
using OmniReel.Contract.Answers;

namespace OmniReel.Client.Tests;

/// <summary>Elements, callbacks, rules, events: each call to its place, each answer in its type.</summary>
public sealed class LibraryTests : IDisposable
{
    private const string Element = """{"element_id":321922438904313,"element_name":"Mia","element_description":"a girl","reference_type":"image_refer","element_image_list":{"frontal_image":"https://a.test/1","refer_images":[{"image_url":"https://a.test/2"}]},"element_voice_info":{"voice_id":"v"},"tag_list":[{"tag_id":"o_102"}],"owned_by":"kling","status":"succeed"}""";

    private const string Made = $$"""{"task_id":"5","task_status":"succeed","task_status_msg":"","task_info":{},"task_result":{"elements":[{{Element}}]},"final_unit_deduction":"0","created_at":1,"updated_at":2}""";

    private const string Delivery = """{"id":"whm_1_2","task_id":"1","task_status":"succeed","url":"https://a.test/hook","state":"exhausted","attempts":9,"created_at":1,"last_attempt":{"at":2,"delivered":false,"status":500,"reason":"answered 500"}}""";

    private const string Simple = """{"element_id":7,"element_name":"Mia","element_description":"d","element_frontal_image":"https://a.test/1","element_refer_list":[{"image_url":"https://a.test/2"}],"tag_list":[],"owned_by":"default"}""";

    private readonly ScriptedServer _server = new();
    private readonly HastyTime _time = new();
    private readonly OmniReelClient _client;

    public LibraryTests() => _client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri("http://films.test"), Time = _time }, _server);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task An_element_is_created_waited_for_and_deleted()
    {
        _server.ThenOk(Samples.Created).ThenOk(Samples.Task("processing")).ThenOk(Made).Then(200, """{"code":0,"message":"SUCCEED","request_id":"r"}""");
        var wish = NewCustomElement.FromImages("Mia", "a girl", "https://a.test/1", "https://a.test/2") with { TagList = [new("o_102")] };
        (await _client.Elements.CreateAsync(wish, "k", Cancellation)).TaskId.ShouldBe("123456789012345678");
        var made = await _client.Elements.WaitAsync("mine/1", Cancellation);
        var element = made.TaskResult.Elements.ShouldNotBeNull().ShouldHaveSingleItem();
        (element.ElementId, element.ElementImageList!.ReferImages.Single().ImageUrl, element.ElementVoiceInfo!.VoiceId, element.TagList.Single().TagId)
            .ShouldBe((321922438904313, "https://a.test/2", "v", "o_102"));
        await _client.Elements.DeleteAsync(element.ElementId, Cancellation);
        _server.Requests.Select(r => $"{r.Method} {r.Path}").ShouldBe([
            "POST /v1/general/advanced-custom-elements", "GET /v1/general/advanced-custom-elements/mine%2F1", "GET /v1/general/advanced-custom-elements/mine%2F1",
            "POST /v1/general/delete-elements"]);
        _server.Requests[0].Body.ShouldBe("""{"element_name":"Mia","element_description":"a girl","reference_type":"image_refer","element_image_list":{"frontal_image":"https://a.test/1","refer_images":[{"image_url":"https://a.test/2"}]},"tag_list":[{"tag_id":"o_102"}]}""");
        _server.Requests[0].Headers["Idempotency-Key"].ShouldBe("k");
        _server.Requests[3].Body.ShouldBe("""{"element_id":"321922438904313"}""");
        _time.Pauses.ShouldBe([TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public async Task The_older_form_and_the_presets_are_read()
    {
        _server.ThenOk(Simple).ThenOk(Simple).ThenOk($"[{Simple}]").ThenOk($"[{Made}]").ThenOk($"[{Simple}]").ThenOk($"[{Made}]");
        (await _client.Elements.CreateSimpleAsync(new NewSimpleElement { ElementName = "Mia", ElementFrontalImage = "x", ElementReferList = [new("y")] }, cancellation: Cancellation)).ElementId.ShouldBe(7);
        (await _client.Elements.GetSimpleAsync(7, Cancellation)).ElementReferList.Single().ImageUrl.ShouldBe("https://a.test/2");
        (await _client.Elements.ListSimpleAsync(cancellation: Cancellation)).Single().OwnedBy.ShouldBe("default");
        (await _client.Elements.PresetsAsync(cancellation: Cancellation)).Single().TaskResult.Elements!.Single().OwnedBy.ShouldBe("kling");
        (await _client.Elements.SimplePresetsAsync(cancellation: Cancellation)).Single().ElementName.ShouldBe("Mia");
        (await _client.Elements.ListAsync(1, 5, Cancellation)).Single().TaskId.ShouldBe("5");
        _server.Requests.Select(r => r.Path).ShouldBe([
            "/v1/general/custom-elements", "/v1/general/custom-elements/7", "/v1/general/custom-elements?pageNum=1&pageSize=30", "/v1/general/advanced-presets-elements?pageNum=1&pageSize=30",
            "/v1/general/presets-elements?pageNum=1&pageSize=30", "/v1/general/advanced-custom-elements?pageNum=1&pageSize=5"]);
    }

    [Fact]
    public async Task Callbacks_are_listed_shown_replayed_tested_and_signed_anew()
    {
        _server.ThenOk($"[{Delivery}]").ThenOk(Delivery).ThenOk(Delivery).ThenOk("""{"replayed":3}""").ThenOk("""{"secret":"whsec_x","previous_until":9}""")
            .ThenOk("""{"at":1,"delivered":true,"status":204,"reason":"answered 204"}""");
        (await _client.Callbacks.ListAsync(CallbackStateWords.Exhausted, "1", cancellation: Cancellation)).Single().LastAttempt!.Status.ShouldBe(500);
        (await _client.Callbacks.GetAsync("whm_1_2", Cancellation)).Attempts.ShouldBe(9);
        await _client.Callbacks.ReplayAsync("whm_1_2", Cancellation);
        (await _client.Callbacks.ReplayAsync(new ReplayRequest { State = "exhausted" }, Cancellation)).Replayed.ShouldBe(3);
        (await _client.Callbacks.RotateSecretAsync(Cancellation)).Secret.ShouldBe("whsec_x");
        (await _client.Callbacks.TestAsync("https://a.test/hook", Cancellation)).Delivered.ShouldBeTrue();
        _server.Requests.Select(r => $"{r.Method} {r.Path}").ShouldBe([
            "GET /v1/callbacks?state=exhausted&task_id=1&pageNum=1&pageSize=30", "GET /v1/callbacks/whm_1_2", "POST /v1/callbacks/whm_1_2/replay", "POST /v1/callbacks/replay",
            "POST /v1/callbacks/rotate-secret", "POST /v1/callbacks/test"]);
    }

    [Fact]
    public async Task Rules_and_readiness_are_asked_for()
    {
        _server.ThenOk("""[{"id":"duration_range","field":"duration","en":"e","zh":"z"}]""").Then(200, """{"code":0,"message":"SUCCEED","request_id":"r"}""")
            .Then(503, """{"code":5001,"message":"draining","request_id":"r"}""").ThenBreaks();
        (await _client.RulesAsync(Cancellation)).Single().Zh.ShouldBe("z");
        (await _client.IsAliveAsync(Cancellation)).ShouldBeTrue();
        (await _client.IsReadyAsync(Cancellation)).ShouldBeFalse();
        (await _client.IsReadyAsync(Cancellation)).ShouldBeFalse();
        _server.Requests.Select(r => r.Path).ShouldBe(["/v1/rules", "/healthz", "/readyz", "/readyz"]);
    }

    [Fact]
    public async Task Events_come_as_they_are_told_and_end_with_the_stream()
    {
        _server.Then(200, Samples.Event("submitted", 0) + Samples.Event("processing", 40), "text/event-stream");
        var told = new List<int>();
        await foreach (var one in _client.EventsAsync("1", Cancellation)) told.Add(one.Progress);
        told.ShouldBe([0, 40]);
    }

    [Fact]
    public async Task An_upload_sends_the_bytes_and_tells_how_far_it_is()
    {
        var file = new byte[500_000];
        new Random(3).NextBytes(file);
        _server.ThenOk("""{"id":"f","url":"http://films.test/files/f?exp=1&sig=x","expires_at":9}""");
        var shares = new Shares();
        (await _client.UploadAsync(new MemoryStream(file), shares, Cancellation)).Url.ShouldEndWith("sig=x");
        shares.Told[^1].ShouldBe(1);
        shares.Told.Count.ShouldBeGreaterThan(2);
        var request = _server.Requests.Single();
        (request.Path, request.Headers["Expect"]).ShouldBe(("/v1/files", "100-continue"));
        request.Length.ShouldBe(file.Length);
    }

    [Fact]
    public async Task A_task_without_a_film_is_not_downloaded()
    {
        _server.ThenOk(Samples.Task("failed", "too dark"));
        var task = await _client.GetAsync("1", Cancellation);
        var failed = await Should.ThrowAsync<FilmFailedException>(() => _client.DownloadAsync(task, "film.mp4", null, Cancellation));
        (failed.Message, failed.Task.TaskStatusMsg).ShouldBe(("Task 123456789012345678 made no film: too dark", "too dark"));
    }

    [Fact]
    public void Shots_are_numbered_and_summed()
    {
        using var body = JsonDocument.Parse(new NewVideo { ImageList = [NewImage.FirstFrame("a"), NewImage.EndFrame("b")] }.WithShots((2, "a"), (3, "b"), (4, "c")).ToUtf8());
        var root = body.RootElement;
        (root.GetProperty("duration").GetString(), root.GetProperty("shot_type").GetString(), root.GetProperty("multi_shot").GetBoolean()).ShouldBe(("9", "customize", true));
        root.GetProperty("multi_prompt").EnumerateArray().Select(shot => (shot.GetProperty("index").GetInt32(), shot.GetProperty("duration").GetString())).ShouldBe([(1, "2"), (2, "3"), (3, "4")]);
        root.GetProperty("image_list").EnumerateArray().Select(image => image.GetProperty("type").GetString()).ShouldBe(["first_frame", "end_frame"]);
    }

    private sealed class Shares : IProgress<double>
    {
        public List<double> Told { get; } = [];

        public void Report(double value) => Told.Add(value);
    }
}
