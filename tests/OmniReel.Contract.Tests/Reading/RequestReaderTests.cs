using OmniReel.Contract.Requests;
using static OmniReel.Contract.Tests.Bodies;

namespace OmniReel.Contract.Tests.Reading;

public sealed class RequestReaderTests
{
    [Fact]
    public void The_vendor_profile_has_its_defaults()
    {
        var request = Read("""{"prompt":"A kite lifts off."}""", ApiProfile.Vendor).Request.ShouldNotBeNull();
        (request.Model, request.Mode, request.Seconds, request.AspectRatio).ShouldBe((VideoModel.VideoO1, VideoMode.Pro, 5, AspectRatio.Landscape));
        (request.Sound, request.Watermark, request.CallbackUrl, request.ExternalTaskId).ShouldBe((false, false, null, null));
    }

    [Theory]
    [InlineData("{}", InputKind.TextToVideo)]
    [InlineData($$"""{"image_list":[{{Image}}]}""", InputKind.Reference)]
    [InlineData("""{"element_list":[{"element_id":"835266081714884677"}]}""", InputKind.Reference)]
    [InlineData($$"""{"image_list":[{{Image}},{{First}}]}""", InputKind.FirstFrame)]
    [InlineData($$"""{"image_list":[{{End}},{{First}}]}""", InputKind.FirstAndEndFrame)]
    [InlineData($$"""{"image_list":[{{First}}],"video_list":[{{Feature}}]}""", InputKind.VideoFeature)]
    [InlineData($$"""{"image_list":[{{Image}}],"video_list":[{{Base}}]}""", InputKind.VideoEdit)]
    [InlineData("""{"video_list":[{"video_url":"https://a/b"}]}""", InputKind.VideoEdit)]
    public void The_kind_is_derived_by_precedence(string changes, InputKind kind) => Accepted(changes).Kind.ShouldBe(new RequestKind(kind, ShotKind.SingleShot));

    [Fact]
    public void Shots_come_in_playing_order()
    {
        var request = Accepted(Customize(Shot(2, "3", "\"b\"") + "," + Shot(1, "\"2\"", "\"a\"")));
        request.Kind.Shots.ShouldBe(ShotKind.Customize);
        request.Shots.ShouldBe([new("a", 2), new("b", 3)]);
        request.Prompt.ShouldBe("");
    }

    [Fact]
    public void Intelligence_keeps_the_prompt()
    {
        var request = Accepted("""{"multi_shot":true,"shot_type":"intelligence","multi_prompt":"anything"}""");
        request.Kind.Shots.ShouldBe(ShotKind.Intelligence);
        request.Prompt.ShouldBe("A paper boat.");
        request.Shots.ShouldBeEmpty();
    }

    [Fact]
    public void What_has_no_effect_is_not_checked()
    {
        var edit = Accepted($$"""{"video_list":[{{Base}}],"duration":{"a":[]},"aspect_ratio":7}""");
        (edit.Seconds, edit.AspectRatio).ShouldBe((null, null));
        Accepted("""{"multi_shot":false,"shot_type":9,"multi_prompt":{"x":"\u0000"}}""").Kind.Shots.ShouldBe(ShotKind.SingleShot);
        Accepted("""{"prompt":["\u0000"],""" + Customize(Shot(1))[1..]).Prompt.ShouldBe("");
    }

    [Fact]
    public void A_video_keeps_its_sound_unless_told()
    {
        Accepted($$"""{"video_list":[{{Feature}}]}""").Video.ShouldBe(new VideoInput("https://media.example.com/c.mp4", false, true));
        Accepted("""{"video_list":[{"video_url":"https://a/b","keep_original_sound":"no"}]}""").Video.ShouldBe(new VideoInput("https://a/b", true, false));
    }

    [Fact]
    public void Images_keep_their_order()
    {
        var images = Accepted($$"""{"image_list":[{"image_url":"data:image/jpeg;base64,/9j/4AAQSkZJRgABAQ==","type":"end_frame"},{{First}},{{Image}}]}""").Images;
        images.Select(i => i.Role).ShouldBe([ImageRole.EndFrame, ImageRole.FirstFrame, ImageRole.Reference]);
        images[0].Inline.ShouldNotBeNull();
        images[1].ShouldBe(new("https://media.example.com/a.png", null, ImageRole.FirstFrame));
    }

    [Fact]
    public void A_large_inline_picture_is_checked_to_its_end()
    {
        var picture = "/9j/" + new string('A', 10_000_000);
        Accepted($$"""{"image_list":[{"image_url":"{{picture}}"}]}""").Images[0].Inline!.Value.Length.ShouldBe(picture.Length);
        ReadWith($$"""{"image_list":[{"image_url":"{{picture}}*AAA"}]}""").Violations[0].Message.Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void A_huge_text_is_measured_and_not_repeated()
    {
        var message = ReadWith($$"""{"prompt":"{{new string('海', 100_000)}}","mode":"{{new string('x', 100_000)}}"}""").Violations;
        message[0].Message.ShouldBe("prompt: has 100000 characters; at most 2500 are allowed");
        message[1].Message.Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void Unknown_fields_are_listed_in_order_and_the_negative_prompt_is_not_one()
    {
        var request = Accepted("""{"zeta":1,"cfg_scale":0.5,"negative_prompt":"rain","model":{"a":[null,true]}}""");
        request.IgnoredFields.ShouldBe(["zeta", "cfg_scale", "model"]);
        request.NegativePrompt.ShouldBe("rain");
    }

    [Fact]
    public void Unknown_parts_are_named_by_their_place()
    {
        var request = Accepted("""
            {"zeta":1,"image_list":[{"image_url":"https://a/b","zoom":2},{"image_url":"https://a/c","crop":{"x":1}}],"element_list":[{"element_id":"835266081714884677","weight":1}],
             "video_list":[{"video_url":"https://a/d","refer_type":"feature","speed":2}],"watermark_info":{"enabled":true,"text":"x"}}
            """);
        request.IgnoredFields.ShouldBe(["zeta", "image_list[0].zoom", "image_list[1].crop", "element_list[0].weight", "video_list[0].speed", "watermark_info.text"]);
    }

    [Fact]
    public void Unknown_parts_of_shots_are_named_only_where_shots_have_an_effect()
    {
        const string shots = """[{"index":1,"prompt":"a","duration":"5","camera":"pan"}]""";
        Accepted($$"""{"multi_shot":true,"shot_type":"customize","multi_prompt":{{shots}}}""").IgnoredFields.ShouldBe(["multi_prompt[0].camera"]);
        Accepted($$"""{"multi_shot":false,"multi_prompt":{{shots}}}""").IgnoredFields.ShouldBeEmpty();
        Accepted($$"""{"multi_shot":true,"shot_type":"intelligence","multi_prompt":{{shots}},"x":1}""").IgnoredFields.ShouldBe(["x"]);
    }

    [Fact]
    public void A_hundred_unknown_names_are_told_wherever_they_stand()
    {
        string Names(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $"\"x{i}\":1"));
        var watermark = "{" + Names(150) + "}";
        Accepted($$"""{"watermark_info":{{watermark}}}""").IgnoredFields.Count.ShouldBe(100);

        var shot = Shot(1)[..^1] + "," + Names(60) + "}";
        var names = Accepted($$"""{"watermark_info":{{{Names(60)}}},"multi_shot":true,"shot_type":"customize","multi_prompt":[{{shot}}]}""").IgnoredFields;
        (names.Count, names[59], names[60]).ShouldBe((100, "watermark_info.x59", "multi_prompt[0].x0"));
    }

    [Theory]
    [InlineData(' ', 300)]
    [InlineData('海', 200)]
    public void A_long_unknown_name_is_cut_and_never_null(char letter, int count)
    {
        var name = Accepted($$"""{"{{new string(letter, count)}}":1}""").IgnoredFields.ShouldHaveSingleItem();
        name.ShouldBe(new string(letter, Math.Min(count, 256)));
    }

    [Fact]
    public void A_link_is_judged_by_its_characters_and_not_by_its_escapes()
    {
        var url = "https://media.example.com/" + new string('a', 15_000);
        var escaped = string.Concat(url.Select(c => $"\\u{(int)c:x4}"));
        Read($$"""{"prompt":"a kite","callback_url":"{{escaped}}"}""", ApiProfile.Vendor).Request.ShouldNotBeNull().CallbackUrl.ShouldBe(url);
    }

    [Theory]
    [InlineData("https://example.com/a b")]
    [InlineData("https://")]
    [InlineData("https:///a")]
    [InlineData("http:example.com")]
    [InlineData("ftp://example.com/a.png")]
    [InlineData("javascript:alert(1)//://")]
    [InlineData("https://exa\\nmple.com/")]
    public void Only_absolute_web_addresses_are_links(string url)
    {
        var body = $$"""{"image_list":[{"image_url":"{{url}}"}],"video_list":[{"video_url":"{{url}}","refer_type":"feature"}],"callback_url":"{{url}}"}""";
        ReadWith(body).Violations.Select(v => v.Field).ShouldBe(["image_list[0].image_url", "video_list[0].video_url", "callback_url"]);
    }

    [Theory]
    [InlineData("https://example.com/图片.png")]
    [InlineData("HTTPS://EXAMPLE.COM/a?b=c&sig=%2F#x")]
    [InlineData("http://[::1]:8080/a")]
    public void Web_addresses_of_any_kind_are_kept_as_sent(string url) =>
        Accepted($$"""{"callback_url":"{{url}}"}""").CallbackUrl.ShouldBe(url);
}
