using OmniReel.Server.Callbacks;
using OmniReel.Server.Callbacks.Sending;
using OmniReel.Server.Tests.Inputs.Support;
using static OmniReel.Server.Tests.Inputs.Support.HostileServer;

namespace OmniReel.Server.Tests.Inputs;

/// <summary>
/// Cases 143 to 157 of the hostile table for a callback: what a receiver may answer, ended within the caps by what sends callbacks,
/// over the guard. A callback needs no more than a status: a whole answer, or the first 64 KiB of a long one, is an answer.
/// </summary>
public sealed class HostileReceiverTests(ReceiverTally tally) : IClassFixture<ReceiverTally>, IDisposable
{
    private readonly Guarded _guarded = new("127.0.0.1/32");
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static string TooLate => $"no whole answer within {new CallbackOptions().AttemptTime.TotalSeconds:0} s";

    public void Dispose()
    {
        tally.Add();
        _guarded.Dispose();
    }

    // 143, 144, 150, and an answer that does not begin
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", ".")]
    [InlineData("HTTP/1.1 200 OK\r\n", "X")]
    [InlineData("", "HTTP/1.1 103 Early Hints\r\n\r\n")]
    [InlineData("", "")]
    public async Task What_does_not_end_is_cut_off_by_the_clock(string begins, string goesOn)
    {
        await using var server = Raw(async (stream, cancellation) =>
        {
            await WriteAsync(stream, begins, cancellation);
            _begun.SetResult();
            while (true)
            {
                await WriteAsync(stream, goesOn, cancellation);
                await Task.Delay(TimeSpan.FromSeconds(1), _guarded.Time, cancellation);
            }
        });
        var sending = _guarded.PostAsync(server.Url);
        await _guarded.ElapseAsync(_begun.Task, 16);
        await Guarded.EndAsync(sending);
        ((await sending).Verdict, (await sending).Reason).ShouldBe((SendVerdict.Failed, TooLate));
    }

    // 144, 151
    [Theory]
    [InlineData("X-A: b\r\n", int.MaxValue)]
    [InlineData("Set-Cookie: COOKIE\r\n", 1)]
    public async Task Headers_without_end_are_not_read_to_it(string header, int times)
    {
        await using var server = Headers(header, times, "Content-Length: 0\r\n\r\n"u8.ToArray());
        await FailsAsync(server.Url);
    }

    // 145, 146: of an endless one and of a long one so much is read, and no more.
    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n", "10000\r\n", "\r\n")]
    [InlineData("Content-Length: 10737418240\r\n\r\n", "", "")]
    public async Task A_long_answer_is_read_to_the_cap(string headers, string before, string after)
    {
        var sent = 0L;
        await using var server = Endless(
            headers, new byte[64 << 10], before, after,
            (all, _) =>
            {
                sent = all;
                return Task.CompletedTask;
            });
        var result = await _guarded.PostAsync(server.Url);
        (result.Verdict, result.Status).ShouldBe((SendVerdict.Delivered, 200));
        result.Answer.Length.ShouldBeLessThanOrEqualTo(1 << 10);
        // What the sockets of both sides hold besides.
        sent.ShouldBeLessThan(32 << 20);
    }

    // 146, 147: what was announced and does not come.
    [Theory]
    [InlineData("10737418240")]
    [InlineData("27")]
    public async Task An_answer_that_breaks_off_is_none(string length)
    {
        await using var server = Raw((stream, cancellation) => WriteAsync(stream, $"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\nso far", cancellation));
        (await _guarded.PostAsync(server.Url)).ShouldSatisfyAllConditions(
            r => r.Verdict.ShouldBe(SendVerdict.Failed), r => r.Reason.ShouldBeOneOf("the answer broke off", "no connection, or no answer that is HTTP"));
    }

    // 148, 149, 155, 156: what it is does not matter, and nothing is unpacked, run or kept beyond its first words.
    [Theory]
    [InlineData("Content-Encoding: gzip\r\n", "\u001f\u008b\b\0\0\0\0\0")]
    [InlineData("Content-Encoding: br\r\n", "xxxxxxxx")]
    [InlineData("Content-Type: text/html\r\n", "<html><script>alert(1)</script></html>")]
    [InlineData("Content-Type: video/mp4\r\n", "\u00ff\u00d8\u00ffPK\u0003\u0004")]
    public async Task What_an_answer_holds_is_of_no_consequence(string header, string body)
    {
        await using var server = Raw((stream, cancellation) => WriteAsync(stream, $"HTTP/1.1 200 OK\r\n{header}Content-Length: {body.Length}\r\n\r\n{body}", cancellation));
        var result = await _guarded.PostAsync(server.Url);
        result.Verdict.ShouldBe(SendVerdict.Delivered);
        result.Answer.ShouldNotContain(c => char.IsControl(c));
    }

    // 152
    [Theory]
    [InlineData("127.0.0.1", -1, 30)]
    [InlineData("other.example.com", -1, 30)]
    [InlineData("127.0.0.1", -30, -1)]
    public async Task Who_cannot_prove_their_name_is_told_nothing(string name, int from, int to)
    {
        (await IsToldAnythingAsync(name, from, to, FailsAsync)).ShouldBeFalse();
    }

    // 153
    [Fact]
    public async Task A_handshake_that_stalls_ends()
    {
        await using var server = Stalling(_begun);
        var sending = _guarded.PostAsync(server.Secure());
        await _guarded.ElapseAsync(_begun.Task, 16);
        await Guarded.EndAsync(sending);
        ((await sending).Verdict, (await sending).Status).ShouldBe((SendVerdict.Failed, null));
    }

    // 154
    [Theory]
    [InlineData("220 mail.example.com ESMTP\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.7\r\n")]
    [InlineData("-ERR unknown command\r\n")]
    public async Task What_is_no_HTTP_is_no_answer(string answer)
    {
        await using var server = Raw((stream, cancellation) => WriteAsync(stream, answer, cancellation));
        await FailsAsync(server.Url);
    }

    // 157
    [Fact]
    public async Task Nothing_is_remembered_from_one_callback_to_the_next()
    {
        await using var server = Raw((stream, cancellation) => WriteAsync(
            stream, "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nCache-Control: max-age=31536000, immutable\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", cancellation));
        for (var i = 0; i < 2; i++) (await _guarded.PostAsync(server.Url)).Verdict.ShouldBe(SendVerdict.Delivered);
        server.Requests.Count.ShouldBe(2);
        server.Requests.ShouldAllBe(head => head.StartsWith("POST / HTTP/1.1", StringComparison.Ordinal)
            && !head.Contains("If-", StringComparison.Ordinal) && !head.Contains("Cookie", StringComparison.Ordinal));
    }

    private async Task FailsAsync(string url) =>
        (await _guarded.PostAsync(url)).ShouldSatisfyAllConditions(
            r => r.Verdict.ShouldBe(SendVerdict.Failed), r => r.Status.ShouldBeNull(), r => r.Reason.ShouldBe("no connection, or no answer that is HTTP"));
}
