using System.Text.Json;
using OmniReel.Server.Tests.Elements;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Testing;
using static OmniReel.Server.Tests.Http.Elements.ElementServer;

namespace OmniReel.Server.Tests.Http.Elements;

public sealed class ElementTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/general/advanced-custom-elements")]
    [InlineData("/kling/v1/general/advanced-custom-elements/")]
    public async Task An_element_is_accepted_made_shown_named_and_deleted(string root)
    {
        await using var server = await StartAsync();
        var created = await server.Live.PostAsync(root, Body(more: ""","tag_list":[{"tag_id":"o_102"}],"external_task_id":"e 1","callback_url":"https://a.example.com/b","zoom":1"""));
        created.ShouldBe(200, 0);
        created.Data.GetProperty("task_status").GetString().ShouldBe("submitted");
        var taskId = created.Data.GetProperty("task_id").GetString()!;
        taskId.Length.ShouldBe(18);

        var task = await server.Live.GetAsync($"{Root}/{taskId}", ("Prefer", "wait=10"));
        task.Data.GetProperty("task_status").GetString().ShouldBe("succeed", task.Text);
        task.Data.GetProperty("final_unit_deduction").GetString().ShouldBe("0");
        task.Data.GetProperty("omnireel").GetProperty("ignored")[0].GetString().ShouldBe("zoom");
        var element = One(task.Data);
        var id = element.GetProperty("element_id").GetInt64();
        id.ShouldBeInRange(1_000_000_000_000_000, (1L << 53) - 1);
        element.GetProperty("status").GetString().ShouldBe("succeed");
        element.GetProperty("owned_by").GetString().ShouldBe("default");
        element.GetProperty("tag_list")[0].GetProperty("tag_id").GetString().ShouldBe("o_102");
        var picture = await server.Live.GetAsync(element.GetProperty("element_image_list").GetProperty("frontal_image").GetString()!, ("Authorization", ""));
        (picture.Status, picture.Header("Content-Type")).ShouldBe((200, "image/png"));
        picture.Header("Content-Length").ShouldNotBe($"{ScriptedFetcher.Picture(320).Length}", "it is coded anew");
        element.GetProperty("element_image_list").GetProperty("refer_images").GetArrayLength().ShouldBe(1);
        (await server.Live.GetAsync($"/kling/v1/general/advanced-custom-elements/e%201")).Data.GetProperty("task_id").GetString().ShouldBe(taskId);

        (await server.Live.PostAsync(LiveServer.Relay, Film($"{id}"))).ShouldBe(200, 0);
        (await server.Live.PostAsync("/v1/general/delete-elements", $$"""{"element_id":"{{id}}"}""")).ShouldBe(200, 0);
        var again = await server.Live.PostAsync("/kling/v1/general/delete-advanced-elements/", $$"""{"element_id":{{id}}}""");
        again.ShouldBe(400, 1201);
        again.Errors.ShouldHaveSingleItem().Rule.ShouldBe("element_unknown");
        (await server.Live.PostAsync(LiveServer.Relay, Film($"{id}"))).Errors.ShouldHaveSingleItem().Rule.ShouldBe("element_unknown");
        One((await server.Live.GetAsync($"{Root}/{taskId}")).Data).GetProperty("status").GetString().ShouldBe("deleted");
    }

    [Fact]
    public async Task A_callback_tells_that_it_is_being_made_and_how_it_ended()
    {
        await using var receivers = await Receivers.StartAsync(Manners.Good);
        await using var server = await StartAsync(options => options with { Dev = true });
        var made = await server.MakeAsync(Body(more: $$""","callback_url":"{{receivers.Url(0)}}","external_task_id":"e-1" """));
        var failed = await server.MakeAsync(Body("https://media.example.com/bad", $$""","callback_url":"{{receivers.Url(0)}}" """));
        await Eventually.Async(() => Task.FromResult(receivers.All.Count(r => Ends(r.Body)) == 2));

        string Status(JsonElement task, Func<byte[], bool> of) => JsonDocument.Parse(receivers.All.Last(r =>
            of(r.Body) && JsonDocument.Parse(r.Body).RootElement.GetProperty("task_id").GetString() == task.GetProperty("task_id").GetString()).Body).RootElement.GetRawText();
        var told = JsonDocument.Parse(Status(made, Ends)).RootElement;
        told.TryGetProperty("omnireel", out _).ShouldBeFalse();
        told.TryGetProperty("code", out _).ShouldBeFalse();
        var shown = (await server.Live.GetAsync($"{Root}/e-1")).Data;
        foreach (var part in told.EnumerateObject()) part.Value.GetRawText().ShouldBe(shown.GetProperty(part.Name).GetRawText(), part.Name);
        One(told).GetProperty("element_image_list").GetProperty("frontal_image").GetString().ShouldStartWith(server.Live.Server.Address + "/files/");
        JsonDocument.Parse(Status(failed, Ends)).RootElement.GetProperty("task_status").GetString().ShouldBe("failed");

        static bool Ends(byte[] body) => JsonDocument.Parse(body).RootElement.GetProperty("task_status").GetString() is "succeed" or "failed";
    }

    [Fact]
    public async Task Lists_are_paged_and_newest_first()
    {
        await using var server = await StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await server.MakeAsync();
            server.Live.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var all = await server.Live.GetAsync(Root + "/?pageNum=1&pageSize=500");
        all.Data.GetArrayLength().ShouldBe(3);
        var newest = all.Data[0].GetProperty("task_id").GetString();
        (await server.Live.GetAsync(Root + "?pageNum=1&pageSize=1")).Data[0].GetProperty("task_id").GetString().ShouldBe(newest);
        (await server.Live.GetAsync(Root + "?pageNum=3&pageSize=1")).Data.GetArrayLength().ShouldBe(1);
        (await server.Live.GetAsync(Root + "?pageSize=501")).ShouldBe(400, 1201);
        (await server.Live.GetAsync("/v1/general/custom-elements")).Data.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Media_that_cannot_be_used_fail_the_element_and_say_why_in_the_creators_language()
    {
        await using var server = await StartAsync();
        foreach (var (language, said) in new[] { ("en", "element_image_list.frontal_image: is 200 pixels wide; 300 are needed"), ("zh-CN", "element_image_list.frontal_image：宽 200 像素；至少 300") })
        {
            var failed = await server.Live.PostAsync(Root, Body("https://media.example.com/bad"), ("Prefer", "wait=10"), ("Accept-Language", language));
            failed.Data.GetProperty("task_status").GetString().ShouldBe("failed");
            failed.Data.GetProperty("task_status_msg").GetString().ShouldBe(said);
            failed.Data.GetProperty("task_result").EnumerateObject().ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task All_that_is_wrong_with_pictures_and_films_is_said_at_once_and_by_rule()
    {
        await using var server = await StartAsync();
        var pictures = await server.MakeAsync(Body("https://media.example.com/small").Replace("/b.png", "/bad", StringComparison.Ordinal));
        pictures.GetProperty("task_status").GetString().ShouldBe("failed");
        var lines = pictures.GetProperty("task_status_msg").GetString()!.Split('\n');
        lines.Length.ShouldBe(2);
        lines[0].ShouldStartWith("element_image_list.frontal_image: each side is at least 300 px; the picture is 200 × 200");
        lines[1].ShouldStartWith("element_image_list.refer_images[0].image_url: is 200 pixels wide");

        var film = await server.MakeAsync("""
            {"element_name":"Mara","element_description":"A potter.","reference_type":"video_refer","element_video_list":{"refer_videos":[{"video_url":"https://media.example.com/tiny.mp4"}]}}
            """);
        film.GetProperty("task_status_msg").GetString()!.Split('\n').ShouldBe(
        [
            "element_video_list.refer_videos[0].video_url: a video that an element is made from lasts 3 to 8 s; this one lasts 1 s.",
            "element_video_list.refer_videos[0].video_url: a video that an element is made from is 1920 × 1080 or 1080 × 1920 px; this one is 640 × 360.",
        ]);
    }

    [Fact]
    public async Task Inline_images_and_a_video_are_kept_too()
    {
        await using var server = await StartAsync();
        var inline = Convert.ToBase64String(ScriptedFetcher.Picture(300));
        (await server.MakeAsync(Body(inline))).GetProperty("task_status").GetString().ShouldBe("succeed");
        server.Fetcher.Asked.ShouldContain(("element_image_list.frontal_image", $"{inline.Length}"));

        var film = await server.MakeAsync("""
            {"element_name":"Mara","element_description":"A potter.","reference_type":"video_refer","element_voice_id":"v",
             "element_video_list":{"refer_videos":[{"video_url":"https://media.example.com/a.mp4"}]}}
            """);
        var element = One(film);
        element.GetProperty("reference_type").GetString().ShouldBe("video_refer");
        element.GetProperty("element_voice_info").GetProperty("voice_id").GetString().ShouldBe("v");
        element.GetProperty("element_video_list").GetProperty("refer_videos")[0].GetProperty("video_url").GetString().ShouldNotBeNull().ShouldStartWith("http");
        var id = element.GetProperty("element_id").GetRawText();
        (await server.Live.PostAsync(LiveServer.Relay, Film(id, "kling-video-o1"))).Errors.ShouldHaveSingleItem().Rule.ShouldBe("element_kind_model");
        (await server.Live.PostAsync(LiveServer.Relay, Film(id))).ShouldBe(200, 0);
    }

    [Fact]
    public async Task A_refused_body_names_every_field_and_creates_nothing()
    {
        await using var server = await StartAsync();
        var refused = await server.Live.PostAsync(Root, """{"element_name":"","reference_type":"image"}""");
        refused.ShouldBe(400, 1201);
        refused.Errors.Select(error => error.Field).ShouldBe(
            ["element_name", "element_description", "reference_type", "element_image_list.frontal_image", "element_image_list.refer_images"]);
        (await server.Live.GetAsync(Root)).Data.GetArrayLength().ShouldBe(0);
        (await server.Live.PostAsync(Root, Body(), ("Authorization", ""))).ShouldBe(401, 1001);
        (await server.Live.PostAsync(Root, "[]")).Errors.ShouldHaveSingleItem().Rule.ShouldBe("json_syntax");
    }

    [Fact]
    public async Task An_external_id_is_used_once_and_an_idempotency_key_gives_the_first_answer_again()
    {
        await using var server = await StartAsync();
        var body = Body(more: ""","external_task_id":"mine" """);
        var first = await server.Live.PostAsync(Root, body, ("Idempotency-Key", "k"));
        var second = await server.Live.PostAsync(Root, body, ("Idempotency-Key", "k"));
        (second.Data.GetProperty("task_id").GetString(), second.RequestId).ShouldBe((first.Data.GetProperty("task_id").GetString(), first.RequestId));
        (await server.Live.PostAsync(Root, Body(), ("Idempotency-Key", "k"))).Errors.ShouldHaveSingleItem().Rule.ShouldBe("idempotency_key_reused");
        (await server.Live.PostAsync(Root, body)).Errors.ShouldHaveSingleItem().Rule.ShouldBe("external_task_id_taken");
        (await server.Live.GetAsync(Root)).Data.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_repeat_gets_its_first_answer_though_its_element_is_deleted_since()
    {
        await using var server = await StartAsync();
        var film = Film(await server.MakeIdAsync());
        var id = film[(film.IndexOf("element_id", StringComparison.Ordinal) + 13)..].Split('"')[0];
        var first = await server.Live.PostAsync(LiveServer.Relay, film, ("Idempotency-Key", "order-1"));
        first.ShouldBe(200, 0);
        (await server.Live.PostAsync("/v1/general/delete-elements", $$"""{"element_id":"{{id}}"}""")).ShouldBe(200, 0);

        (await server.Live.PostAsync(LiveServer.Relay, film, ("Idempotency-Key", "order-2"))).Errors.ShouldHaveSingleItem().Rule.ShouldBe("element_unknown");
        var again = await server.Live.PostAsync(LiveServer.Relay, film, ("Idempotency-Key", "order-1"));
        again.ShouldBe(200, 0);
        again.Text.ShouldBe(first.Text);
        (await server.Live.PostAsync(LiveServer.Relay, film + " ", ("Idempotency-Key", "order-1"))).Errors.ShouldHaveSingleItem().Rule.ShouldBe("idempotency_key_reused");
    }

    [Fact]
    public async Task The_older_form_answers_with_the_element_itself_and_keeps_a_library_of_its_own()
    {
        await using var server = await StartAsync();
        var made = await server.Live.PostAsync(OldRoot, OldBody());
        made.ShouldBe(200, 0);
        var id = made.Data.GetProperty("element_id").GetInt64();
        made.Data.GetProperty("element_frontal_image").GetString().ShouldNotBeNull().ShouldContain("/files/");
        made.Data.GetProperty("element_refer_list").GetArrayLength().ShouldBe(1);
        (await server.Live.GetAsync($"{OldRoot}/{id}")).Data.GetProperty("element_name").GetString().ShouldBe("Mara");
        (await server.Live.GetAsync(OldRoot)).Data.GetArrayLength().ShouldBe(1);
        (await server.Live.GetAsync(Root)).Data.GetArrayLength().ShouldBe(0);
        (await server.Live.PostAsync(LiveServer.Vendor, Film($"{id}"))).ShouldBe(200, 0);

        var refused = await server.Live.PostAsync(OldRoot, OldBody("https://media.example.com/bad"));
        refused.ShouldBe(400, 1201);
        refused.Message.ShouldBe("element_frontal_image: is 200 pixels wide; 300 are needed");
        (await server.Live.PostAsync("/v1/general/delete-elements", $$"""{"element_id":{{id}}}""")).ShouldBe(200, 0);
        (await server.Live.GetAsync($"{OldRoot}/{id}")).ShouldBe(400, 1201);
        (await server.Live.GetAsync(OldRoot)).Data.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_film_that_names_an_element_which_is_deleted_before_a_worker_takes_it_is_still_read()
    {
        await using var server = await StartAsync();
        var id = await server.MakeIdAsync();
        await server.Live.CreateAsync(Film(id));
        (await server.Live.PostAsync("/v1/general/delete-elements", $$"""{"element_id":"{{id}}"}""")).ShouldBe(200, 0);
        var leased = await server.Live.LeaseAsync();
        using var body = new OmniReel.Server.StoredBodies.HeldBody(await server.Live.Service<OmniReel.Server.Tasks.ITaskStore>().ReadBodyAsync(leased.Task, TestContext.Current.CancellationToken));
        server.Live.Service<OmniReel.Server.Tasks.TaskRequests>().Read(leased.Task, body).Elements.ShouldBe([id]);
    }

    [Fact]
    public async Task The_dozen_presets_have_pictures_and_films_may_name_them()
    {
        await using var server = await StartAsync();
        foreach (var root in new[] { "/v1/general", "/kling/v1/general" })
        {
            var presets = await server.Live.GetAsync(root + "/advanced-presets-elements?pageSize=500");
            presets.Data.GetArrayLength().ShouldBe(12);
            foreach (var (number, preset) in presets.Data.EnumerateArray().Index())
            {
                var element = One(preset);
                element.GetProperty("owned_by").GetString().ShouldBe("kling");
                (await server.Live.PostAsync(LiveServer.Relay + "/quote", Film(element.GetProperty("element_id").GetRawText()))).Data.GetProperty("verdict").GetString().ShouldBe("accepted");
                // Each is drawn when it is first asked for; short runs ask for every third.
                if (!Checkout.LongCounts && number % 3 != 0) continue;
                using var picture = await server.Live.Client.GetAsync(element.GetProperty("element_image_list").GetProperty("frontal_image").GetString(), Stop);
                (await picture.Content.ReadAsByteArrayAsync(Stop)).Take(4).ShouldBe(new byte[] { 0x89, 0x50, 0x4E, 0x47 });
            }
        }

        var chinese = await server.Live.GetAsync("/v1/general/presets-elements?pageSize=1", ("Accept-Language", "zh"));
        chinese.Data[0].GetProperty("element_name").GetString().ShouldBe("彩带舞者");
        chinese.Data[0].GetProperty("element_id").GetRawText().ShouldBe("835266081714884677");
        var refused = await server.Live.PostAsync("/v1/general/delete-elements", """{"element_id":"835266081714884677"}""");
        refused.ShouldBe(400, 1201);
        refused.Message.ShouldContain("preset");
    }

    [Fact]
    public async Task An_element_that_is_late_is_asked_for_again()
    {
        await using var server = await StartAsync();
        var begun = new TaskCompletionSource();
        var letGo = new TaskCompletionSource();
        server.Fetcher.Before = async (_, stop) =>
        {
            begun.TrySetResult();
            await letGo.Task.WaitAsync(stop);
        };
        var post = server.Live.PostAsync(OldRoot, OldBody());
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(2), TimeProvider.System, Stop);
        // The answer's own minute may begin a moment later; it cannot end well before it is let go.
        await Eventually.Async(() =>
        {
            server.Live.Time.Advance(TimeSpan.FromSeconds(61));
            return Task.FromResult(post.IsCompleted);
        });
        var late = await post;
        late.ShouldBe(504, 5002);
        late.Header("Retry-After").ShouldBe("5");
        letGo.SetResult();
        await Eventually.Async(async () => (await server.Live.GetAsync(OldRoot)).Data.GetArrayLength() == 1);
    }
}
