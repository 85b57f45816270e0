using System.Net.Http.Headers;
using Microsoft.Extensions.Logging.Abstractions;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Hosting;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Uploads;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Inputs.Support;

namespace OmniReel.Server.Tests.Inputs.Uploads;

public sealed class UploadTests
{
    private static readonly byte[] Picture = TestMedia.Png();

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/octet-stream")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task A_file_becomes_a_link_that_opens_and_that_every_field_takes(string? type)
    {
        await using var server = await StartAsync();
        var before = server.Time.GetUtcNow();
        var answer = await UploadAsync(server, Picture, type);
        answer.ShouldBe(200, 0);
        var url = answer.Data.GetProperty("url").GetString()!;
        var id = answer.Data.GetProperty("id").GetString()!;
        url.ShouldStartWith(server.Client.BaseAddress + "files/" + id + "?");
        answer.Data.GetProperty("expires_at").GetInt64().ShouldBe(before.AddDays(7).ToUnixTimeMilliseconds());

        server.Client.DefaultRequestHeaders.Authorization = null;
        (await server.Client.GetByteArrayAsync(url, TestContext.Current.CancellationToken)).ShouldBe(Picture);
        var part = await server.GetAsync(url, ("Range", "bytes=0-7"));
        (part.Status, part.Header("Content-Range"), part.Header("Content-Type")).ShouldBe((206, $"bytes 0-7/{Picture.Length}", "image/png"));
        (await server.SendAsync(HttpMethod.Head, url, null)).Status.ShouldBe(200);

        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LiveServer.Key);
        var body = LiveServer.GoodBody[..^1] + $$""","image_list":[{"image_url":"{{url}}"}]}""";
        (await server.PostAsync(LiveServer.Relay, body)).Status.ShouldBe(200, "a link of one's own is good although the server is on a private address");
        var folder = Directory.CreateDirectory(Path.Combine(server.Folder, "task")).FullName;
        var input = await server.Service<IInputFetcher>().FetchAsync(FetchShare.OfTasks("default"), before.ToUnixTimeMilliseconds(), url, InputMedia.Image, "image_list[0].image_url", folder, TestContext.Current.CancellationToken);
        input.Bytes.ShouldBe(Picture.Length);
    }

    [Fact]
    public async Task A_form_with_one_file_is_an_upload()
    {
        await using var server = await StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent("holiday"), "purpose" }, { new ByteArrayContent(TestMedia.Mp4(300_000, "qt  ")), "file", "a film.mov" } };
        var answer = await server.SendAsync(HttpMethod.Post, "/v1/files", form);
        answer.ShouldBe(200, 0);
        var file = await server.GetAsync(answer.Data.GetProperty("url").GetString()!);
        (file.Status, file.Header("Content-Type"), file.Header("Content-Length")).ShouldBe((200, "video/quicktime", "300000"));
    }

    [Fact]
    public async Task What_is_no_upload_is_refused_and_leaves_nothing()
    {
        await using var server = await StartAsync();
        using var two = new MultipartFormDataContent { { new ByteArrayContent(Picture), "a", "a.png" }, { new ByteArrayContent(Picture), "b", "b.png" } };
        using var none = new MultipartFormDataContent { { new StringContent("x"), "name" } };
        using var mixed = new MultipartContent("mixed") { new ByteArrayContent(Picture) };
        foreach (var form in new HttpContent[] { two, none, mixed })
            Refused(await server.SendAsync(HttpMethod.Post, "/v1/files", form), 400, 1201, "upload_form");
        Refused(await UploadAsync(server, "root:x:0:0:root:/root"u8.ToArray(), "image/png"), 400, 1201, InputRules.UnsupportedMedia);
        Refused(await UploadAsync(server, [], "image/png"), 400, 1201, InputRules.UnsupportedMedia);
        Refused(await UploadAsync(server, TestMedia.Png((10 << 20) + 1), "image/png"), 413, 1201, InputRules.TooLarge);
        (await server.GetAsync("/v1/files")).ShouldBe(404, 1202);
        server.Client.DefaultRequestHeaders.Authorization = null;
        (await UploadAsync(server, Picture, "image/png")).ShouldBe(401, 1001);

        Directory.GetFiles(server.Artifacts.Drafts!, "*.upload").ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(server.Folder, "uploads")).ShouldBeEmpty();
        server.Service<UploadIndex>().TryReserve("default", 2L << 30).ShouldBeTrue("all of the quota is free");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_before_it_is_sent()
    {
        await using var server = await StartAsync();
        var raw = await RawHttp.ExchangeAsync(server.Port, $"POST /v1/files HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer {LiveServer.Key}\r\nContent-Length: {202L << 20}\r\n\r\n");
        raw.ShouldStartWith("HTTP/1.1 413");
        raw.ShouldContain("\"code\":1201");
        // Larger than what other bodies may be, and fine here.
        (await UploadAsync(server, TestMedia.Mp4(101 << 20), "video/mp4")).ShouldBe(200, 0);
    }

    [Fact]
    public async Task A_full_quota_refuses_until_an_upload_expires()
    {
        await using var server = await StartAsync(options => options with { UploadQuota = 2 * UploadIndex.Charge(1), UploadLife = TimeSpan.FromDays(2) });
        var first = await UploadAsync(server, Picture, "image/png");
        first.ShouldBe(200, 0);
        server.Time.Advance(TimeSpan.FromDays(1));
        (await UploadAsync(server, Picture, "image/png")).ShouldBe(200, 0);
        var over = await UploadAsync(server, Picture, "image/png");
        Refused(over, 429, 1102, InputRules.UploadQuota);

        var url = first.Data.GetProperty("url").GetString()!;
        (await server.GetAsync(url)).Status.ShouldBe(200);
        server.Time.Advance(TimeSpan.FromDays(1) + SignedLinks.Grace);
        await Eventually.Async(() => Task.FromResult(server.Artifacts.Find(first.Data.GetProperty("id").GetString()!) is null));
        (await server.GetAsync(url)).ShouldBe(403, 1103);
        (await UploadAsync(server, Picture, "image/png")).ShouldBe(200, 0);
    }

    [Fact]
    public async Task What_has_no_place_to_go_to_is_refused_and_takes_no_quota()
    {
        await using var server = await StartAsync(options => options with { UploadQuota = UploadIndex.Charge(1) });
        server.Artifacts.Drafts = Path.Combine(server.Folder, "nowhere");
        var refused = await UploadAsync(server, Picture, "image/png");
        refused.ShouldBe(503, 5001);
        refused.Message.ShouldContain("could not write into its folder of files");
        server.Artifacts.OnDraft = () => throw new IOException("No space left on device", 28);
        (await UploadAsync(server, Picture, "image/png")).Message.ShouldContain("disk is full");
        server.Artifacts.OnDraft = () => throw new UnauthorizedAccessException("Permission denied");
        (await UploadAsync(server, Picture, "image/png")).Message.ShouldBe(refused.Message);
        (server.Artifacts.OnDraft, server.Artifacts.Drafts) = (() => { }, server.Folder);
        (await UploadAsync(server, Picture, "image/png")).ShouldBe(200, 0);
    }

    [Fact]
    public async Task An_expired_upload_that_cannot_be_deleted_keeps_nobody_from_uploading()
    {
        await using var server = await StartAsync(options => options with { UploadQuota = 2 * UploadIndex.Charge(1), UploadLife = TimeSpan.FromMinutes(1) });
        var stuck = (await UploadAsync(server, Picture, "image/png")).Data.GetProperty("id").GetString()!;
        (await UploadAsync(server, Picture, "image/png")).ShouldBe(200, 0);
        server.Artifacts.OnRemove = id =>
        {
            if (id == stuck) throw new UnauthorizedAccessException("Permission denied");
        };
        server.Time.Advance(TimeSpan.FromMinutes(1) + SignedLinks.Grace);
        (await UploadAsync(server, Picture, "image/png")).ShouldBe(200, 0);
        server.Artifacts.Find(stuck).ShouldNotBeNull();
        server.Artifacts.OnRemove = _ => { };
        (await UploadAsync(server, Picture, "image/png")).ShouldBe(200, 0);
        server.Artifacts.Find(stuck).ShouldBeNull("it was tried again");
    }

    [Fact]
    public async Task An_upload_that_an_accepted_task_names_stays_until_the_task_has_ended()
    {
        await using var server = await StartAsync(options => options with { UploadLife = TimeSpan.FromDays(1) });
        var upload = (await UploadAsync(server, Picture, "image/png")).Data;
        var (id, url) = (upload.GetProperty("id").GetString()!, upload.GetProperty("url").GetString()!);
        var body = LiveServer.GoodBody[..^1] + $$""","image_list":[{"image_url":"{{url}}"}]}""";

        server.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(5));
        var accepted = server.Time.GetUtcNow();
        await server.CreateAsync(body);
        server.Time.Advance(TimeSpan.FromDays(3));
        var refused = await server.PostAsync(LiveServer.Relay, body);
        refused.ShouldBe(400, 1201);
        refused.Message.ShouldContain("expired");
        (await UploadAsync(server, Picture, "image/png")).ShouldBe(200, 0);
        (await server.GetAsync(url)).ShouldBe(403, 1103);

        var leased = await server.LeaseAsync();
        (await UploadAsync(server, Picture, "image/png")).ShouldBe(200, 0);
        leased.Task.CreatedAt.ShouldBe(accepted.ToUnixTimeMilliseconds());
        (await FetchAsync(leased.Task.CreatedAt)).Bytes.ShouldBe(Picture.Length);
        (await Should.ThrowAsync<InputException>(() => FetchAsync(server.Time.GetUtcNow().ToUnixTimeMilliseconds()))).Rule.ShouldBe(InputRules.FetchFailed);

        (await server.Store.FailAsync(leased.Lease, "no", TestContext.Current.CancellationToken)).ShouldBeTrue();
        server.Artifacts.Find(id).ShouldNotBeNull();
        (await UploadAsync(server, Picture, "image/png")).ShouldBe(200, 0);
        server.Artifacts.Find(id).ShouldBeNull("nobody needs it any more");

        Task<InputFile> FetchAsync(long acceptedAt) => server.Service<IInputFetcher>().FetchAsync(
            FetchShare.OfTasks("default"), acceptedAt, url, InputMedia.Image, "image_list[0].image_url", server.Folder, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_left_alone_and_told_of()
    {
        var folder = Directory.CreateTempSubdirectory("omnireel-uploads-");
        try
        {
            var settings = new UploadSettings { Folder = folder.FullName, Quota = 1 << 20 };
            var first = new UploadIndex(settings, NullLogger<UploadIndex>.Instance);
            first.Add(new Upload("up-1", "a", 60, 1000));
            var (broken, gone) = (Path.Combine(folder.FullName, "up-2.json"), Path.Combine(folder.FullName, "up-3.json"));
            File.WriteAllText(broken, """{"id":"up-2","ten""");
            File.CreateSymbolicLink(gone, Path.Combine(folder.FullName, "nowhere"));

            var log = new HeardLog<UploadIndex>();
            new UploadIndex(settings, log).Expired(1000).ShouldHaveSingleItem().Id.ShouldBe("up-1");
            log.Lines.Count().ShouldBe(2);
            foreach (var path in new[] { broken, gone })
                log.Lines.Count(line => line.StartsWith(path + " is no record of an upload", StringComparison.Ordinal)).ShouldBe(1);
            File.Exists(broken).ShouldBeTrue();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Records_outlive_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("omnireel-uploads-");
        try
        {
            var settings = new UploadSettings { Folder = folder.FullName, Quota = 100 };
            var first = new UploadIndex(settings, NullLogger<UploadIndex>.Instance);
            first.TryReserve("a", 60).ShouldBeTrue();
            first.Add(new Upload("up-1", "a", 60, 1000));
            File.WriteAllText(Path.Combine(folder.FullName, "stranger.json"), "not ours");
            File.WriteAllText(Path.Combine(folder.FullName, "bare.json"), """{"id":"bare"}""");
            File.WriteAllText(Path.Combine(folder.FullName, "up-2.json.new"), "a crash came between");
            // A record that is there and cannot be opened.
            File.CreateSymbolicLink(Path.Combine(folder.FullName, "up-3.json"), Path.Combine(folder.FullName, "nowhere"));

            var second = new UploadIndex(settings, NullLogger<UploadIndex>.Instance);
            second.TryReserve("a", 41).ShouldBeFalse();
            second.TryReserve("b", 100).ShouldBeTrue();
            Directory.GetFiles(folder.FullName, "*.new").ShouldBeEmpty();
            File.Exists(Path.Combine(folder.FullName, "stranger.json")).ShouldBeTrue();
            second.Expired(999).ShouldBeEmpty();
            second.Remove(second.Expired(1000).ShouldHaveSingleItem());
            second.TryReserve("a", 100).ShouldBeTrue();
            new UploadIndex(settings, NullLogger<UploadIndex>.Instance).Expired(long.MaxValue).ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<LiveServer> StartAsync(Func<ServerOptions, ServerOptions>? with = null)
    {
        var server = await LiveServer.StartAsync(with);
        server.Artifacts.Drafts = server.Folder;
        return server;
    }

    private static Task<Answer> UploadAsync(LiveServer server, byte[] bytes, string? type)
    {
        var content = new ByteArrayContent(bytes);
        if (type is not null) content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return server.SendAsync(HttpMethod.Post, "/v1/files", content);
    }

    private static void Refused(Answer answer, int status, int code, string rule)
    {
        answer.ShouldBe(status, code);
        answer.Errors.ShouldHaveSingleItem().Rule.ShouldBe(rule);
        answer.Errors[0].Field.ShouldBe("file");
    }
}
