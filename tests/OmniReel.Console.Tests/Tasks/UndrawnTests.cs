using OmniReel.Console.Callbacks;
using OmniReel.Console.Tasks;
using OmniReel.Console.Tests.Support;
using OmniReel.Console.Words;
using OmniReel.Contract.Answers;

namespace OmniReel.Console.Tests.Tasks;

public sealed class UndrawnTests
{
    private const string Story = """
        {"image_list":[{"image_url":"a","type":"first_frame"},{"image_url":"b","type":"end_frame"}],"multi_shot":true,"prompt":"",
         "multi_prompt":[{"prompt":"Wide shot: a woman by the sea"},{"prompt":"A gutter"},{"prompt":"Close-up of the woman"}]}
        """;

    [Fact]
    public void Words_of_a_shot_that_shows_a_picture_are_told_apart_from_unknown_ones()
    {
        var undrawn = Undrawn.Of(["a woman by the sea", "woman", "gutter", "Close-up of"], Story);
        undrawn.Shots.Select(static shot => (shot.Shot, shot.IsFirstFrame, string.Join('|', shot.Words))).ShouldBe([(1, true, "a woman by the sea|woman"), (3, false, "Close-up of")]);
        undrawn.Unknown.ShouldBe(["gutter"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"prompt":"a gutter"}""")]
    [InlineData("""{"prompt":7,"image_list":[{"type":1},3]}""")]
    public void Without_a_frame_every_word_is_not_understood(string? body)
    {
        var undrawn = Undrawn.Of(["gutter"], body);
        undrawn.Shots.ShouldBeEmpty();
        undrawn.Unknown.ShouldBe(["gutter"]);
    }

    [Fact]
    public void A_word_within_another_is_not_said()
    {
        var undrawn = Undrawn.Of(["art"], """{"image_list":[{"type":"first_frame"}],"prompt":"A new start"}""");
        undrawn.Shots.ShouldBeEmpty();
        undrawn.Unknown.ShouldBe(["art"]);
    }

    [Fact]
    public void A_text_that_the_engine_divides_says_nothing_of_which_shot_a_word_is()
    {
        var undrawn = Undrawn.Of(["gutter"], """{"image_list":[{"type":"first_frame"}],"multi_shot":true,"shot_type":"intelligence","prompt":"A gutter. Then a lake."}""");
        undrawn.Shots.ShouldBeEmpty();
        undrawn.Unknown.ShouldBe(["gutter"]);
    }

    [Fact]
    public async Task Marks_are_words_in_a_title()
    {
        await using var studio = new Studio();
        var speech = studio.Of<Speech>();
        speech.Readable("<<<element_1>>> holds <<<image_2>>>").ShouldBe("element 1 holds picture 2");
        PromptText.Shots(Story)[0].ShouldBe("Wide shot: a woman by the sea");
        await speech.SwitchAsync();
        speech.Title(Films.Of("1", title: "<<<element_1>>>在跳舞")).ShouldBe("主体 1在跳舞");
    }

    [Fact]
    public async Task What_a_receiver_answered_is_said_in_the_language_of_the_page()
    {
        await using var studio = new Studio();
        var speech = studio.Of<Speech>();
        speech.Outcome(Of(200, "answered 200", delivered: true)).ShouldBe("HTTP 200");
        speech.Outcome(Of(500, "answered 500")).ShouldBe("HTTP 500");
        speech.Outcome(Of(302, "answered 302, and redirects are not followed")).ShouldBe("HTTP 302: redirects are not followed");
        speech.Outcome(Of(null, "no whole answer within 10 s")).ShouldBe("No complete answer within 10 s");
        speech.Event(TaskStatusWords.Succeed).ShouldBe("Finished");
        (speech.Attempts(1), speech.Attempts(2)).ShouldBe(("1 attempt", "2 attempts"));
        await speech.SwitchAsync();
        speech.Outcome(Of(null, "no whole answer within 10 s")).ShouldBe("10 秒内没有完整应答");
        speech.Outcome(Of(null, "no connection, or no answer that is HTTP")).ShouldBe("无法连接，或应答不是 HTTP");
        speech.Event(TaskStatusWords.Processing).ShouldBe("开始制作");
    }

    private static AttemptData Of(int? status, string reason, bool delivered = false) => new() { At = 1, Status = status, Reason = reason, Delivered = delivered };
}
