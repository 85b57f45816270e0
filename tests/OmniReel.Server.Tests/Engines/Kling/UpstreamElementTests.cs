using System.Collections.Concurrent;
using System.Text.Json;
using OmniReel.Server.Engines;
using OmniReel.Server.Tests.Engines.Kling.Support;

namespace OmniReel.Server.Tests.Engines.Kling;

public sealed class UpstreamElementTests
{
    private const string Path = "/v1/general/advanced-custom-elements";
    private const string Absent = """{"code":1201,"message":"not found"}""";

    private readonly ConcurrentDictionary<string, (string TaskId, string Id, string Status)> _made = new();
    private int _posts;

    private static string Body(params string[] ids) =>
        $$"""{"model_name":"kling-v3-omni","prompt":"x","duration":"5","aspect_ratio":"16:9","element_list":[{{string.Join(',', ids.Select(id => $$"""{"element_id":"{{id}}"}"""))}}]}""";

    [Fact]
    public async Task An_element_is_made_once_however_many_name_it_at_once_and_remembered()
    {
        await using var api = new ScriptedApi(Answer);
        using var rig = new KlingRig(api.Url);
        var sent = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => rig.SentAsync(Body("100000000000201"), $"f00d-{n}-1")));
        foreach (var one in sent)
            one.ShouldContain("\"element_list\":[{\"element_id\":321922438904301}]");
        var post = api.Posts.ShouldHaveSingleItem();
        post.Path.ShouldBe(Path);
        var made = JsonDocument.Parse(post.Body).RootElement;
        made.GetProperty("element_name").GetString().ShouldBe("Woman with umbrella");
        made.GetProperty("reference_type").GetString().ShouldBe("image_refer");
        made.GetProperty("external_task_id").GetString().ShouldBe("f00d-e100000000000201");
        var picture = Convert.ToBase64String(KlingRig.Png(320));
        made.GetProperty("element_image_list").GetProperty("frontal_image").GetString().ShouldBe(picture);
        made.GetProperty("element_image_list").GetProperty("refer_images")[0].GetProperty("image_url").GetString().ShouldBe(picture);
        made.GetProperty("tag_list")[0].GetProperty("tag_id").GetString().ShouldBe("o_102");

        // The dancer's id as a client in JavaScript rounds it is the dancer.
        (await rig.SentAsync(Body("835266081714884677", "835266081714884700"))).ShouldContain("[{\"element_id\":321922438904302},{\"element_id\":321922438904302}]");
        api.Posts.Count().ShouldBe(2);
    }

    [Fact]
    public async Task One_that_was_made_and_not_remembered_is_found_by_its_reference()
    {
        await using var api = new ScriptedApi(Answer);
        using var rig = new KlingRig(api.Url);
        await rig.SentAsync(Body("100000000000201"));
        rig.ForgetElements();
        (await rig.SentAsync(Body("100000000000201"))).ShouldContain("321922438904301");
        api.Posts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_that_was_deleted_there_is_made_anew_under_the_next_reference()
    {
        await using var api = new ScriptedApi(Answer);
        string first;
        using (var rig = new KlingRig(api.Url))
            first = await rig.SentAsync(Body("100000000000201"));
        first.ShouldContain("321922438904301");
        _made["f00d-e100000000000201"] = _made["f00d-e100000000000201"] with { Status = "deleted" };
        using var later = new KlingRig(api.Url);
        (await later.SentAsync(Body("100000000000201"))).ShouldContain("321922438904302");
        api.Posts.Select(post => JsonDocument.Parse(post.Body).RootElement.GetProperty("external_task_id").GetString()).ShouldBe(["f00d-e100000000000201", "f00d-e100000000000201-2"]);
    }

    [Fact]
    public async Task Where_nothing_is_known_by_reference_none_is_given()
    {
        await using var api = new ScriptedApi(Answer);
        using var rig = new KlingRig(api.Url, known: false);
        (await rig.SentAsync(Body("100000000000201"))).ShouldContain("321922438904301");
        JsonDocument.Parse(api.Posts.Single().Body).RootElement.TryGetProperty("external_task_id", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(400, """{"code":1201,"message":"element_name is invalid"}""", typeof(EngineRefusedException), "element_name is invalid")]
    [InlineData(429, """{"code":1303,"message":"parallel"}""", typeof(EngineBusyException), "parallel")]
    [InlineData(401, """{"code":1002,"message":"bad key"}""", typeof(EngineUnavailableException), "bad key")]
    [InlineData(500, "{}", typeof(EngineTroubleException), "upstream")]
    public async Task What_the_upstream_says_of_an_element_is_said_on(int status, string json, Type thrown, string says)
    {
        await using var api = new ScriptedApi(heard => heard.Method == "POST" ? (status, json) : (400, Absent));
        using var rig = new KlingRig(api.Url);
        var fault = await Should.ThrowAsync(() => rig.PrepareAsync(Body("100000000000201")), thrown);
        fault.Message.ShouldContain(says);
    }

    [Fact]
    public async Task An_element_that_is_gone_is_refused()
    {
        using var rig = new KlingRig("https://api-singapore.klingai.com");
        var (request, bytes) = KlingRig.Read(Body("100000000000201"));
        var attempt = new EngineAttempt(Stores.Sample.Queued(1), request with { Elements = ["0"] }, new Server.StoredBodies.HeldBody(bytes), new Tasks.NoSlot());
        (await Should.ThrowAsync<EngineRefusedException>(() => rig.Orders.PrepareAsync(attempt, new Animatic.Percents(), KlingRig.Stop))).Message.ShouldContain("element_list[0].element_id");
    }

    private (int Status, string Json) Answer(Heard heard)
    {
        if (heard.Method == "POST")
        {
            var number = Interlocked.Increment(ref _posts);
            var reference = JsonDocument.Parse(heard.Body).RootElement.TryGetProperty("external_task_id", out var given) ? given.GetString()! : $"none-{number}";
            _made[reference] = ($"task-{number}", $"32192243890430{number}", "succeed");
            return (200, $$$"""{"code":0,"data":{"task_id":"task-{{{number}}}","task_status":"submitted"}}""");
        }

        var asked = heard.Path[(Path.Length + 1)..];
        var found = _made.FirstOrDefault(one => one.Key == asked || one.Value.TaskId == asked);
        return found.Key is null
            ? (400, Absent)
            : (200, $$$$"""{"code":0,"data":{"task_id":"{{{{found.Value.TaskId}}}}","task_status":"succeed","task_info":{"external_task_id":"{{{{found.Key}}}}"},"task_result":{"elements":[{"element_id":{{{{found.Value.Id}}}},"status":"{{{{found.Value.Status}}}}"}]}}}""");
    }
}
