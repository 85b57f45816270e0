using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Lab.FakeUpstream;
using OmniReel.Server.Lab.FakeUpstream.Wire;

namespace OmniReel.Server.Tests.Lab.FakeUpstreams;

/// <summary>Every byte of the answers, in each dialect and form; the clock stands still.</summary>
public sealed class FakeWireTests
{
    private const string Id = "176432160000000000";
    private const string Relay = "/kling/v1/videos/omni-video";

    private static readonly string s_submitted = """{"task_id":"ID","task_status":"submitted","task_status_msg":"","task_info":{"external_task_id":"r-1"},"task_result":{},"watermark_info":{"enabled":false},"final_unit_deduction":"1.8","final_balance_deduction":{"quota":"0","list_price":"0.252"},"created_at":1764321600000,"updated_at":1764321600000}""".Replace("ID", Id, StringComparison.Ordinal);

    private static readonly string s_made = """{"task_id":"ID","task_status":"succeed","task_status_msg":"","task_info":{"external_task_id":"r-1"},"task_result":{"videos":[{"id":"vID","url":"URL/files/ID/1/film.mp4","duration":"3.041"}]},"watermark_info":{"enabled":false},"final_unit_deduction":"1.8","final_balance_deduction":{"quota":"0","list_price":"0.252"},"created_at":1764321600000,"updated_at":1764321602000}""".Replace("ID", Id, StringComparison.Ordinal);

    private static readonly string s_created = Envelope("""{"task_id":"ID","task_info":{"external_task_id":"r-1"},"task_status":"submitted","created_at":1764321600000,"updated_at":1764321600000}""");

    public static TheoryData<AnswerForm, string, string, string> Forms => new()
    {
        { AnswerForm.Vendor, s_created, Envelope(s_submitted), Envelope(s_made) },
        { AnswerForm.Flat, """{"code":0,"message":"","task_id":"ID"}""", Envelope(s_submitted), Envelope(s_made) },
        {
            AnswerForm.OpenAi, """{"id":"ID","task_id":"ID","object":"video","model":"kling-v3-omni","status":"queued","progress":0,"created_at":1764321600}""",
            """{"id":"ID","task_id":"ID","object":"video","model":"kling-v3-omni","status":"queued","progress":0,"created_at":1764321600,"seconds":"3"}""",
            """{"id":"ID","task_id":"ID","object":"video","model":"kling-v3-omni","status":"completed","progress":100,"created_at":1764321600,"completed_at":1764321602,"seconds":"3","metadata":{"url":"URL/files/ID/1/film.mp4"}}"""
        },
        { AnswerForm.Wrapped, s_created, Wrapped("SUBMITTED", "0%", s_submitted), Wrapped("SUCCESS", "100%", s_made) },
        { AnswerForm.Deep, s_created, Wrapped("SUBMITTED", "0%", Envelope(s_submitted)), Wrapped("SUCCESS", "100%", Envelope(s_made)) },
        {
            AnswerForm.Compact, """{"code":0,"message":"","task_id":"ID"}""",
            """{"task_id":"ID","status":"SUBMITTED","video_url":"","duration":3.041,"model":"kling-v3-omni","cost":"1.8","request_id":"REQUEST"}""",
            """{"task_id":"ID","status":"SUCCESS","video_url":"URL/files/ID/1/film.mp4","duration":3.041,"model":"kling-v3-omni","cost":"1.8","request_id":"REQUEST"}"""
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_film_in_a_relays_form(AnswerForm form, string created, string submitted, string made)
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1764321600000));
        await using var rig = await FakeRig.StartAsync(new FakeUpstreamOptions { Time = time, Answers = form, Tiny = true });
        Check(rig, (await rig.CreateAsync("r-1", path: Relay)).Json, created);
        Check(rig, (await rig.GetAsync($"{Relay}/{Id}")).Json, submitted);
        time.Advance(TimeSpan.FromSeconds(2));
        Check(rig, (await rig.GetAsync($"{Relay}/{Id}")).Json, made);
        Check(rig, (await rig.GetAsync($"{Relay}/r-1")).Json, made);

        // The vendor's paths and every list know one form.
        Check(rig, (await rig.GetAsync($"{FakeRig.Path}/{Id}")).Json, Envelope(s_made));
        Check(rig, (await rig.GetAsync($"{Relay}?pageNum=1&pageSize=5")).Json, Envelope($"[{s_made}]"));
    }

    [Fact]
    public async Task The_vendor_with_a_watermark_and_without_a_reference()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1764321600000));
        await using var rig = await FakeRig.StartAsync(new FakeUpstreamOptions { Time = time, Tiny = true, Faults = ["fail; message=no; skip=1"] });
        Check(rig, (await rig.CreateAsync(more: ",\"watermark_info\":{\"enabled\":true}", path: FakeRig.Path + "/")).Json, s_created.Replace("\"external_task_id\":\"r-1\"", "", StringComparison.Ordinal));
        var failing = await rig.MadeAsync("r-2");
        time.Advance(TimeSpan.FromSeconds(1));
        (await rig.TaskAsync(Id)).GetProperty("task_status").GetString().ShouldBe("processing");
        time.Advance(TimeSpan.FromSeconds(1));
        rig.Steady((await rig.TaskAsync(Id)).GetProperty("task_result").GetProperty("videos")[0])
            .ShouldBe("""{"id":"vID","url":"URL/files/ID/1/film.mp4","watermark_url":"URL/files/ID/1/marked.mp4","duration":"3.041"}""".Replace("ID", Id, StringComparison.Ordinal));
        var failed = await rig.TaskAsync(failing);
        (failed.GetProperty("task_status").GetString(), failed.GetProperty("task_status_msg").GetString(), failed.GetProperty("final_unit_deduction").GetString()).ShouldBe(("failed", "no", "0"));
    }

    [Theory]
    [InlineData("GET", "/v1/videos/omni-video/123", 400, 1201)]
    [InlineData("GET", "/v1/videos/omni-video?pageNum=0", 400, 1201)]
    [InlineData("GET", "/v1/videos/omni-video?pageSize=501", 400, 1201)]
    [InlineData("GET", "/v1/videos/text2video", 404, 1203)]
    [InlineData("GET", "/kling/v1/nothing", 404, 1203)]
    [InlineData("PUT", "/v1/videos/omni-video", 404, 1202)]
    [InlineData("POST", "/v1/videos/omni-video/123", 404, 1202)]
    [InlineData("POST", "/v1/videos/omni-video", 400, 1201)]
    [InlineData("GET", "/v1/general/advanced-custom-elements/7", 400, 1201)]
    [InlineData("GET", "/v1/general/delete-elements", 404, 1202)]
    [InlineData("GET", "/fake/nothing", 404, 1203)]
    public async Task What_cannot_be_is_refused_with_its_code(string method, string path, int status, int code)
    {
        await using var rig = await FakeRig.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST") request.Content = new StringContent("{\"duration\":\"99\"}");
        using var answer = await rig.Http.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status);
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        said.ShouldStartWith($"{{\"code\":{code},\"message\":\"");
        said.ShouldContain("\"request_id\":\"");
    }

    [Fact]
    public async Task A_dialect_alone_has_its_paths_alone()
    {
        await using var vendor = await FakeRig.StartAsync(new FakeUpstreamOptions { Dialects = FakeDialects.Vendor });
        await using var relay = await FakeRig.StartAsync(new FakeUpstreamOptions { Dialects = FakeDialects.Relay });
        ((await vendor.GetAsync(FakeRig.Path)).Status, (await vendor.GetAsync(Relay)).Status).ShouldBe((200, 404));
        ((await relay.GetAsync(FakeRig.Path)).Status, (await relay.GetAsync(Relay)).Status).ShouldBe((404, 200));
    }

    [Fact]
    public async Task Elements_are_made_named_and_deleted()
    {
        await using var rig = await FakeRig.StartAsync();
        const string elements = "/v1/general/advanced-custom-elements";
        const string body = """{"element_name":"Kite","element_description":"A red kite","reference_type":"image_refer","element_image_list":{"frontal_image":"https://example.com/a.png","refer_images":[{"image_url":"https://example.com/b.png"}]},"tag_list":[{"tag_id":"o_104"}],"external_task_id":"e-1"}""";
        var task = (await PostAsync(elements, body)).GetProperty("data").GetProperty("task_id").GetString()!;
        (await PostAsync(elements, body)).GetProperty("code").GetInt32().ShouldBe(1201);
        foreach (var either in (string[])[task, "e-1"])
        {
            var element = (await rig.GetAsync($"{elements}/{either}")).Json.GetProperty("data").GetProperty("task_result").GetProperty("elements")[0];
            rig.Steady(element).ShouldBe(
                """{"element_id":321900000000001,"element_name":"Kite","element_description":"A red kite","reference_type":"image_refer","element_image_list":{"frontal_image":"https://example.com/a.png","refer_images":[{"image_url":"https://example.com/b.png"}]},"tag_list":[{"tag_id":"o_104"}],"owned_by":"fake-upstream","status":"succeed"}""");
        }

        (await rig.CreateAsync(more: ",\"element_list\":[{\"element_id\":321900000000001}]")).Status.ShouldBe(200);
        (await PostAsync("/v1/general/delete-elements", "{\"element_id\":\"321900000000001\"}")).GetProperty("code").GetInt32().ShouldBe(0);
        (await PostAsync("/v1/general/delete-advanced-elements", "{\"element_id\":321900000000001}")).GetProperty("code").GetInt32().ShouldBe(1201);
        (await rig.CreateAsync(more: ",\"element_list\":[{\"element_id\":321900000000001}]")).Status.ShouldBe(400);
        var presets = (await rig.GetAsync("/v1/general/advanced-presets-elements")).Json.GetProperty("data");
        presets.GetArrayLength().ShouldBe(3);
        (await rig.GetAsync($"{elements}?pageSize=2")).Json.GetProperty("data").GetArrayLength().ShouldBe(1);

        async Task<System.Text.Json.JsonElement> PostAsync(string path, string json)
        {
            using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
            using var answer = await rig.Http.PostAsync(path, content, TestContext.Current.CancellationToken);
            using var read = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            return read.RootElement.Clone();
        }
    }

    private static string Envelope(string data) => $$$"""{"code":0,"message":"SUCCEED","request_id":"REQUEST","data":{{{data}}}}""";

    private static string Wrapped(string status, string progress, string inner) =>
        $$$"""{"code":"success","message":"","data":{"task_id":"ID","action":"OMNI_VIDEO","status":"{{{status}}}","fail_reason":"","submit_time":1764321600,"progress":"{{{progress}}}","data":{{{inner}}}}}""";

    private static void Check(FakeRig rig, System.Text.Json.JsonElement json, string wanted) => rig.Steady(json).ShouldBe(wanted.Replace("\"ID\"", $"\"{Id}\"", StringComparison.Ordinal).Replace("/ID/", $"/{Id}/", StringComparison.Ordinal));
}
