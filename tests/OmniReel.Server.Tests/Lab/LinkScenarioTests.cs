using System.Diagnostics;

namespace OmniReel.Server.Tests.Lab;

/// <summary>Links that go wrong, as a client meets them that downloads.</summary>
public sealed class LinkScenarioTests(LabServer server) : IClassFixture<LabServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Scenario("link-expires")]
    public async Task A_link_expires_and_a_new_answer_has_a_new_one()
    {
        using var client = server.Client("expires");
        await client.ClockAsync("stopped");
        var id = await client.CreateAsync("link-expires; seconds=60");
        var link = LabClient.Link(await client.EndAsync(id));
        (await DownloadAsync(client, link)).ShouldBe(QuickEngine.Film);
        await client.AdvanceAsync(60);
        (await client.GetAsync(link)).Status.ShouldBe(403);
        (await DownloadAsync(client, LabClient.Link(await client.QueryAsync(id)))).ShouldBe(QuickEngine.Film);
    }

    [Fact]
    [Scenario("link-gone")]
    public async Task A_file_is_gone_and_comes_back()
    {
        using var client = server.Client("gone");
        var link = LabClient.Link(await client.EndAsync(await client.CreateAsync("link-gone; first=2")));
        (await client.GetAsync(link)).ShouldBe(404, 1203);
        (await client.GetAsync(link)).ShouldBe(404, 1203);
        (await DownloadAsync(client, link)).ShouldBe(QuickEngine.Film);
    }

    [Fact]
    [Scenario("link-truncated")]
    public async Task A_download_breaks_off_and_can_be_resumed()
    {
        using var client = server.Client("truncated");
        var link = LabClient.Link(await client.EndAsync(await client.CreateAsync("link-truncated; bytes=20000; first=1")));
        using var response = await client.Http.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, Stop);
        response.Content.Headers.ContentLength.ShouldBe(QuickEngine.Film.Length);
        await using var stream = await response.Content.ReadAsStreamAsync(Stop);
        var got = new MemoryStream();
        (await Should.ThrowAsync<Exception>(() => stream.CopyToAsync(got, Stop))).ShouldBeAssignableTo<IOException>();
        // What was on its way when the line was cut may be lost with it.
        got.Length.ShouldBeInRange(0, 20_000);

        using var rest = new HttpRequestMessage(HttpMethod.Get, link);
        rest.Headers.Range = new(got.Length, null);
        using var more = await client.Http.SendAsync(rest, Stop);
        got.Write(await more.Content.ReadAsByteArrayAsync(Stop));
        got.ToArray().ShouldBe(QuickEngine.Film);
    }

    [Fact]
    [Scenario("link-wrong-length")]
    public async Task A_download_ends_well_and_is_too_short()
    {
        using var client = server.Client("short");
        var link = LabClient.Link(await client.EndAsync(await client.CreateAsync("link-wrong-length; by=1")));
        (await DownloadAsync(client, link)).ShouldBe(QuickEngine.Film[..^1]);
    }

    [Fact]
    [Scenario("link-slow")]
    public async Task A_download_comes_slowly()
    {
        using var client = server.Client("slow");
        var link = LabClient.Link(await client.EndAsync(await client.CreateAsync("link-slow; bytes=10000; ms=40")));
        var start = Stopwatch.GetTimestamp();
        (await DownloadAsync(client, link)).ShouldBe(QuickEngine.Film);
        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(195));
    }

    [Fact]
    public async Task Links_live_seven_days_of_the_clock_of_their_test()
    {
        using var client = server.Client("week");
        var id = await client.CreateAsync();
        var link = LabClient.Link(await client.EndAsync(id));
        await client.AdvanceAsync(6 * 86_400);
        (await DownloadAsync(client, link)).ShouldBe(QuickEngine.Film);
        await client.AdvanceAsync(3 * 86_400);
        (await client.GetAsync(link)).ShouldBe(403, 1103);
        (await DownloadAsync(client, LabClient.Link(await client.QueryAsync(id)))).ShouldBe(QuickEngine.Film);
    }

    // As a player does: no key, no header of ours.
    private static async Task<byte[]> DownloadAsync(LabClient client, string link)
    {
        using var plain = new HttpClient();
        using var response = await plain.GetAsync(new Uri(client.Http.BaseAddress!, link), Stop);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(Stop);
    }
}
