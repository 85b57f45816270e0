using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Tests.Requests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData(null, Language.English)]
    [InlineData("", Language.English)]
    [InlineData("zh", Language.Chinese)]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", Language.Chinese)]
    [InlineData("en-US, zh;q=0.9", Language.English)]
    [InlineData("en;q=0.2, ZH-Hans;q=0.7", Language.Chinese)]
    [InlineData("fr, zh;q=0.1", Language.Chinese)]
    [InlineData("zh;q=0", Language.English)]
    [InlineData("zhuang, zh;q=abc", Language.English)]
    [InlineData("*", Language.English)]
    public void The_header_picks_the_better_liked(string? header, Language language) => LanguageTags.FromHeader(header).ShouldBe(language);

    [Fact]
    public void Tags_come_back()
    {
        foreach (var language in Enum.GetValues<Language>())
            LanguageTags.FromTag(language.Tag()).ShouldBe(language);
        LanguageTags.FromTag("fr").ShouldBe(Language.English);
    }
}
