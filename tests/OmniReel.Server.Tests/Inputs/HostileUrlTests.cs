using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OmniReel.Contract.Requests;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Guard;
using OmniReel.Server.Tests.Http.Elements;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Inputs.Support;

namespace OmniReel.Server.Tests.Inputs;

/// <summary>URLs 1 to 129 of the hostile table, and 40 good ones, at every field that takes a URL: at the POST, and at the fetcher itself.</summary>
public sealed class HostileUrlTests
{
    /// <summary>Every field that takes a URL.</summary>
    internal static readonly string[] Fields =
    [
        "image_list[0].image_url", "video_list[0].video_url", "callback_url",
        "element_image_list.frontal_image", "element_image_list.refer_images[0].image_url", "element_video_list.refer_videos[0].video_url", "element_frontal_image",
    ];

    [Fact]
    public async Task A_post_with_a_hostile_url_is_refused_at_once_and_nothing_is_asked_or_connected_to()
    {
        HostileUrls.All.Count.ShouldBe(129);
        var network = new ScriptedNetwork();
        await using var server = await LiveServer.StartAsync(adjust: services => Use(services, network));
        var (refused, wrong) = (0, new List<string>());
        foreach (var field in Fields)
        {
            foreach (var (url, number) in HostileUrls.All.Select((url, i) => (url, i + 1)))
            {
                var answer = await server.PostAsync(Path(field), Body(field, url));
                if (field == "callback_url" && number == HostileUrls.Empty)
                {
                    answer.Status.ShouldBe(200, "an empty callback URL means none");
                    continue;
                }

                var isNamed = number == HostileUrls.LoneSurrogate || (answer.Status == 400 && answer.Errors.Count == 1 && answer.Errors[0].Field == field);
                if ((answer.Status, answer.Code) == (400, 1201) && isNamed) refused++;
                else wrong.Add($"{number} {field}: {answer.Text}");
            }
        }

        wrong.ShouldBeEmpty();
        network.Asked.ShouldBeEmpty();
        network.Dialed.ShouldBeEmpty();
        TestContext.Current.TestOutputHelper?.WriteLine($"129 hostile URLs in {Fields.Length} fields: {refused} refused, 1 empty callback taken as none, 0 names asked, 0 connections");
    }

    [Fact]
    public async Task The_fetcher_and_the_sender_of_callbacks_refuse_what_a_post_would_have_refused()
    {
        using var guarded = new Guarded();
        foreach (var media in Enum.GetValues<InputMedia>())
        {
            foreach (var url in HostileUrls.All)
                (await guarded.RefusalAsync(url, media)).ShouldBe(InputRules.UrlNotAllowed, url);
        }

        foreach (var url in HostileUrls.All)
            await guarded.PostRefusedAsync(url);
        guarded.Network.Asked.ShouldBeEmpty();
        guarded.Network.Dialed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Beside_an_allowed_address_its_neighbour_is_denied_in_every_spelling_and_by_every_name()
    {
        using var guarded = new Guarded("127.0.0.1/32");
        await using var trap = ScriptedListener.Serving(TestMedia.Png(), address: "127.0.0.2");
        foreach (var name in new[] { "neighbour", "neighbour.internal", "neighbour.example.com" }) guarded.Network.Name(name, "127.0.0.2");
        var count = 0;
        foreach (var url in HostileUrls.OfTheNeighbour(trap.Endpoint.Port))
        {
            foreach (var media in Enum.GetValues<InputMedia>())
            {
                (await guarded.RefusalAsync(url, media)).ShouldBe(InputRules.UrlNotAllowed, url);
                count++;
            }

            await guarded.PostRefusedAsync(url);
            count++;
        }

        (trap.Connections, guarded.Network.Dialed.Count).ShouldBe((0, 0));
        TestContext.Current.TestOutputHelper?.WriteLine($"127.0.0.2 beside 127.0.0.1/32: {count} tries refused, 0 connections");
    }

    [Fact]
    public async Task A_refusal_of_a_private_address_names_the_flags_that_would_allow_it()
    {
        await using var server = await LiveServer.StartAsync();
        foreach (var url in new[] { "http://10.0.0.7/a.png", "http://127.0.0.1:9000/a.png", "http://localhost:3000/hook", "http://nas.lan/a.png" })
        {
            var answer = await server.PostAsync(LiveServer.Relay, Body("callback_url", url));
            answer.ShouldBe(400, 1201);
            (answer.Errors[0].Rule, answer.Message).ShouldBe(("url_not_allowed", answer.Errors[0].Message));
            answer.Message.ShouldContain("--allow-network CIDR");
            answer.Message.ShouldContain("--dev");
        }

        var chinese = await server.SendAsync(HttpMethod.Post, LiveServer.Relay, Json(Body("callback_url", "http://10.0.0.7/")), ("Accept-Language", "zh"));
        chinese.Message.ShouldContain("公共互联网");
        (await server.PostAsync(LiveServer.Relay + "/quote", Body("callback_url", "http://10.0.0.7/"))).Data.GetProperty("verdict").GetString().ShouldBe("refused");
    }

    [Fact]
    public async Task What_the_flags_allow_is_accepted()
    {
        await using var dev = await LiveServer.StartAsync(options => options with { Dev = true });
        foreach (var url in new[] { "http://127.0.0.1:9000/a.png", "http://[::1]:9000/a.png", "http://localhost:3000/hook" })
            (await dev.PostAsync(LiveServer.Relay, Body("callback_url", url))).Status.ShouldBe(200, url);
        (await dev.PostAsync(LiveServer.Relay, Body("callback_url", "http://10.0.0.7/"))).Status.ShouldBe(400);
        await using var lan = await LiveServer.StartAsync(options => options with { AllowedNetworks = [IPNetwork.Parse("10.0.0.0/8")] });
        (await lan.PostAsync(LiveServer.Relay, Body("callback_url", "http://10.0.0.7:9000/"))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("callback_url", 2048)]
    [InlineData("image_list[0].image_url", 4096)]
    public async Task A_url_may_be_so_long_and_not_longer(string field, int most)
    {
        await using var server = await LiveServer.StartAsync();
        (await server.PostAsync(Path(field), Body(field, Of(most)))).Status.ShouldBe(200);
        var longer = await server.PostAsync(Path(field), Body(field, Of(most + 1)));
        longer.ShouldBe(400, 1201);
        longer.Message.ShouldBe($"{field}: is longer than {most} characters");

        static string Of(int length) => "http://media.example.com/".PadRight(length, 'a');
    }

    [Fact]
    public async Task Good_urls_are_accepted_and_arrive_as_written()
    {
        GoodUrls.All.Length.ShouldBe(40);
        GoodUrls.All.Select(good => good.Url).ShouldBeUnique();
        // Elements are made at once: here every name and address leads nowhere.
        var nowhere = new ScriptedNetwork();
        await using var server = await LiveServer.StartAsync(adjust: services => Use(services, nowhere));
        using var guarded = new Guarded();
        await using var listener = ScriptedListener.Serving(TestMedia.Png());
        var (accepted, fetched) = (0, 0);
        foreach (var (url, host, target) in GoodUrls.All)
        {
            foreach (var field in Fields)
            {
                var answer = await server.PostAsync(Path(field), Body(field, url));
                if (field == "callback_url" && url.Length > 2048)
                {
                    answer.Message.ShouldBe("callback_url: is longer than 2048 characters");
                    continue;
                }

                // The older form answers when the element is made, and so only once the URL was tried.
                if (field == "element_frontal_image") answer.Message.ShouldStartWith("element_frontal_image: could not be fetched", customMessage: url);
                else answer.Status.ShouldBe(200, $"{url}: {answer.Text}");
                accepted++;
            }

            // No certificate of a public name is at hand; TLS is looked at elsewhere.
            if (host.Length == 0) continue;
            guarded.Network.Name(host.Split(':')[0], "93.184.216.34");
            foreach (var port in new[] { 80, 443, 8080, 8443 })
            {
                guarded.Network.Route("93.184.216.34", port, listener.Endpoint);
                guarded.Network.Route("2606:4700:4700::1111", port, listener.Endpoint);
            }

            await guarded.FetchAsync(url);
            var head = listener.Requests.Last();
            head.ShouldStartWith($"GET {target} HTTP/1.1\r\n");
            head.ShouldContain($"Host: {host}\r\n");
            head.ShouldNotContain("Host: evil");
            fetched++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"40 good URLs: {accepted} accepted in {Fields.Length} fields, {fetched} fetched over http with the same target");
    }

    private static void Use(IServiceCollection services, ScriptedNetwork network)
    {
        services.RemoveAll<INameResolver>().AddSingleton<INameResolver>(network);
        services.RemoveAll<IDialer>().AddSingleton<IDialer>(network);
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private static string Path(string field) => !field.StartsWith("element", StringComparison.Ordinal) ? LiveServer.Relay
        : field == "element_frontal_image" ? ElementServer.OldRoot : ElementServer.Root;

    private static string ElementBody(string field, string url)
    {
        const string good = "\"https://media.example.com/a.png\"";
        var (frontal, other) = field.EndsWith("frontal_image", StringComparison.Ordinal) ? (url, good) : (good, url);
        return field switch
        {
            "element_frontal_image" => $$"""{"element_name":"a","element_description":"b","element_frontal_image":{{frontal}},"element_refer_list":[{"image_url":{{other}} }]}""",
            "element_video_list.refer_videos[0].video_url" => $$"""{"element_name":"a","element_description":"b","reference_type":"video_refer","element_video_list":{"refer_videos":[{"video_url":{{url}} } ] } }""",
            _ => $$"""{"element_name":"a","element_description":"b","reference_type":"image_refer","element_image_list":{"frontal_image":{{frontal}},"refer_images":[{"image_url":{{other}} } ] } }""",
        };
    }

    private static string Body(string field, string url)
    {
        // Half a pair can only be sent as an escape.
        var text = url.EndsWith('\ud800') ? $"\"{url[..^1]}\\ud800\"" : JsonSerializer.Serialize(url, TestJson.Default.String);
        if (field.StartsWith("element", StringComparison.Ordinal)) return ElementBody(field, text);
        var part = field switch
        {
            "callback_url" => $"\"callback_url\":{text}",
            "video_list[0].video_url" => $$"""
                "video_list":[{"video_url":{{text}},"refer_type":"feature"}]
                """,
            _ => $$"""
                "image_list":[{"image_url":{{text}}}]
                """,
        };
        return LiveServer.GoodBody[..^1] + "," + part + "}";
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class TestJson : System.Text.Json.Serialization.JsonSerializerContext;
