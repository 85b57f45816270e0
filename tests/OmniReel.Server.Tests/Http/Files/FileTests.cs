using OmniReel.Server.Artifacts;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Http.Files;

public sealed class FileTests
{
    private static readonly byte[] Film = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    // header, status, first byte, length
    [Theory]
    [InlineData(null, 200, 0, 1000)]
    [InlineData("bytes=100-199", 206, 100, 100)]
    [InlineData("BYTES=100-199", 206, 100, 100)]
    [InlineData("bytes=0-0", 206, 0, 1)]
    [InlineData("bytes=0-", 206, 0, 1000)]
    [InlineData("bytes=999-", 206, 999, 1)]
    [InlineData("bytes=900-5000", 206, 900, 100)]
    [InlineData("bytes=-1", 206, 999, 1)]
    [InlineData("bytes=-2000", 206, 0, 1000)]
    [InlineData("bytes=0-99999999999999999999", 206, 0, 1000)]
    [InlineData("bytes=1000-", 416, 0, 0)]
    [InlineData("bytes=99999999999999999999-", 416, 0, 0)]
    [InlineData("bytes=-0", 416, 0, 0)]
    [InlineData("bytes=5-1", 200, 0, 1000)]
    [InlineData("bytes=a-b", 200, 0, 1000)]
    [InlineData("bytes=+1-5", 200, 0, 1000)]
    [InlineData("bytes=", 200, 0, 1000)]
    [InlineData("bytes=-", 200, 0, 1000)]
    [InlineData("bytes=0-1,5-6", 200, 0, 1000)]
    [InlineData("lines=1-2", 200, 0, 1000)]
    public async Task Ranges(string? range, int status, int first, int length)
    {
        await using var server = await LiveServer.StartAsync();
        var link = await LinkAsync(server);
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        if (range is not null) request.Headers.TryAddWithoutValidation("Range", range);
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Film[first..(first + length)]);
        response.Content.Headers.ContentLength.ShouldBe(length);
        response.Content.Headers.ContentRange?.ToString().ShouldBe(status == 206 ? $"bytes {first}-{first + length - 1}/1000" : "bytes */1000");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task What_goes_between_the_look_and_the_opening_is_gone(string verb)
    {
        await using var server = await LiveServer.StartAsync();
        var link = await LinkAsync(server);
        server.Artifacts.OnOpen = server.Artifacts.Remove;
        var answer = await server.SendAsync(new HttpMethod(verb), link, null, ("Range", "bytes=0-9"));
        answer.Status.ShouldBe(404);
        if (verb == "GET") answer.ShouldBe(404, 1203);
        answer.Header("ETag").ShouldBeNull();
        answer.Header("Content-Range").ShouldBeNull();
    }

    [Fact]
    public async Task A_hundred_ranges_are_one_whole()
    {
        await using var server = await LiveServer.StartAsync();
        var many = "bytes=" + string.Join(',', Enumerable.Range(0, 100).Select(i => $"{i}-{i}"));
        var answer = await server.GetAsync(await LinkAsync(server), ("Range", many));
        answer.Status.ShouldBe(200);
        answer.Response.Content.Headers.ContentLength.ShouldBe(1000);
    }

    [Fact]
    public async Task A_range_of_another_version_is_the_whole_file()
    {
        await using var server = await LiveServer.StartAsync();
        var link = await LinkAsync(server);
        var tag = (await server.GetAsync(link)).Header("ETag")!;
        (await server.GetAsync(link, ("Range", "bytes=0-1"), ("If-Range", tag))).Status.ShouldBe(206);
        (await server.GetAsync(link, ("Range", "bytes=0-1"), ("If-Range", "\"other\""))).Status.ShouldBe(200);
        (await server.GetAsync(link, ("Range", "bytes=0-1"), ("If-Range", "W/" + tag))).Status.ShouldBe(200);
        (await server.GetAsync(link, ("Range", "bytes=0-1"), ("If-Range", "Mon, 23 Nov 2026 00:00:00 GMT"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_known_version_is_not_sent_again()
    {
        await using var server = await LiveServer.StartAsync();
        var link = await LinkAsync(server);
        var tag = (await server.GetAsync(link)).Header("ETag")!;
        foreach (var value in new[] { tag, "W/" + tag, "\"x\", " + tag, "*" })
        {
            var answer = await server.GetAsync(link, ("If-None-Match", value));
            (answer.Status, answer.Text).ShouldBe((304, ""));
        }

        (await server.GetAsync(link, ("If-None-Match", "\"x\""))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Headers_keep_a_browser_from_making_a_page_of_it()
    {
        await using var server = await LiveServer.StartAsync();
        var answer = await server.SendAsync(HttpMethod.Head, await LinkAsync(server), null, ("Range", "bytes=0-1"));
        (answer.Status, answer.Text).ShouldBe((200, ""));
        answer.Response.Content.Headers.ContentLength.ShouldBe(1000);
        answer.Header("Content-Type").ShouldBe("video/mp4");
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("Content-Security-Policy").ShouldBe("sandbox; default-src 'none'");
        answer.Response.Headers.CacheControl!.Private.ShouldBeTrue();
        answer.Header("Accept-Ranges").ShouldBe("bytes");
        answer.Header("Content-Disposition")!.ShouldStartWith("inline; filename=\"omnireel-");
        answer.Header("Content-Disposition")!.ShouldEndWith(".mp4\"");

        server.Artifacts.Put("page", "text/html", Film);
        (await server.GetAsync(server.Service<SignedLinks>().For("page"))).Header("Content-Type").ShouldBe("application/octet-stream");
    }

    [Fact]
    public async Task A_link_works_for_seven_days_and_for_nothing_else()
    {
        await using var server = await LiveServer.StartAsync();
        var link = await LinkAsync(server);
        server.Client.DefaultRequestHeaders.Authorization = null;
        var other = server.Artifacts.Put("other", "video/mp4", Film).Id;
        var path = link[..link.IndexOf('?')];
        var exp = link[(link.IndexOf("exp=", StringComparison.Ordinal) + 4)..link.IndexOf("&sig", StringComparison.Ordinal)];
        var sig = link[(link.IndexOf("sig=", StringComparison.Ordinal) + 4)..];

        string[] forged =
        [
            path, $"{path}?exp={exp}", $"{path}?sig={sig}", $"{path}?exp={long.Parse(exp) + 1}&sig={sig}", $"{path}?exp=0{exp}&sig={sig}", $"{path}?exp=%2B{exp}&sig={sig}",
            $"{path}?exp={exp}&sig=x{sig}", $"{path}?exp={exp}&sig={sig}=", $"{path}?exp={exp}&sig={sig[..^1]}", $"{path}?exp={exp}&sig=", $"{path}?exp=&sig={sig}",
            $"{path}?exp={exp}&sig={sig}&sig={sig}", $"/files/{other}?exp={exp}&sig={sig}", $"/files/..%2f{other}?exp={exp}&sig={sig}", $"{path}x?exp={exp}&sig={sig}",
        ];
        foreach (var one in forged) (await server.GetAsync(one)).ShouldBe(403, 1103);
        Golden.Check("link-forged", await server.GetAsync(forged[0]));

        server.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        (await server.GetAsync(link)).Status.ShouldBe(200);
        server.Time.Advance(TimeSpan.FromDays(1));
        Golden.Check("link-expired", await server.GetAsync(link));
    }

    [Fact]
    public async Task A_film_that_is_gone_is_said_to_be()
    {
        await using var server = await LiveServer.StartAsync();
        var link = await LinkAsync(server);
        server.Artifacts.Remove(Uri.UnescapeDataString(new Uri(server.Client.BaseAddress!, link).Segments[^1]));
        Golden.Check("file-gone", await server.GetAsync(link));
    }

    [Fact]
    public async Task Links_outlive_a_restart()
    {
        await using var first = await LiveServer.StartAsync();
        var key = await File.ReadAllBytesAsync(Path.Combine(first.Folder, "link-key"), TestContext.Current.CancellationToken);
        key.Length.ShouldBe(32);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(first.Folder, "link-key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_large_film_arrives_whole()
    {
        await using var server = await LiveServer.StartAsync();
        var film = new byte[3_000_001];
        new Random(7).NextBytes(film);
        await server.CreateAsync();
        var id = (await server.FinishAsync(film)).VideoArtifact;
        var link = server.Service<SignedLinks>().For(id);
        (await server.Client.GetByteArrayAsync(link, TestContext.Current.CancellationToken)).ShouldBe(film);
    }

    private static async Task<string> LinkAsync(LiveServer server)
    {
        var id = await server.CreateAsync();
        await server.FinishAsync(Film);
        var task = await server.GetAsync($"{LiveServer.Relay}/{id}");
        return new Uri(task.Data.GetProperty("task_result").GetProperty("videos")[0].GetProperty("url").GetString()!).PathAndQuery;
    }
}
