using System.Net;
using System.Security.Cryptography;
using OmniReel.Server.Lab.FakeUpstream;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Lab.FakeUpstreams;

/// <summary>The films: real ones, of the size and length that were asked for, and each task's own to the byte.</summary>
public sealed class FakeFilmTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "", 1280, 720, false)]
    [InlineData(false, ",\"aspect_ratio\":\"9:16\",\"sound\":\"on\"", 720, 1280, true)]
    [InlineData(true, ",\"mode\":\"pro\",\"sound\":\"on\"", 256, 144, true)]
    public async Task A_film_plays(bool tiny, string more, int width, int height, bool sound)
    {
        Needed.Programs(("ffmpeg", "ffmpeg"), ("ffprobe", "ffmpeg"));
        await using var rig = await FakeRig.StartAsync(new FakeUpstreamOptions { FilmTime = TimeSpan.Zero, Tiny = tiny });
        var film = await rig.Http.GetByteArrayAsync(await rig.FilmUrlAsync(await rig.MadeAsync("r-1", more)), Cancellation);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, film, Cancellation);
            var probe = await Probe.ReadAsync(file);
            (probe.Codec, probe.PixelFormat, probe.Width, probe.Height, probe.Rate, probe.Frames, probe.HasSound).ShouldBe(("h264", "yuv420p", width, height, "24/1", 73, sound));
            Console.WriteLine($"a fake film of 3 s, {width} × {height}: {film.Length} bytes");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task No_two_tasks_have_the_same_bytes_and_the_journal_knows_what_was_served()
    {
        Needed.Programs(("ffmpeg", "ffmpeg"));
        await using var rig = await FakeRig.StartAsync();
        var sums = new List<string>();
        foreach (var reference in (string[])["r-1", "r-2", "r-1"])
        {
            var id = reference == "r-1" && sums.Count == 2 ? (await rig.TaskAsync("r-1")).GetProperty("task_id").GetString()! : await rig.MadeAsync(reference);
            sums.Add(Convert.ToHexStringLower(SHA256.HashData(await rig.Http.GetByteArrayAsync(await rig.FilmUrlAsync(id), Cancellation))));
        }

        sums[0].ShouldNotBe(sums[1]);
        sums[0].ShouldBe(sums[2]);
        var downloads = rig.Upstream.Journal().Where(entry => entry.Kind == "download").ToList();
        downloads.Select(entry => entry.FilmSum).ShouldBe(sums);
        rig.Upstream.Stats().DownloadedBytes.ShouldBe(downloads.Sum(entry => entry.Bytes));
    }

    [Fact]
    public async Task A_file_is_served_as_it_is_whole_and_in_parts()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, [.. Enumerable.Range(0, 200).Select(n => (byte)n)], Cancellation);
            await using var rig = await FakeRig.StartAsync(new FakeUpstreamOptions { FilmTime = TimeSpan.Zero, Film = file });
            var url = await rig.FilmUrlAsync(await rig.MadeAsync("r-1"));
            (await rig.Http.GetByteArrayAsync(url, Cancellation)).ShouldBe(await File.ReadAllBytesAsync(file, Cancellation));
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Range = new(190, null);
            using var part = await rig.Http.SendAsync(request, Cancellation);
            (part.StatusCode, part.Content.Headers.ContentRange!.ToString()).ShouldBe((HttpStatusCode.PartialContent, "bytes 190-199/200"));
            (await part.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe([190, 191, 192, 193, 194, 195, 196, 197, 198, 199]);
        }
        finally
        {
            File.Delete(file);
        }

        (await Should.ThrowAsync<FakeUpstreamException>(() => FakeUpstream.StartAsync(new FakeUpstreamOptions { Film = file }))).Message.ShouldContain("cannot be read");
    }
}
