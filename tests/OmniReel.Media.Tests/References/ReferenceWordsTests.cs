using OmniReel.Media.Plans;
using OmniReel.Media.References;

namespace OmniReel.Media.Tests.References;

public sealed class ReferenceWordsTests
{
    [Theory]
    [InlineData("Based on <<<video_1>>>, generate the next shot: a woman dances", Sequel.Next, "a woman dances")]
    [InlineData("基于<<<video_1>>>，生成下一个镜头：女孩在海边跳舞", Sequel.Next, "女孩在海边跳舞")]
    [InlineData("接着<<<video_1>>>继续，男人走路", Sequel.Next, "男人走路")]
    [InlineData("续写<<<video_1>>>", Sequel.Next, "")]
    [InlineData("Generate the previous shot of <<<video_1>>>: a city", Sequel.Previous, "a city")]
    [InlineData("生成<<<video_1>>>的上一个镜头：城市", Sequel.Previous, "城市")]
    [InlineData("A woman dances by the sea with the camera movement of <<<video_1>>>", Sequel.None, "A woman dances by the sea")]
    [InlineData("参考<<<video_1>>>的运镜方式，女孩走路，接着跳舞", Sequel.None, "女孩走路，接着跳舞")]
    [InlineData("A girl walks, then the next shot is the sea. In the style of <<<video_1>>>.", Sequel.None, "A girl walks, then the next shot is the sea. .")]
    public void What_belongs_to_the_film_is_taken_out(string prompt, Sequel sequel, string rest)
    {
        var words = ReferenceWords.Read(prompt);
        words.Sequel.ShouldBe(sequel);
        string.Join(' ', words.Rest.Split([' ', ',', '，', ':', '：'], StringSplitOptions.RemoveEmptyEntries))
            .ShouldBe(string.Join(' ', rest.Split([' ', ',', '，', ':', '：'], StringSplitOptions.RemoveEmptyEntries)));
        words.Rest.Length.ShouldBe(prompt.Length);
    }

    [Theory]
    [InlineData("<<<video_1>>> a cat", new[] { ReferenceTrait.Camera, ReferenceTrait.Rhythm, ReferenceTrait.Palette })]
    [InlineData("using only the camera movement of <<<video_1>>>, a cat", new[] { ReferenceTrait.Camera })]
    [InlineData("只参考<<<video_1>>>的色调，一只猫", new[] { ReferenceTrait.Palette })]
    [InlineData("参考<<<video_1>>>，不要它的色调，一只猫", new[] { ReferenceTrait.Camera, ReferenceTrait.Rhythm })]
    [InlineData("like <<<video_1>>> without its cuts, a cat", new[] { ReferenceTrait.Camera, ReferenceTrait.Palette })]
    public void What_is_taken_over_may_be_said(string prompt, ReferenceTrait[] traits) => ReferenceWords.Read(prompt).Traits.ShouldBe(traits);
}
