using System.Security.Cryptography;
using System.Text.Json;
using OmniReel.Server.Engines;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Engines.Kling.Support;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Kling;

public sealed class KlingOrderTests
{
    private const string Vendor = "https://api-singapore.klingai.com";

    private static readonly byte[] s_png = KlingRig.Png(320);

    private static string Pictures(params string[] urls) =>
        $$"""{"model_name":"kling-v3-omni","prompt":"x","duration":"5","aspect_ratio":"16:9","image_list":[{{string.Join(',', urls.Select(url => $$"""{"image_url":"{{url}}"}"""))}}]}""";

    [Fact]
    public async Task Pictures_that_the_upstream_can_fetch_are_named_to_it_and_others_go_along()
    {
        using var rig = new KlingRig(Vendor, allowed: "10.0.0.0/8");
        rig.Network.Name("inside.example.com", "10.1.2.3");
        rig.Network.Name("cdn.example.com", "93.184.216.34");
        var own = $"http://127.0.0.1:8080{rig.Links.For("upload-1")}";
        string[] urls = ["https://cdn.example.com/a.png", "https://inside.example.com/b.png", "http://10.1.2.3/c.png", "http://nas.lan/d.png", own, "http://93.184.216.34/f.png"];
        foreach (var url in urls)
            rig.Inputs.Give(url, s_png);
        var sent = await rig.SentAsync(Pictures([.. urls, Convert.ToBase64String(s_png)]));
        var bare = Convert.ToBase64String(s_png);
        JsonDocument.Parse(sent).RootElement.GetProperty("image_list").EnumerateArray().Select(item => item.GetProperty("image_url").GetString())
            .ShouldBe([urls[0], bare, bare, bare, bare, urls[5], bare]);
    }

    [Fact]
    public async Task An_upstream_inside_is_told_what_is_inside()
    {
        await using var api = new ScriptedApi(_ => (200, "{}"));
        using var rig = new KlingRig(api.Url, allowed: "10.0.0.0/8");
        rig.Inputs.Give("http://10.1.2.3/c.png", s_png);
        (await rig.SentAsync(Pictures("http://10.1.2.3/c.png"))).ShouldContain("\"http://10.1.2.3/c.png\"");
    }

    [Fact]
    public async Task The_same_reference_is_the_same_bytes_and_their_sum_and_the_rest_is_ours()
    {
        using var rig = new KlingRig(Vendor, publicUrl: "https://films.example.org");
        using var order = await rig.PrepareAsync(Pictures(Convert.ToBase64String(s_png)));
        using var first = await order.WriteAsync("f00d-7-1", KlingRig.Stop);
        using var second = await order.WriteAsync("f00d-7-1", KlingRig.Stop);
        using var other = await order.WriteAsync("f00d-7-2", KlingRig.Stop);
        second.Bytes.ToArray().ShouldBe(first.Bytes.ToArray());
        first.Sum.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(first.Bytes.Span)));
        (second.Sum, other.Sum == first.Sum).ShouldBe((first.Sum, false));

        var json = JsonDocument.Parse(first.Bytes).RootElement;
        json.GetProperty("external_task_id").GetString().ShouldBe("f00d-7-1");
        var address = json.GetProperty("callback_url").GetString().ShouldNotBeNull();
        address.ShouldStartWith("https://films.example.org/upstream-callbacks/f00d-7-1.");
        var heard = new List<string>();
        rig.Hints.Hinted += heard.Add;
        var token = address["https://films.example.org/upstream-callbacks/".Length..];
        rig.Hints.Take(token).ShouldBeTrue();
        rig.Hints.Take(token.Replace("-1.", "-2.", StringComparison.Ordinal)).ShouldBeFalse();
        rig.Hints.Take(token[..^1]).ShouldBeFalse();
        rig.Hints.Take("").ShouldBeFalse();
        heard.ShouldBe(["f00d-7-1"]);
    }

    [Fact]
    public async Task A_body_that_was_let_go_of_before_is_read_again()
    {
        using var rig = new KlingRig(Vendor);
        var attempt = KlingRig.Attempt("""{"prompt":"Rain on a tin roof.","duration":"5","style":"noir"}""");
        rig.Stored = attempt.Body.Bytes;
        attempt.Body.Dispose();
        using var order = await rig.Orders.PrepareAsync(attempt, new Animatic.Percents(), KlingRig.Stop);
        using var sent = await order.WriteAsync("r", KlingRig.Stop);
        System.Text.Encoding.UTF8.GetString(sent.Bytes.Span).ShouldContain("\"style\":\"noir\"");
    }

    [Fact]
    public async Task Without_a_public_address_no_callback_is_asked_for()
    {
        using var rig = new KlingRig(Vendor);
        (await rig.SentAsync(Pictures(Convert.ToBase64String(s_png)))).ShouldEndWith(",\"external_task_id\":\"f00d-1-1\"}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://films.example.org")]
    public async Task A_film_that_the_upstream_cannot_fetch_goes_as_a_link_or_is_refused_with_what_would_be_right(string? publicUrl)
    {
        using var rig = new KlingRig(Vendor, publicUrl, allowed: "10.0.0.0/8");
        var film = Film(rig);
        var own = $"http://127.0.0.1:8080{rig.Links.For("upload-1")}";
        foreach (var url in new[] { own, "http://10.1.2.3/film.mp4" })
        {
            rig.Inputs.Give(url, film);
            var body = $$"""{"model_name":"kling-v3-omni","prompt":"Continue.","duration":"5","aspect_ratio":"16:9","video_list":[{"video_url":"{{url}}","refer_type":"feature"}]}""";
            if (publicUrl is null)
            {
                var refused = await Should.ThrowAsync<EngineRefusedException>(() => rig.PrepareAsync(body));
                refused.Message.ShouldContain("video_list[0].video_url");
                refused.Message.ShouldContain("--public-url");
                (await Should.ThrowAsync<EngineRefusedException>(() => rig.PrepareAsync(body, Sample.Queued(1) with { Facts = Sample.Facts("zh") }))).Message.ShouldContain("上游无法获取");
                continue;
            }

            var link = JsonDocument.Parse(await rig.SentAsync(body)).RootElement.GetProperty("video_list")[0].GetProperty("video_url").GetString().ShouldNotBeNull();
            link.ShouldStartWith("https://films.example.org/files/");
            var artifact = rig.Links.Find(link).ShouldNotBeNull().Artifact;
            artifact.ShouldBe(url == own ? "upload-1" : $"{Sample.Id(1)}-given");
            (await rig.SentAsync(body)).ShouldContain(link, customMessage: "written again it is the same");
        }

        rig.Orders.Forget(Sample.Queued(1));
        rig.Artifacts.Find($"{Sample.Id(1)}-given").ShouldBeNull();
    }

    [Fact]
    public async Task What_an_input_breaks_is_refused_before_anything_is_sent_and_trouble_is_none_of_the_request()
    {
        using var rig = new KlingRig(Vendor);
        rig.Inputs.Give("https://cdn.example.com/small.png", KlingRig.Png(200));
        (await Should.ThrowAsync<EngineRefusedException>(() => rig.PrepareAsync(Pictures("https://cdn.example.com/small.png")))).Message.ShouldContain("300 px");
        rig.Inputs.Trouble = new IOException("the disk");
        await Should.ThrowAsync<EngineTroubleException>(() => rig.PrepareAsync(Pictures("https://cdn.example.com/small.png")));
        rig.Inputs.Trouble = new Server.Inputs.InputsBusyException();
        await Should.ThrowAsync<EngineBusyException>(() => rig.PrepareAsync(Pictures("https://cdn.example.com/small.png")));
    }

    [Fact]
    public async Task A_picture_that_has_gone_before_it_is_sent_is_trouble()
    {
        using var rig = new KlingRig(Vendor);
        using var order = await rig.PrepareAsync(Pictures(Convert.ToBase64String(s_png)));
        foreach (var file in Directory.EnumerateFiles(rig.Inputs.Root, "*", SearchOption.AllDirectories))
            File.Delete(file);
        await Should.ThrowAsync<EngineTroubleException>(async () => await order.WriteAsync("r", KlingRig.Stop));
    }

    private static byte[] Film(KlingRig rig) => Ffmpeg.Bytes("-f lavfi -i testsrc2=size=1280x720:rate=24:duration=3 -c:v libx264 -preset ultrafast -pix_fmt yuv420p", rig.File("given.mp4"));
}
