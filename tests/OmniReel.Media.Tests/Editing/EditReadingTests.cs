using OmniReel.Media.Editing.Reading;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Editing;

public sealed class EditReadingTests
{
    /// <summary>The same wish in English and Chinese, and what it comes to.</summary>
    public static TheoryData<string, string, string> Pairs => new()
    {
        { "Turn <<<video_1>>> black and white.", "把<<<video_1>>>变成黑白。", "BlackWhite" },
        { "Make it a rainy night", "改成雨夜", "Rain, Night" },
        { "Make the video slightly warmer and add heavy snow.", "让视频稍微暖一点，并加上大雪。", "Warm/Slight, Snow/Strong" },
        { "Change the rain to snow", "把雨换成雪", "Snow" },
        { "Turn day into night, then make it an oil painting", "把白天变成夜晚，然后变成油画", "Night, Oil" },
        { "Don't make it black and white, make it warm", "不要变黑白，要暖色调", "Warm" },
        { "no rain, snow or fog; just sepia", "不要雨、雪、雾，只要棕褐色", "Sepia" },
        { "ink wash painting style with falling petals", "水墨风格，飘落花瓣", "Ink, Petals" },
        { "Blur the background, add film grain and a vignette", "背景虚化，加胶片颗粒和暗角", "Background, Grain, Vignette" },
        { "Put <<<image_1>>> in the top left corner", "把<<<image_1>>>放在左上角", "Image 1 TopLeft" },
        { "Add <<<element_1>>> on the right, very large", "在右侧加入很大的<<<element_1>>>", "Element 1 Right Large" },
        { "stick <<<image_2>>> to the scene in the center, small", "把小的<<<image_2>>>贴在场景里，放在中央", "Image 2 Center Small attached" },
        { "Add the title 'Lost at Sea' at the top", "在顶部加上标题“Lost at Sea”", "“Lost at Sea” Top" },
        { "add the subtitle \"Hello, world.\"", "加上字幕“Hello, world.”", "caption “Hello, world.”" },
        { "fade in at the beginning and fade to black at the end", "开头淡入，结尾淡出", "FromBlack, ToBlack" },
        { "<<<image_1>>> at the bottom right, small", "小的<<<image_1>>>在右侧下方", "Image 1 BottomRight Small" },
        { "mirror it", "左右翻转", "Mirror" },
        { "a red tint", "偏红", "tint Red" },
        { "much darker", "更暗很多", "Darker/Strong" },
        { "title: The End", "标题：The End", "“The End”" },
        { "Keep the rain, make it brighter", "保留雨，调亮", "Brighter" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Both_languages_say_the_same(string english, string chinese, string meant)
    {
        foreach (var prompt in new[] { english, chinese })
        {
            var reading = EditReader.Read(prompt);
            string.Join(", ", reading.Edits.Select(Told)).ShouldBe(meant, prompt);
            reading.NotUnderstood.ShouldBeEmpty(prompt);
        }
    }

    [Theory]
    [InlineData("Turn the dog into a flamingo", "dog,flamingo")]
    [InlineData("把狗换成火烈鸟", "狗,火烈鸟")]
    [InlineData("slow motion, please", "slow motion")]
    [InlineData("倒放，并变成黑白", "倒放")]
    [InlineData("remove the fog", "fog")]
    [InlineData("Give the rider in <<<video_1>>> the helmet from <<<image_1>>>.", "rider,helmet")]
    [InlineData("", "")]
    [InlineData("🦩🦩", "🦩")]
    [InlineData("He said \"hello\"", "He,said,hello")]
    public void What_is_not_understood_is_told(string prompt, string lost) =>
        EditReader.Read(prompt).NotUnderstood.ShouldBe(lost.Split(',', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void What_must_not_be_is_left_out_however_strongly_it_was_asked_for()
    {
        EditReader.Read("heavy rain and night", "rain, people").Edits.ShouldBe([new GradeEdit(Grade.Night)]);
        EditReader.Read("夜晚，下大雨", "雨").Edits.ShouldBe([new GradeEdit(Grade.Night)]);
    }

    [Fact]
    public void The_same_thing_twice_is_done_once_and_the_later_strength_counts() =>
        EditReader.Read("warm, cold, very warm").Edits.ShouldBe([new GradeEdit(Grade.Warm, Strength.Strong), new GradeEdit(Grade.Cold)]);

    [Fact]
    public void Edits_keep_the_order_of_the_prompt() =>
        EditReader.Read("add the title “A”, then turn it sepia").Edits.ShouldBe([new TitleEdit("A"), new GradeEdit(Grade.Sepia)]);

    [Fact]
    public void Any_text_gives_a_reading()
    {
        var random = new Random(4);
        const string signs = "把变成黑白夜雨雪no not \"“”'<<<image_1>>>,.，。、：:andthe🌧\n𠮷-_";
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => signs[random.Next(signs.Length)]));
            EditReader.Read(text, text).NotUnderstood.Count.ShouldBeLessThanOrEqualTo(EditReader.MostNotUnderstood);
        }
    }

    private static string Told(Edit edit) => edit switch
    {
        GradeEdit e => e.Grade + Strong(e.Strength),
        WeatherEdit e => e.Weather + Strong(e.Strength),
        StyleEdit e => e.Style.ToString(),
        BlurEdit e => e.Kind + Strong(e.Strength),
        FilmLookEdit e => e.Look + Strong(e.Strength),
        FlipEdit e => e.Flip.ToString(),
        FadeEdit e => e.Fade.ToString(),
        TintEdit e => "tint " + e.Color,
        InsertEdit e => $"{e.Source} {e.Number} {e.Place}{(e.Size == InsertSize.Medium ? "" : " " + e.Size)}{(e.IsAttached ? " attached" : "")}",
        TitleEdit e => $"{(e.IsCaption ? "caption " : "")}“{e.Text}”{(e.Place == FramePlace.Unsaid ? "" : " " + e.Place)}",
        _ => edit.ToString(),
    };

    private static string Strong(Strength strength) => strength == Strength.Plain ? "" : "/" + strength;
}
