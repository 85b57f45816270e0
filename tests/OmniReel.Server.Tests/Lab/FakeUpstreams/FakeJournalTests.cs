using System.Security.Cryptography;
using System.Text;
using OmniReel.Server.Lab.FakeUpstream;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Lab.FakeUpstreams;

/// <summary>The journal: what it says, and what of it a next start knows.</summary>
public sealed class FakeJournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fake-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_post_is_written_with_its_body_its_line_and_its_money()
    {
        await using var rig = await FakeRig.StartAsync();
        var id = await rig.MadeAsync("r-1");
        await rig.RawCreateAsync("r-1");
        var posts = rig.Upstream.Journal();
        posts.Select(post => (post.Number, post.Kind, post.Path, post.Reference, post.Paid, post.Code)).ShouldBe(
            [(1, "post", FakeRig.Path, "r-1", true, 0), (2, "post", FakeRig.Path, "r-1", false, 1201)]);
        (posts[0].TaskId, posts[0].Units, posts[0].Bytes).ShouldBe((id, 1.8m, Encoding.UTF8.GetByteCount(FakeRig.Body("r-1"))));
        posts[0].BodySum.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FakeRig.Body("r-1")))));
        posts[1].Connection.ShouldBeGreaterThan(posts[0].Connection);
        posts[0].Connection.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_next_start_knows_what_was_paid_though_the_last_line_is_half()
    {
        string id, url;
        var options = new FakeUpstreamOptions { DataFolder = _folder, FilmTime = TimeSpan.Zero, Tiny = true, Faults = ["fail; reference=r-2"] };
        await using (var rig = await FakeRig.StartAsync(options))
        {
            id = await rig.MadeAsync("r-1");
            await rig.MadeAsync("r-2");
            url = new Uri(await rig.FilmUrlAsync(id)).AbsolutePath;
            (await rig.RawAsync("GET", url)).Status.ShouldBe(200);
        }

        var file = Path.Combine(_folder, "journal.jsonl");
        var whole = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(4);
        await File.AppendAllTextAsync(file, "{\"number\":5,\"kind\":\"po", TestContext.Current.CancellationToken);
        await using (var next = await FakeRig.StartAsync(options))
        {
            new FileInfo(file).Length.ShouldBe(Encoding.UTF8.GetByteCount(whole));
            next.Upstream.Paid().References.ShouldBe(new Dictionary<string, int> { ["r-1"] = 1, ["r-2"] = 1 }, ignoreOrder: true);
            (await next.TaskAsync("r-1")).GetProperty("task_id").GetString().ShouldBe(id);
            (await next.TaskAsync("r-2")).GetProperty("task_status").GetString().ShouldBe("failed");
            (await next.RawAsync("GET", url)).Status.ShouldBe(200);
            (await next.CreateAsync("r-1")).Status.ShouldBe(400);
            var third = await next.MadeAsync("r-3");
            string.CompareOrdinal(third, id).ShouldBeGreaterThan(0);
            next.Upstream.Journal().Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, 7).Select(n => (long)n));
            next.Upstream.Reset();
            (next.Upstream.Paid().Films, next.Upstream.Journal().Count, new FileInfo(file).Length).ShouldBe((0, 0, 0));
            (await next.CreateAsync("r-1")).Status.ShouldBe(200);
        }
    }

    [Fact]
    public async Task A_folder_belongs_to_one()
    {
        await using var one = await FakeUpstream.StartAsync(new FakeUpstreamOptions { DataFolder = _folder }, TestContext.Current.CancellationToken);
        (await Should.ThrowAsync<FakeUpstreamException>(() => FakeUpstream.StartAsync(new FakeUpstreamOptions { DataFolder = _folder }))).Message.ShouldContain("journal.jsonl cannot be used");
    }

    [Fact]
    public async Task Tests_ask_over_http_too()
    {
        await using var rig = await FakeRig.StartAsync(new FakeUpstreamOptions { FilmTime = TimeSpan.Zero, Tiny = true, Duplicates = DuplicatePolicy.Allow });
        rig.Http.DefaultRequestHeaders.Authorization = null;
        (await rig.CreateAsync("lost")).Status.ShouldBe(401);
        rig.Http.DefaultRequestHeaders.Authorization = new("Bearer", rig.Upstream.Options.ApiKey);
        await rig.MadeAsync("r-1");
        await rig.MadeAsync("r-1");
        await rig.MadeAsync("r-2");
        await rig.TaskAsync("r-2");
        rig.Http.DefaultRequestHeaders.Authorization = null;
        (await rig.GetAsync("/fake/paid")).Json.GetRawText().ShouldBe("""{"films":3,"units":5.4,"references":{"r-1":2,"r-2":1},"more_than_once":["r-1"]}""");
        (await rig.GetAsync("/fake/paid?reference=r-2")).Json.GetProperty("films").GetInt32().ShouldBe(1);
        (await rig.GetAsync("/fake/journal?kind=post&reference=r-1&after=2")).Json.GetProperty("count").GetInt32().ShouldBe(1);
        var stats = (await rig.GetAsync("/fake/stats")).Json;
        (stats.GetProperty("posts").GetInt32(), stats.GetProperty("paid").GetInt32(), stats.GetProperty("reference_queries").GetInt32(), stats.GetProperty("polls").GetInt32()).ShouldBe((4, 3, 1, 0));
        using var reset = await rig.Http.PostAsync("/fake/reset", null, TestContext.Current.CancellationToken);
        (await rig.GetAsync("/fake/paid")).Json.GetProperty("films").GetInt32().ShouldBe(0);
        (await rig.GetAsync("/fake/journal")).Json.GetRawText().ShouldBe("""{"count":0,"entries":[]}""");
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "loopback only")]
    [InlineData("https://127.0.0.1:0", "looks like http://127.0.0.1:9090")]
    [InlineData("nonsense", "looks like http://127.0.0.1:9090")]
    public async Task An_address_that_it_cannot_have_is_refused_in_words(string url, string words) =>
        (await Should.ThrowAsync<FakeUpstreamException>(() => FakeUpstream.StartAsync(new FakeUpstreamOptions { Url = url }))).Message.ShouldContain(words);

    [Fact]
    public async Task A_port_that_is_taken_is_refused_in_words()
    {
        await using var one = await FakeUpstream.StartAsync(null, TestContext.Current.CancellationToken);
        (await Should.ThrowAsync<FakeUpstreamException>(() => FakeUpstream.StartAsync(new FakeUpstreamOptions { Url = one.Url }))).Message.ShouldContain("cannot listen on");
    }
}
