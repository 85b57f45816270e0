using OmniReel.Media.Plans;
using OmniReel.Media.Script;

namespace OmniReel.Media.Tests.Script;

/// <summary>The vocabulary files are sound.</summary>
public sealed class VocabularyTests
{
    private static readonly Vocabulary BuiltIn = Vocabulary.Load();

    [Fact]
    public void No_form_is_given_twice()
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"forms: {BuiltIn.Count}");
        BuiltIn.Repeated.ShouldBeEmpty();
        BuiltIn.Count.ShouldBeGreaterThan(2000);
    }

    [Fact]
    public void Folding_keeps_every_place_of_the_text()
    {
        const string text = "ＡＢＣ　É 鏡頭’s 💃";
        BuiltIn.Fold(text).ShouldBe("abc e 镜头's 💃");
    }

    [Theory]
    [InlineData("dances", "dance")]
    [InlineData("running", "run")]
    [InlineData("stories", "story")]
    [InlineData("carried", "carry")]
    [InlineData("beaches", "beach")]
    [InlineData("girl's", "girl")]
    [InlineData("twirled", "twirl")]
    public void An_inflected_word_leads_to_its_stem(string word, string stem) => EnglishStems.Of(word).ShouldContain(stem);

    [Theory]
    [InlineData("planet=Sea")]
    [InlineData("place=Nowhere")]
    [InlineData("stop=1")]
    public void A_mistake_in_a_head_is_named(string head) => Should.Throw<Exception>(() => Meaning.Parse(head)).Message.ShouldContain(head.Split('=')[1]);

    [Fact]
    public void Camera_words_are_the_moves_in_order() =>
        Enum.GetNames<CameraWord>().Take(Enum.GetNames<CameraMove>().Length).ShouldBe(Enum.GetNames<CameraMove>());
}
