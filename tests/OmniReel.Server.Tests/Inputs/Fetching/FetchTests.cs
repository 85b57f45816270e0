using System.Net;
using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Fetching;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Inputs.Support;

namespace OmniReel.Server.Tests.Inputs.Fetching;

public sealed class FetchTests
{
    private static readonly byte[] Picture = TestMedia.Png();

    [Fact]
    public async Task An_input_arrives_whole_under_a_random_name_that_only_its_owner_reads()
    {
        using var guarded = new Guarded("127.0.0.1/32");
        await using var server = ScriptedListener.Serving(Picture, "text/html");
        var file = await guarded.FetchAsync(server.Url + "/a b.png?q=1#here".Replace(" ", "%20", StringComparison.Ordinal));

        (file.Format, file.Bytes).ShouldBe((MediaFormat.Png, Picture.Length));
        (await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken)).ShouldBe(Picture);
        Path.GetDirectoryName(file.Path).ShouldBe(guarded.Folder);
        Path.GetFileName(file.Path).ShouldMatch("^[0-9a-f]{32}$");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var request = server.Requests.ShouldHaveSingleItem();
        request.ShouldStartWith("GET /a%20b.png?q=1 HTTP/1.1\r\n");
        request.ShouldContain("Accept-Encoding: identity\r\n");
        request.ShouldNotContain("traceparent");
    }

    [Fact]
    public async Task A_name_is_connected_to_at_the_address_that_was_judged()
    {
        using var guarded = new Guarded();
        await using var server = ScriptedListener.Serving(Picture);
        guarded.Network.Name("media.example.com", "93.184.216.34");
        guarded.Network.Route("93.184.216.34", 80, server.Endpoint);
        (await guarded.FetchAsync("http://Media.Example.com./a.png")).Bytes.ShouldBe(Picture.Length);
        guarded.Network.Dialed.ShouldBe([IPEndPoint.Parse("93.184.216.34:80")]);
        server.Requests.ShouldHaveSingleItem().ShouldContain("Host: media.example.com\r\n");
    }

    [Fact]
    public async Task A_connection_that_ends_elsewhere_than_where_it_was_sent_is_not_used()
    {
        using var guarded = new Guarded();
        await using var server = ScriptedListener.Serving(Picture);
        guarded.Network.Route("93.184.216.34", 80, server.Endpoint);
        guarded.Network.Remote = server.Endpoint;
        (await guarded.RefusalAsync("http://93.184.216.34/")).ShouldBe(InputRules.UrlNotAllowed);
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_does_not_answer_gives_way_to_the_next()
    {
        using var guarded = new Guarded();
        await using var server = ScriptedListener.Serving(Picture);
        guarded.Network.Name("media.example.com", "2606:4700::1111", "93.184.216.34");
        guarded.Network.Route("93.184.216.34", 80, server.Endpoint);
        (await guarded.FetchAsync("http://media.example.com/")).Bytes.ShouldBe(Picture.Length);
        guarded.Network.Dialed.Count.ShouldBe(2);
    }

    [Fact]
    public void A_callback_goes_to_no_link_of_our_own()
    {
        using var guarded = new Guarded();
        guarded.Artifacts.Put("film-1", "image/png", Picture);
        guarded.Urls.Complaint("http://10.0.0.7" + guarded.Links.For("film-1"), UrlUse.Callback)!.Value.English.ShouldContain("public internet");
    }

    [Fact]
    public async Task Links_of_our_own_are_read_without_http_whatever_host_they_name()
    {
        using var guarded = new Guarded();
        guarded.Artifacts.Put("film-1", "image/png", Picture);
        var path = guarded.Links.For("film-1");
        foreach (var host in new[] { "http://127.0.0.1:8080", "https://films.example.org/base", "http://10.0.0.7" })
        {
            guarded.Urls.Complaint(host + path, UrlUse.Media).ShouldBeNull();
            (await guarded.FetchAsync(host + path)).Bytes.ShouldBe(Picture.Length);
        }

        foreach (var file in Directory.GetFiles(guarded.Folder)) File.Delete(file);
        (await guarded.RefusalAsync("http://10.0.0.7" + path.Replace("film-1", "film-2", StringComparison.Ordinal))).ShouldBe(InputRules.UrlNotAllowed);
        guarded.Time.Advance(TimeSpan.FromDays(9));
        guarded.Urls.Complaint("http://127.0.0.1:8080" + path, UrlUse.Media)!.Value.English.ShouldContain("expired");
        (await guarded.RefusalAsync("http://127.0.0.1:8080" + path)).ShouldBe(InputRules.FetchFailed);
        guarded.Network.Asked.ShouldBeEmpty();
        guarded.Network.Dialed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tenant_has_four_fetches_at_once_and_a_host_four()
    {
        using var guarded = new Guarded("127.0.0.1/32");
        var gate = new TaskCompletionSource();
        await using var server = ScriptedListener.Raw(async (stream, _, cancellation) =>
        {
            await gate.Task.WaitAsync(cancellation);
            await ScriptedListener.SendAsync(stream, "200 OK", "", Picture, cancellation);
        });
        var ofOne = Enumerable.Range(0, 6).Select(_ => guarded.FetchAsync(server.Url)).ToList();
        var ofOther = guarded.FetchAsync(server.Url, share: FetchShare.OfTasks("other"));
        await Eventually.Async(() => Task.FromResult(server.Requests.Count == 4));
        server.Connections.ShouldBe(4);
        gate.SetResult();
        await Task.WhenAll([.. ofOne, ofOther]);
        server.Connections.ShouldBe(7);
    }

    [Fact]
    public async Task A_tenant_s_elements_do_not_wait_for_its_tasks_and_whoever_waits_for_long_is_told_to_come_again()
    {
        using var guarded = new Guarded("127.0.0.1/32");
        await using var quick = ScriptedListener.Serving(Picture);
        var ahead = Enumerable.Range(0, 4).Select(_ => guarded.Slots.OfShareAsync(FetchShare.OfTasks("t"), TestContext.Current.CancellationToken)).ToList();
        await Task.WhenAll(ahead);
        var waiting = guarded.FetchAsync(quick.Url);
        (await guarded.FetchAsync(quick.Url, share: FetchShare.OfElements("t"))).Bytes.ShouldBe(Picture.Length);
        (await guarded.FetchAsync(quick.Url, share: FetchShare.OfTasks("u"))).Bytes.ShouldBe(Picture.Length);
        waiting.IsCompleted.ShouldBeFalse();

        guarded.Time.Advance(FetchSlots.Patience);
        await Should.ThrowAsync<InputsBusyException>(() => Guarded.EndAsync(waiting));
        (await ahead[0]).Dispose();
        (await guarded.FetchAsync(quick.Url)).Bytes.ShouldBe(Picture.Length);
    }
}
