using System.Net;
using System.Net.Sockets;
using OmniReel.Server.Callbacks.Sending;
using OmniReel.Server.Inputs;
using OmniReel.Server.Tests.Inputs.Support;

namespace OmniReel.Server.Tests.Inputs;

/// <summary>Cases 130 to 142 of the hostile table: names that lie and answers that lead elsewhere, for an image, a video and a callback. 127.0.0.1 is allowed, 127.0.0.2 is the trap.</summary>
public sealed class HostileNameTests(NameTally tally) : IClassFixture<NameTally>, IAsyncLifetime
{
    private readonly Guarded _guarded = new("127.0.0.1/32");
    private readonly ScriptedListener _trap = ScriptedListener.Serving(TestMedia.Png(), address: "127.0.0.2");
    private readonly ScriptedListener _outside = ScriptedListener.Serving(TestMedia.Png());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        tally.Add();
        _trap.Connections.ShouldBe(0, "nothing was connected to outside the allowed network");
        _guarded.Network.Dialed.ShouldAllBe(endpoint => endpoint.Address.Equals(IPAddress.Loopback) || endpoint.Address.Equals(IPAddress.Parse("93.184.216.34")));
        await _trap.DisposeAsync();
        await _outside.DisposeAsync();
        _guarded.Dispose();
    }

    private int Port => _trap.Endpoint.Port;

    // 130, 131, 133, 134
    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("10.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.2")]
    [InlineData("64:ff9b::7f00:2")]
    [InlineData("93.184.216.34", "127.0.0.2")]
    [InlineData("93.184.216.34", "2606:4700::1111", "127.0.0.2")]
    [InlineData("127.0.0.1", "127.0.0.2")]
    public async Task A_name_with_one_denied_address_is_refused_whole(params string[] addresses)
    {
        _guarded.Network.Name("media.example.com", addresses);
        await RefusedAsync("http://media.example.com/a.png", InputRules.UrlNotAllowed);
        await RefusedAsync($"http://media.example.com:{Port}/a.png", InputRules.UrlNotAllowed);
        _guarded.Network.Dialed.ShouldBeEmpty();
    }

    // 132, 140: the second answer is not the first, and no connection of the first fetch serves the second.
    [Fact]
    public async Task Each_fetch_resolves_anew_and_connects_to_what_it_judged()
    {
        var asked = 0;
        _guarded.Network.Route("93.184.216.34", 80, _outside.Endpoint);
        _guarded.Network.Name("rebinding.example.com", _ => Task.FromResult<IPAddress[]>([IPAddress.Parse(asked++ == 0 ? "93.184.216.34" : "127.0.0.2")]));
        (await _guarded.FetchAsync("http://rebinding.example.com/a.png")).Bytes.ShouldBe(1000);
        asked.ShouldBe(1, "one fetch asks once: what was judged is what was connected to");
        foreach (var file in Directory.GetFiles(_guarded.Folder)) File.Delete(file);
        await RefusedAsync("http://rebinding.example.com/a.png", InputRules.UrlNotAllowed);
        (asked, _guarded.Network.Dialed.Count).ShouldBe((4, 1));
    }

    // 135, 136
    [Theory]
    [InlineData("http://127.0.0.2:PORT/b.png", InputRules.UrlNotAllowed)]
    [InlineData("//127.0.0.2:PORT/b.png", InputRules.UrlNotAllowed)]
    [InlineData("http://①②⑦.⓪.⓪.②:PORT/b.png", InputRules.UrlNotAllowed)]
    [InlineData("http://0x7f000002:PORT/b.png", InputRules.UrlNotAllowed)]
    [InlineData("http://trap.example.com:PORT/b.png", InputRules.UrlNotAllowed)]
    [InlineData("http://user@127.0.0.1:PORT/b.png", InputRules.UrlNotAllowed)]
    [InlineData("file:///etc/passwd", InputRules.UrlNotAllowed)]
    [InlineData("gopher://127.0.0.1:6379/_INFO", InputRules.UrlNotAllowed)]
    [InlineData("data:image/png;base64,iVBORw0KGgo=", InputRules.UrlNotAllowed)]
    [InlineData("", InputRules.FetchFailed)]
    public async Task A_redirect_is_judged_like_the_first_url(string location, string rule)
    {
        _guarded.Network.Name("trap.example.com", "127.0.0.2");
        await using var redirecting = ScriptedListener.Redirecting(location.Replace("PORT", $"{Port}", StringComparison.Ordinal));
        foreach (var media in Enum.GetValues<InputMedia>())
            (await _guarded.RefusalAsync(redirecting.Url, media)).ShouldBe(rule);
        var sent = await _guarded.PostAsync(redirecting.Url);
        (sent.Verdict, sent.Status).ShouldBe((SendVerdict.Refused, 302));
    }

    // 137: the body of a callback is never sent on.
    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_callback_is_not_redirected(string status)
    {
        await using var redirecting = ScriptedListener.Redirecting($"http://127.0.0.2:{Port}/", status);
        var sent = await _guarded.PostAsync(redirecting.Url);
        var code = int.Parse(status[..3], System.Globalization.CultureInfo.InvariantCulture);
        (sent.Verdict, sent.Status, sent.Reason).ShouldBe((SendVerdict.Refused, code, $"answered {code}, and redirects are not followed"));
        redirecting.Connections.ShouldBe(1);
    }

    // 138, 139: a callback that is led around in a circle takes no step of it.
    [Fact]
    public async Task A_callback_follows_no_loop()
    {
        await using var server = ScriptedListener.Redirecting("/");
        (await _guarded.PostAsync(server.Url)).Verdict.ShouldBe(SendVerdict.Refused);
        server.Connections.ShouldBe(1);
    }

    // 132, 140: a connection that is kept leads where it was judged to lead; a new one is judged anew.
    [Fact]
    public async Task A_callback_goes_to_what_was_judged_though_its_name_moves()
    {
        var asked = 0;
        await using var receiver = ScriptedListener.Raw((stream, _, cancellation) => ScriptedListener.SendAsync(stream, "200 OK", "Connection: close\r\n", [], cancellation));
        _guarded.Network.Route("93.184.216.34", 80, receiver.Endpoint);
        _guarded.Network.Name("moving.example.com", _ => Task.FromResult<IPAddress[]>([IPAddress.Parse(asked++ == 0 ? "93.184.216.34" : "127.0.0.2")]));
        (await _guarded.PostAsync("http://moving.example.com/hook")).Verdict.ShouldBe(SendVerdict.Delivered);
        for (var again = 0; again < 3; again++)
            await _guarded.PostRefusedAsync("http://moving.example.com/hook");
        (receiver.Connections, _guarded.Network.Dialed.Count).ShouldBe((1, 1));
    }

    // 138, 139
    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(int.MaxValue, false)]
    public async Task Three_redirects_are_followed_and_no_more(int redirects, bool arrives)
    {
        await using var server = ScriptedListener.Raw((stream, head, cancellation) =>
        {
            var hop = int.Parse(head.Split(' ')[1].Trim('/'), System.Globalization.CultureInfo.InvariantCulture);
            return hop < redirects
                ? ScriptedListener.SendAsync(stream, "302 Found", $"Location: /{hop + 1}\r\n", [], cancellation)
                : ScriptedListener.SendAsync(stream, "200 OK", "", TestMedia.Png(), cancellation);
        });
        if (arrives) (await _guarded.FetchAsync(server.Url + "/0")).Bytes.ShouldBe(1000);
        else (await _guarded.RefusalAsync(server.Url + "/0")).ShouldBe(InputRules.FetchFailed);
        server.Connections.ShouldBe(4);
    }

    // 141
    [Fact]
    public async Task A_resolver_that_hangs_is_given_three_seconds()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _guarded.Network.Name("slow.example.com", async cancellation =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return [];
        });
        foreach (var media in Enum.GetValues<InputMedia>())
        {
            asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (await _guarded.RefusalAsync("http://slow.example.com/", media, asked.Task, 4)).ShouldBe(InputRules.FetchFailed);
        }

        asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sending = _guarded.PostAsync("http://slow.example.com/");
        await _guarded.ElapseAsync(asked.Task, 4);
        await Guarded.EndAsync(sending);
        var sent = await sending;
        (sent.Verdict, sent.Status).ShouldBe((SendVerdict.Failed, null));
        sent.Reason.ShouldStartWith("the URL could not be fetched");
    }

    // 142
    [Theory]
    [InlineData(SocketError.HostNotFound)]
    [InlineData(SocketError.TryAgain)]
    [InlineData(SocketError.NoData)]
    public async Task A_name_that_cannot_be_resolved_fails_closed(SocketError error)
    {
        _guarded.Network.Name("gone.example.com", _ => throw new SocketException((int)error));
        await RefusedAsync("http://gone.example.com/", InputRules.FetchFailed);
        _guarded.Network.Name("empty.example.com");
        await RefusedAsync("http://empty.example.com/", InputRules.FetchFailed);
        _guarded.Network.Dialed.ShouldBeEmpty();
    }

    private async Task RefusedAsync(string url, string rule)
    {
        foreach (var media in Enum.GetValues<InputMedia>()) (await _guarded.RefusalAsync(url, media)).ShouldBe(rule);
        (await _guarded.PostRefusedAsync(url)).ShouldNotMatch(@"[0-9]\.[0-9]|::");
    }
}
