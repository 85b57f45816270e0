using System.Text;
using System.Text.Json;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Engines.Animatic;
using OmniReel.Server.Tests.Engines.Kling.Support;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Inputs.Support;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Kling;

public sealed class KlingFilmTests : IDisposable
{
    private const string Words = """{"model_name":"kling-v3-omni","prompt":"x","duration":"5","mode":"std","aspect_ratio":"16:9"}""";

    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _film;

    public KlingFilmTests() =>
        _film = Ffmpeg.Bytes("-f lavfi -i testsrc2=size=1280x720:rate=24:duration=5.05 -f lavfi -i sine=duration=5 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -movflags +faststart", _folder.File("film.mp4"));

    public void Dispose() => _folder.Dispose();

    private static UpstreamReport Report(string url) => new(UpstreamStatus.Succeeded) { UpstreamId = "8309", Reference = "f00d-1-1", FilmUrl = url, Seconds = 5.041m, Units = 3.2m };

    [Fact]
    public async Task A_film_is_kept_byte_for_byte_with_pictures_of_it_and_an_account_without_secrets()
    {
        await using var films = ScriptedListener.Serving(_film, "video/mp4");
        using var rig = new KlingRig(films.Url);
        var percents = new Percents();
        var result = await rig.Film.KeepAsync("kling", KlingRig.Attempt(Words), Report($"{films.Url}/v.mp4?Expires=1796083200&Signature=secret"), percents, KlingRig.Stop);
        await BytesShouldBeAsync(rig, result.VideoArtifact, _film);
        (result.Frames, result.Width, result.Height, result.Bytes, result.Units, result.FilmKey).ShouldBe((122, 1280, 720, _film.Length, 3.2m, null));
        result.NotUnderstood.ShouldBeEmpty();
        foreach (var picture in new[] { result.PosterArtifact, result.StripArtifact })
            rig.Artifacts.Find(picture.ShouldNotBeNull()).ShouldNotBeNull().Length.ShouldBeGreaterThan(5000);
        var upstream = JsonDocument.Parse(result.PlanJson.ShouldNotBeNull()).RootElement.GetProperty("upstream");
        (upstream.GetProperty("task_id").GetString(), upstream.GetProperty("url").GetString(), upstream.GetProperty("expires_at").GetInt64(), upstream.GetProperty("units").GetString())
            .ShouldBe(("8309", $"{films.Url}/v.mp4", 1796083200000, "3.2"));
        result.PlanJson.ShouldNotContain("secret");
        percents.All.ShouldAllBe(percent => percent >= 90 && percent <= 99);
        rig.Reached.ShouldBe([CrashPoint.WhileFetching, CrashPoint.BeforeStoring, CrashPoint.AfterStoring]);
        Directory.GetFileSystemEntries(Path.GetDirectoryName(rig.File("x"))!).Where(Directory.Exists).ShouldAllBe(left => left.EndsWith("task-inputs", StringComparison.Ordinal));

        rig.Film.Forget(Sample.Queued(1));
        rig.Artifacts.Find(result.VideoArtifact).ShouldBeNull();
        rig.Artifacts.Find(result.PosterArtifact!).ShouldBeNull();
    }

    [Fact]
    public async Task What_breaks_off_is_gone_on_with_where_it_broke_off()
    {
        var parts = 0;
        await using var films = ScriptedListener.Raw(async (stream, head, cancellation) =>
        {
            var from = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Range: bytes=", StringComparison.Ordinal)) is { } range ? int.Parse(range["Range: bytes=".Length..^1]) : 0;
            (from == 0 || head.Contains("If-Range: \"tag\"", StringComparison.Ordinal)).ShouldBeTrue();
            parts++;
            var end = Math.Min(_film.Length, from + _film.Length / 3);
            var status = from == 0 ? "200 OK" : $"206 Partial Content\r\nContent-Range: bytes {from}-{_film.Length - 1}/{_film.Length}";
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nETag: \"tag\"\r\nContent-Length: {_film.Length - from}\r\n\r\n"), cancellation);
            await stream.WriteAsync(_film.AsMemory(from..end), cancellation);
        });
        using var rig = new KlingRig(films.Url);
        var result = await KeepAsync(rig, films.Url + "/v");
        await BytesShouldBeAsync(rig, result.VideoArtifact, _film);
        parts.ShouldBeInRange(3, 4);
    }

    [Fact]
    public async Task A_server_that_knows_no_parts_is_asked_for_all_of_it_again()
    {
        var asked = 0;
        await using var films = ScriptedListener.Raw(async (stream, _, cancellation) =>
        {
            var length = Interlocked.Increment(ref asked) < 3 ? _film.Length / 2 : _film.Length;
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {_film.Length}\r\n\r\n"), cancellation);
            await stream.WriteAsync(_film.AsMemory(0, length), cancellation);
        });
        using var rig = new KlingRig(films.Url);
        await BytesShouldBeAsync(rig, (await KeepAsync(rig, films.Url + "/v")).VideoArtifact, _film);
        asked.ShouldBe(3);
    }

    [Fact]
    public async Task A_film_that_does_not_play_is_fetched_again_and_never_stored()
    {
        var asked = 0;
        await using var films = ScriptedListener.Raw((stream, _, cancellation) =>
            ScriptedListener.SendAsync(stream, "200 OK", "", Interlocked.Increment(ref asked) == 1 ? TestMedia.Mp4(50_000) : _film, cancellation));
        using var rig = new KlingRig(films.Url);
        await BytesShouldBeAsync(rig, (await KeepAsync(rig, films.Url + "/v")).VideoArtifact, _film);
        asked.ShouldBe(2);

        await using var broken = ScriptedListener.Serving(TestMedia.Mp4(50_000), "video/mp4");
        using var other = new KlingRig(broken.Url);
        await Should.ThrowAsync<EngineTroubleException>(() => KeepAsync(other, broken.Url + "/v"));
        (broken.Connections, other.Artifacts.Find($"{Sample.Id(1)}-video")).ShouldBe((3, null));
    }

    [Fact]
    public async Task A_film_of_another_length_is_delivered_with_a_remark_and_an_edit_costs_what_it_is_long()
    {
        await using var films = ScriptedListener.Serving(_film, "video/mp4");
        using var rig = new KlingRig(films.Url);
        var asked = Sample.Queued(1) with { Facts = Sample.Facts() with { Seconds = 10 } };
        (await rig.Film.KeepAsync("kling", KlingRig.Attempt(Words, asked), Report(films.Url + "/v"), new Percents(), KlingRig.Stop)).NotUnderstood.ShouldHaveSingleItem().ShouldContain("10 s were asked for");

        var edit = KlingRig.Attempt("""{"model_name":"kling-v3-omni","prompt":"x","video_list":[{"video_url":"https://example.com/a.mp4"}]}""", Sample.Queued(1) with { Facts = Sample.Facts() with { Seconds = null, Units = 15 } });
        (await rig.Film.KeepAsync("kling", edit, Report(films.Url + "/v") with { Units = null }, new Percents(), KlingRig.Stop)).Units.ShouldBe(5);
    }

    [Fact]
    public async Task The_copy_with_a_mark_comes_too_and_its_lack_loses_no_film()
    {
        await using var films = ScriptedListener.Raw((stream, head, cancellation) => head.Contains("/gone", StringComparison.Ordinal)
            ? ScriptedListener.SendAsync(stream, "404 Not Found", "", [], cancellation)
            : ScriptedListener.SendAsync(stream, "200 OK", "", _film, cancellation));
        using var rig = new KlingRig(films.Url);
        var marked = Sample.Queued(1) with { Facts = Sample.Facts() with { Watermark = true } };
        foreach (var (url, isThere) in new[] { ("/marked", true), ("/gone", false) })
        {
            var result = await rig.Film.KeepAsync("kling", KlingRig.Attempt(Words, marked), Report(films.Url + "/v") with { WatermarkedUrl = films.Url + url }, new Percents(), KlingRig.Stop);
            (result.WatermarkedArtifact is not null, result.NotUnderstood.Count).ShouldBe((isThere, isThere ? 0 : 1));
        }
    }

    [Fact]
    public async Task The_guard_stands_before_every_host_but_the_connections_own_and_before_every_redirect()
    {
        await using var inside = ScriptedListener.Serving(_film, "video/mp4", "127.0.0.2");
        await using var leading = ScriptedListener.Redirecting(inside.Url + "/v");
        using var rig = new KlingRig(leading.Url);
        foreach (var url in new[] { inside.Url + "/v", leading.Url + "/v", "http://169.254.169.254/latest", "file:///etc/passwd", "http://inside.lan/v" })
            (await Should.ThrowAsync<EngineTroubleException>(() => KeepAsync(rig, url))).InnerException.ShouldNotBeNull(url);
        inside.Connections.ShouldBe(0);

        using var allowed = new KlingRig(leading.Url, allowed: "127.0.0.2/32");
        await BytesShouldBeAsync(allowed, (await KeepAsync(allowed, leading.Url + "/v")).VideoArtifact, _film);
    }

    private static Task<TaskResult> KeepAsync(KlingRig rig, string url) => rig.Film.KeepAsync("kling", KlingRig.Attempt(Words), Report(url), new Percents(), KlingRig.Stop);

    private static async Task BytesShouldBeAsync(KlingRig rig, string artifact, byte[] bytes)
    {
        using var stored = new MemoryStream();
        await using var from = rig.Artifacts.Open(rig.Artifacts.Find(artifact).ShouldNotBeNull());
        await from.CopyToAsync(stored, KlingRig.Stop);
        stored.ToArray().ShouldBe(bytes);
    }
}
