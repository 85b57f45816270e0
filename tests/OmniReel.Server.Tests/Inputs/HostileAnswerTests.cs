using System.Text;
using OmniReel.Media.Encoding;
using OmniReel.Server.Inputs;
using OmniReel.Server.Tests.Inputs.Support;
using static OmniReel.Server.Tests.Inputs.Support.HostileServer;

namespace OmniReel.Server.Tests.Inputs;

/// <summary>Cases 143 to 157 of the hostile table: what a server may answer, ended within the caps.</summary>
public sealed class HostileAnswerTests(AnswerTally tally) : IClassFixture<AnswerTally>, IDisposable
{
    private readonly Guarded _guarded = new("127.0.0.1/32");
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static TheoryData<InputMedia> Media => [InputMedia.Image, InputMedia.Video];

    // 143
    [Theory]
    [MemberData(nameof(Media))]
    public async Task One_byte_a_second_ends_after_a_window(InputMedia media)
    {
        await using var server = Raw(async (stream, cancellation) =>
        {
            await WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", cancellation);
            _begun.SetResult();
            foreach (var one in Of(media, 100_000))
            {
                await stream.WriteAsync(new[] { one }, cancellation);
                await Task.Delay(TimeSpan.FromSeconds(1), _guarded.Time, cancellation);
            }
        });
        // The time for the first byte, and a window.
        await EndsAsync(server.Url, media, InputRules.Timeout, 21);
    }

    [Fact]
    public async Task A_silent_answer_ends_after_ten_seconds()
    {
        await using var server = Raw(async (_, cancellation) =>
        {
            _begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        });
        await EndsAsync(server.Url, InputMedia.Image, InputRules.Timeout, 11);
    }

    // Fast enough in every window, and still too long: the time for all of it is the net below the rate.
    [Fact]
    public async Task An_answer_that_never_ends_at_a_good_rate_ends_at_the_time_for_all_of_it()
    {
        await using var server = Endless(
            "Transfer-Encoding: chunked\r\n\r\n", TestMedia.Png(64 << 10), "10000\r\n", "\r\n",
            (_, cancellation) =>
            {
                _begun.TrySetResult();
                return Task.Delay(TimeSpan.FromSeconds(1), _guarded.Time, cancellation);
            });
        await EndsAsync(server.Url, InputMedia.Image, InputRules.Timeout, 61);
    }

    // 144, 151
    [Theory]
    [InlineData("X-A: b\r\n", int.MaxValue)]
    [InlineData("Set-Cookie: COOKIE\r\n", 1)]
    public async Task Headers_without_end_are_not_read_to_it(string header, int times)
    {
        await using var server = Headers(header, times, [.. "\r\n"u8, .. TestMedia.Png()]);
        (await _guarded.RefusalAsync(server.Url)).ShouldBe(InputRules.FetchFailed);
    }

    // 145
    [Fact]
    public async Task Chunks_without_end_are_cut_at_the_limit()
    {
        var sent = 0L;
        await using var server = Endless(
            "Transfer-Encoding: chunked\r\n\r\n", TestMedia.Png(64 << 10), "10000\r\n", "\r\n",
            (all, _) =>
            {
                sent = all;
                return Task.CompletedTask;
            });
        (await _guarded.RefusalAsync(server.Url)).ShouldBe(InputRules.TooLarge);
        sent.ShouldBeLessThan(32 << 20);
    }

    // 146
    [Theory]
    [InlineData(InputMedia.Image, 10L << 20)]
    [InlineData(InputMedia.Video, 200L << 20)]
    public async Task An_announced_length_over_the_limit_is_not_begun(InputMedia media, long limit)
    {
        foreach (var length in new[] { 10L << 30, limit + 1 })
        {
            await using var server = Raw((stream, cancellation) => WriteAsync(stream, $"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n", cancellation));
            (await _guarded.RefusalAsync(server.Url, media)).ShouldBe(InputRules.TooLarge);
        }
    }

    // 147: what is behind the announced end is not part of the answer; what is missing before it is a failure.
    [Theory]
    [MemberData(nameof(Media))]
    public async Task The_announced_length_is_what_counts(InputMedia media)
    {
        await using var longer = Raw((stream, cancellation) => ScriptedAsync(stream, "Content-Length: 500\r\n", Of(media, 1000), cancellation));
        (await _guarded.FetchAsync(longer.Url, media)).Bytes.ShouldBe(500);
        foreach (var file in Directory.GetFiles(_guarded.Folder)) File.Delete(file);
        await using var shorter = Raw((stream, cancellation) => ScriptedAsync(stream, "Content-Length: 1500\r\n", Of(media, 1000), cancellation));
        (await _guarded.RefusalAsync(shorter.Url, media)).ShouldBe(InputRules.FetchFailed);
    }

    // 148, 149
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity, gzip")]
    public async Task Nothing_packed_is_unpacked(string coding)
    {
        await using var server = Raw((stream, cancellation) => ScriptedAsync(stream, $"Content-Encoding: {coding}\r\nContent-Length: 1000\r\n", TestMedia.Filled([0x1f, 0x8b], 1000), cancellation));
        (await _guarded.RefusalAsync(server.Url)).ShouldBe(InputRules.FetchFailed);
    }

    // 150
    [Fact]
    public async Task A_flood_of_interim_answers_ends_at_the_time_for_the_first_byte()
    {
        await using var server = Raw(async (stream, cancellation) =>
        {
            for (var i = 0; ; i++)
            {
                await WriteAsync(stream, "HTTP/1.1 103 Early Hints\r\n\r\n", cancellation);
                if (i == 100) _begun.SetResult();
            }
        });
        (await _guarded.RefusalAsync(server.Url, InputMedia.Image, _begun.Task, 11)).ShouldBeOneOf(InputRules.Timeout, InputRules.FetchFailed);
    }

    // 152
    [Theory]
    [InlineData("127.0.0.1", -1, 30)]
    [InlineData("other.example.com", -1, 30)]
    [InlineData("127.0.0.1", -30, -1)]
    public async Task A_certificate_that_does_not_hold_ends_the_fetch(string name, int from, int to)
    {
        (await IsToldAnythingAsync(name, from, to, async url => (await _guarded.RefusalAsync(url)).ShouldBe(InputRules.FetchFailed))).ShouldBeFalse("no request is sent to who could not prove their name");
    }

    // 153
    [Theory]
    [MemberData(nameof(Media))]
    public async Task A_handshake_that_stalls_ends(InputMedia media)
    {
        await using var server = Stalling(_begun);
        await EndsAsync(server.Secure(), media, InputRules.Timeout, 11);
    }

    // 154, 155
    [Theory]
    [InlineData("220 mail.example.com ESMTP\r\n", InputRules.FetchFailed)]
    [InlineData("SSH-2.0-OpenSSH_9.7\r\n", InputRules.FetchFailed)]
    [InlineData("-ERR unknown command\r\n", InputRules.FetchFailed)]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", InputRules.FetchFailed)]
    [InlineData("HTTP/1.1 206 Partial Content\r\nContent-Length: 4\r\n\r\n\u0089PNG", InputRules.FetchFailed)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 26\r\n\r\n<html><body></body></html>", InputRules.UnsupportedMedia)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n#EXTM3U\n#EXT-X-TARGETDURATION:", InputRules.UnsupportedMedia)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n<svg xmlns='x'></svg>\n", InputRules.UnsupportedMedia)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\nGIF89a\u0001\0\u0001\0\0\0\0\0", InputRules.UnsupportedMedia)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n\0\0\0\u0018ftypavif\0\0\0\0mif1", InputRules.UnsupportedMedia)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", InputRules.UnsupportedMedia)]
    public async Task What_is_no_picture_and_no_film_is_refused_before_anything_decodes_it(string answer, string rule)
    {
        await using var server = Raw((stream, cancellation) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer), cancellation).AsTask());
        foreach (var media in Enum.GetValues<InputMedia>()) (await _guarded.RefusalAsync(server.Url, media)).ShouldBe(rule);
    }

    // 156
    [Fact]
    public async Task Of_two_things_at_once_the_first_bytes_decide()
    {
        await using var server = Raw((stream, cancellation) => ScriptedAsync(stream, "Content-Type: application/zip\r\n", [.. TestMedia.Jpeg(), 0x50, 0x4B, 3, 4, .. new byte[100]], cancellation));
        (await _guarded.FetchAsync(server.Url)).Format.ShouldBe(MediaFormat.Jpeg);
        foreach (var file in Directory.GetFiles(_guarded.Folder)) File.Delete(file);
        (await _guarded.RefusalAsync(server.Url, InputMedia.Video)).ShouldBe(InputRules.UnsupportedMedia);
    }

    // 157
    [Fact]
    public async Task Nothing_is_remembered_from_one_fetch_to_the_next()
    {
        await using var server = Raw((stream, cancellation) => ScriptedAsync(
            stream, "ETag: \"1\"\r\nCache-Control: max-age=31536000, immutable\r\nLast-Modified: Mon, 23 Nov 2026 12:00:00 GMT\r\nSet-Cookie: a=b\r\nContent-Length: 1000\r\n", TestMedia.Png(), cancellation));
        for (var i = 0; i < 2; i++) await _guarded.FetchAsync(server.Url);
        server.Requests.Count.ShouldBe(2);
        server.Requests.ShouldAllBe(head => !head.Contains("If-", StringComparison.Ordinal) && !head.Contains("Cookie", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        tally.Add();
        _guarded.Dispose();
    }

    private async Task EndsAsync(string url, InputMedia media, string rule, int within) =>
        (await _guarded.RefusalAsync(url, media, _begun.Task, within)).ShouldBe(rule);

    private static byte[] Of(InputMedia media, int length) => media == InputMedia.Image ? TestMedia.Png(length) : TestMedia.Mp4(length);

    private static async Task ScriptedAsync(Stream stream, string headers, byte[] body, CancellationToken cancellation)
    {
        await WriteAsync(stream, $"HTTP/1.1 200 OK\r\n{headers}\r\n", cancellation);
        await stream.WriteAsync(body, cancellation);
    }
}
