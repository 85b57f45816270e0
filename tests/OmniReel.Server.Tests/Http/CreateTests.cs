using System.Text;
using OmniReel.Server.Tests.Architecture;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Http;

public sealed class CreateTests
{
    [Theory]
    [InlineData(LiveServer.Relay)]
    [InlineData(LiveServer.Vendor)]
    [InlineData(LiveServer.Relay + "/")]
    [InlineData(LiveServer.Vendor + "/")]
    public async Task A_good_body_becomes_a_submitted_task(string path)
    {
        await using var server = await LiveServer.StartAsync();
        var answer = await server.PostAsync(path, LiveServer.GoodBody);

        answer.ShouldBe(200, 0);
        Golden.Check("create", answer);
        var found = await server.GetAsync($"{path.TrimEnd('/')}/{answer.Data.GetProperty("task_id").GetString()}");
        found.ShouldBe(200, 0);
        Golden.Check("get-submitted", found);
    }

    [Fact]
    public async Task The_documents_example_is_accepted_byte_for_byte()
    {
        await using var server = await LiveServer.StartAsync();
        var example = Path.Combine(ArrowTests.Root(), "tests/OmniReel.Contract.Tests/Golden/document-example.txt");
        var content = new ByteArrayContent(await File.ReadAllBytesAsync(example, TestContext.Current.CancellationToken));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");

        (await server.SendAsync(HttpMethod.Post, LiveServer.Relay, content)).ShouldBe(200, 0);
    }

    [Fact]
    public async Task The_profiles_read_the_same_body_differently()
    {
        await using var server = await LiveServer.StartAsync();
        const string body = """{"prompt":"a dance"}""";
        (await server.PostAsync(LiveServer.Vendor, body)).ShouldBe(200, 0);
        var refused = await server.PostAsync(LiveServer.Relay, body);
        refused.ShouldBe(400, 1201);
        Golden.Check("create-refused", refused);
        Golden.Check("create-refused-zh", await server.PostAsync(LiveServer.Relay, body, ("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")));
    }

    [Theory]
    [InlineData("{", "create-not-json")]
    [InlineData("", "create-empty")]
    [InlineData("[1]", "create-not-object")]
    public async Task What_is_no_json_object_is_refused(string body, string golden)
    {
        await using var server = await LiveServer.StartAsync();
        Golden.Check(golden, await server.PostAsync(LiveServer.Relay, body));
    }

    [Fact]
    public async Task A_repeat_with_the_same_idempotency_key_gets_the_first_answer()
    {
        await using var server = await LiveServer.StartAsync();
        var first = await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody, ("Idempotency-Key", "order-1"));
        await server.FinishAsync();
        var second = await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody, ("Idempotency-Key", "order-1"));

        second.Text.ShouldBe(first.Text);
        second.Header("X-Request-Id").ShouldBe(first.Header("X-Request-Id"));
        (await server.GetAsync(LiveServer.Relay)).Data.GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData(LiveServer.Relay, """{"model_name":"kling-v3-omni","prompt":"Another.","mode":"std","aspect_ratio":"16:9","duration":"5"}""")]
    [InlineData(LiveServer.Vendor, LiveServer.GoodBody)]
    public async Task An_idempotency_key_belongs_to_one_request(string path, string body)
    {
        await using var server = await LiveServer.StartAsync();
        (await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody, ("Idempotency-Key", "order-1"))).ShouldBe(200, 0);
        var other = await server.PostAsync(path, body, ("Idempotency-Key", "order-1"));
        other.ShouldBe(400, 1201);
        Golden.Check("idempotency-key-reused", other);
    }

    [Theory]
    [InlineData("with blank")]
    [InlineData("tab\tinside")]
    public async Task An_idempotency_key_is_printable_ascii(string key)
    {
        await using var server = await LiveServer.StartAsync();
        var refused = await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody, ("Idempotency-Key", key));
        refused.ShouldBe(400, 1201);
        refused.Errors.Select(error => (error.Field, error.Rule)).ShouldBe([("Idempotency-Key", "idempotency_key_form")]);
        (await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody, ("Idempotency-Key", new string('a', 256)))).ShouldBe(400, 1201);
    }

    [Fact]
    public async Task Parallel_twins_make_one_task()
    {
        await using var server = await LiveServer.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => server.PostAsync(LiveServer.Relay, LiveServer.GoodBody, ("Idempotency-Key", "twin"))));

        answers.ShouldAllBe(answer => answer.Status == 200);
        answers.Select(answer => answer.Text).Distinct().ShouldHaveSingleItem();
        (await server.GetAsync(LiveServer.Relay)).Data.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_external_id_is_used_once()
    {
        await using var server = await LiveServer.StartAsync();
        var body = LiveServer.GoodBody.Replace("}", ""","external_task_id":"mine"}""", StringComparison.Ordinal);
        Golden.Check("create-external", await server.PostAsync(LiveServer.Relay, body));
        var repeat = await server.PostAsync(LiveServer.Relay, body);
        repeat.ShouldBe(400, 1201);
        Golden.Check("external-id-taken", repeat);
    }

    [Fact]
    public async Task A_wait_is_answered_with_the_task_when_it_ends()
    {
        await using var server = await LiveServer.StartAsync();
        var waiting = server.PostAsync(LiveServer.Relay, LiveServer.GoodBody, ("Prefer", "wait=60"));
        await Eventually.Async(async () => (await server.GetAsync(LiveServer.Relay)).Data.GetArrayLength() == 1);
        waiting.IsCompleted.ShouldBeFalse();
        await server.FinishAsync();

        Golden.Check("create-waited", await waiting);
    }

    [Fact]
    public async Task A_wait_that_runs_out_is_answered_with_what_there_is()
    {
        await using var server = await LiveServer.StartAsync();
        var waiting = server.PostAsync(LiveServer.Relay, LiveServer.GoodBody, ("Prefer", "respond-async, wait=7"));
        await Eventually.Async(async () => (await server.GetAsync(LiveServer.Relay)).Data.GetArrayLength() == 1);
        await Eventually.Async(() =>
        {
            server.Time.Advance(TimeSpan.FromSeconds(8));
            return Task.FromResult(waiting.IsCompleted);
        });

        var answer = await waiting;
        answer.Data.GetProperty("task_status").GetString().ShouldBe("submitted");
        answer.Header("Preference-Applied").ShouldBe("wait=7");
    }

    [Theory]
    [InlineData("text/plain", 415, 1200)]
    [InlineData("application/x-www-form-urlencoded", 415, 1200)]
    [InlineData("application/json; charset=latin1", 415, 1200)]
    [InlineData("application/json; charset=utf-16", 415, 1200)]
    [InlineData("nonsense", 415, 1200)]
    [InlineData("application/json, text/plain", 415, 1200)]
    [InlineData("application/xml+json", 200, 0)]
    [InlineData("APPLICATION/JSON; Charset=\"UTF-8\"", 200, 0)]
    [InlineData("application/json;charset=utf8", 200, 0)]
    [InlineData("text/json", 200, 0)]
    [InlineData("", 200, 0)]
    [InlineData(null, 200, 0)]
    public async Task The_content_type_says_json_in_utf8_or_nothing(string? type, int status, int code)
    {
        await using var server = await LiveServer.StartAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(LiveServer.GoodBody));
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
        (await server.SendAsync(HttpMethod.Post, LiveServer.Vendor, content)).ShouldBe(status, code);
    }

    [Fact]
    public async Task A_packed_body_is_not_unpacked()
    {
        await using var server = await LiveServer.StartAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(LiveServer.GoodBody));
        content.Headers.ContentEncoding.Add("gzip");
        (await server.SendAsync(HttpMethod.Post, LiveServer.Relay, content)).ShouldBe(415, 1200);
    }

    [Theory]
    [InlineData("identity", 200, 0)]
    [InlineData("IDENTITY, identity", 200, 0)]
    [InlineData("", 200, 0)]
    [InlineData("identity, br", 415, 1200)]
    public async Task A_body_that_is_said_to_be_unpacked_is_read(string encoding, int status, int code)
    {
        await using var server = await LiveServer.StartAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(LiveServer.GoodBody));
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding).ShouldBeTrue();
        (await server.SendAsync(HttpMethod.Post, LiveServer.Relay, content)).ShouldBe(status, code);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("no-store", true)]
    [InlineData("max-age=0, No-Store", true)]
    [InlineData("no-cache", false)]
    [InlineData("private=\"no-store-ever\"", false)]
    public async Task A_demand_for_a_new_film_goes_with_the_task(string? control, bool isDemanded)
    {
        await using var server = await LiveServer.StartAsync();
        (await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody, control is null ? [] : [("Cache-Control", control)])).Status.ShouldBe(200);
        (await server.LeaseAsync()).Task.Facts.Fresh.ShouldBe(isDemanded);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("slate", true)]
    [InlineData("slow, Slate", true)]
    [InlineData("slates", false)]
    public async Task A_wish_for_a_slate_goes_with_the_task_and_is_granted_in_the_answer(string? lab, bool isWished)
    {
        await using var server = await LiveServer.StartAsync();
        var answer = await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody, lab is null ? [] : [("X-OmniReel-Lab", lab)]);
        answer.Status.ShouldBe(200);
        answer.Response.Headers.TryGetValues("X-OmniReel-Lab", out var granted).ShouldBe(isWished);
        (granted ?? ["slate"]).ShouldBe(["slate"]);
        (await server.LeaseAsync()).Task.Facts.Slate.ShouldBe(isWished);
    }

    [Fact]
    public async Task A_byte_order_mark_is_tolerated()
    {
        await using var server = await LiveServer.StartAsync();
        (await server.PostAsync(LiveServer.Relay, "\uFEFF" + LiveServer.GoodBody)).ShouldBe(200, 0);
    }
}
