using CsCheck;
using OmniReel.Console.Create.Bodies;
using OmniReel.Console.Create.Checking;
using OmniReel.Console.Create.Examples;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Tests.Create;

public sealed class PrefillTests
{
    [Fact]
    public void The_documents_own_example_comes_in_with_its_comments_and_its_large_number()
    {
        var prefill = Prefill.Of(File.ReadAllText(Path.Combine(Checkout.Root, "tests/OmniReel.Contract.Tests/Golden/document-example.txt")));
        prefill.Error.ShouldBeNull();
        prefill.LeftOut.ShouldBeEmpty();
        prefill.Form.Elements.ShouldBe(["835266081714884677"]);
        (prefill.Form.Model, prefill.Form.Mode, prefill.Form.Seconds).ShouldBe(("kling-video-o1", "std", 5));
    }

    [Fact]
    public void What_the_body_leaves_out_has_the_vendors_default()
    {
        var form = Prefill.Of("""{"prompt":"A fox"}""").Form;
        (form.Model, form.Mode, form.AspectRatio, form.Seconds).ShouldBe(("kling-video-o1", "pro", "16:9", 5));
    }

    [Fact]
    public void What_cannot_be_taken_over_is_named()
    {
        var prefill = Prefill.Of("""{"prompt":"A fox","cfg_scale":0.5,"image_list":[{"image_url":"https://a/b.png"},7],"duration":5.5,"callback_url":""}""");
        prefill.LeftOut.ShouldBe(["cfg_scale", "image_list[1]", "duration"]);
        prefill.Form.Pictures.ShouldHaveSingleItem().Name.ShouldBe("b.png");
    }

    [Fact]
    public void Shots_come_in_playing_order_whatever_order_they_were_sent_in()
    {
        var form = Prefill.Of("""{"multi_shot":true,"shot_type":"customize","duration":"5","multi_prompt":[{"index":2,"prompt":"b","duration":"2"},{"index":1,"prompt":"a","duration":3}]}""").Form;
        form.Shots.ShouldBe(ShotKind.Customize);
        form.Board.Shots.Select(static shot => (shot.Prompt, shot.Seconds)).ShouldBe([("a", 3), ("b", 2)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"prompt\":")]
    public void What_is_no_body_is_refused_in_both_languages(string text)
    {
        var error = Prefill.Of(text).Error.ShouldNotBeNull();
        error.English.ShouldContain("body of a request");
        error.Chinese.ShouldContain("请求体");
    }

    [Fact]
    public void No_text_makes_it_throw() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["{}[]\":,0123456789eE.-+truefalsn \\u"], 0, 60]).Sample(static text =>
    {
        Prefill.Of(text);
        Prefill.Of("{\"multi_prompt\":" + text + "}");
    });

    [Fact]
    public void A_film_of_one_second_stays_one()
    {
        var form = Prefill.Of("""{"duration":"1","multi_shot":true,"shot_type":"customize","multi_prompt":[{"index":1,"prompt":"A fox","duration":"1"}]}""").Form;
        (form.Seconds, form.Board.Shots.Single().Seconds).ShouldBe((1, 1));
    }

    [Fact]
    public void Every_example_is_a_good_request()
    {
        Example.All.Count.ShouldBe(12);
        foreach (var (example, language) in Example.All.SelectMany(static example => new[] { (example, Language.English), (example, Language.Chinese) }))
        {
            var prefill = Prefill.Of(example.Body(language));
            prefill.LeftOut.ShouldBeEmpty(example.Key);
            FormVerdict.Of(prefill.Form, new Shelf(), language, PriceTable.Default).Notes.ShouldBeEmpty(example.Key);
            var prompts = prefill.Form.Shots == ShotKind.Customize ? prefill.Form.Board.Shots.Select(static shot => shot.Prompt) : [prefill.Form.Prompt];
            prompts.ShouldAllBe(prompt => prompt.Any(static letter => letter >= '\u4e00') == (language == Language.Chinese), example.Key);
        }
    }
}
