using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Script;

/// <summary>Places, seasons and what drifts through the air, as both languages name them.</summary>
public sealed class PlaceWordTests
{
    [Theory]
    [InlineData("a man walks in the desert", "一个男人走在沙漠里", Place.Desert)]
    [InlineData("sand dunes at sunset", "日落的沙丘", Place.Desert)]
    [InlineData("the gobi at night", "夜晚的戈壁", Place.Desert)]
    [InlineData("a woman dances underwater", "一个女人在水下跳舞", Place.Underwater)]
    [InlineData("a coral reef", "珊瑚礁", Place.Underwater)]
    [InlineData("the bottom of the sea", "海底", Place.Underwater)]
    [InlineData("a child on the moon", "月球上的孩子", Place.Moon)]
    [InlineData("the lunar surface", "月球表面", Place.Moon)]
    [InlineData("a man walks on mars", "一个男人走在火星上", Place.Mars)]
    [InlineData("outer space", "太空", Place.Space)]
    [InlineData("a girl in space", "宇宙中的女孩", Place.Space)]
    [InlineData("a ballerina dances on stage", "芭蕾舞者在舞台上跳舞", Place.Theatre)]
    [InlineData("a concert hall", "音乐厅", Place.Theatre)]
    [InlineData("a woman dances in the spotlight", "聚光灯下跳舞的女人", Place.Theatre)]
    [InlineData("a bride stands in a church", "新娘站在教堂里", Place.Church)]
    [InlineData("a cathedral at night", "夜晚的大教堂", Place.Church)]
    public void A_place_has_its_words(string english, string chinese, Place place)
    {
        foreach (var shot in Reading.Understood(english, chinese))
            shot.Place.ShouldBe(place);
    }

    [Fact]
    public void A_spotlight_away_from_a_stage_is_told_of() =>
        Reading.Of("a man dances in the spotlight in a meadow").ShouldSatisfyAllConditions(r => r.Plan.Shots[0].Place.ShouldBe(Place.Meadow), r => r.NotUnderstood.ShouldBe(["in the spotlight"]));

    [Theory]
    [InlineData("moonlight over the sea", Place.Sea)]
    [InlineData("a boat in the sea", Place.Sea)]
    [InlineData("a sandy beach", Place.Sea)]
    [InlineData("an open space between houses in the city", Place.City)]
    [InlineData("月光下的大海", Place.Sea)]
    [InlineData("海里的船", Place.Sea)]
    public void Words_that_only_sound_like_it_do_not_lead_there(string prompt, Place place) => Reading.Shot(prompt).Place.ShouldBe(place);

    [Theory]
    [InlineData("a meadow in autumn", "秋天的草地", Season.Autumn)]
    [InlineData("a forest in the fall", "深秋的森林", Season.Autumn)]
    [InlineData("a city street in spring", "春天的街道", Season.Spring)]
    [InlineData("a meadow in summer", "夏天的草地", Season.Summer)]
    [InlineData("a meadow in winter", "冬天的草地", Season.Winter)]
    public void A_season_has_its_words(string english, string chinese, Season season)
    {
        foreach (var shot in Reading.Understood(english, chinese))
            shot.Season.ShouldBe(season);
    }

    [Theory]
    [InlineData("a park, falling leaves", "公园，落叶纷飞", Aloft.Leaves)]
    [InlineData("cherry blossoms falling in the garden", "花园里樱花飘落", Aloft.Petals)]
    [InlineData("a meadow with fireflies", "草地上有萤火虫", Aloft.Fireflies)]
    [InlineData("a woman dances in the street, confetti", "一个女人在街上跳舞，彩纸屑", Aloft.Confetti)]
    [InlineData("a man in a sandstorm", "风沙中的男人", Aloft.Dust)]
    public void What_drifts_has_its_words(string english, string chinese, Aloft aloft)
    {
        foreach (var shot in Reading.Understood(english, chinese))
            shot.Aloft.ShouldBe(aloft);
    }

    [Theory]
    [InlineData("a park in autumn, no falling leaves")]
    [InlineData("秋天的公园，没有落叶")]
    [InlineData("a park in autumn")]
    public void Nothing_drifts_where_it_is_denied_or_not_said(string prompt) => Reading.Shot(prompt).Aloft.ShouldBeNull();

    [Fact]
    public void What_drifts_goes_on_in_the_next_shot_of_the_place_and_not_in_another()
    {
        var shots = Reading.Shots("a woman in the park, falling leaves", "close-up of the woman", "she is in a room").Plan.Shots;
        shots.Select(s => s.Aloft).ShouldBe([Aloft.Leaves, Aloft.Leaves, null]);
    }

    [Fact]
    public void Nothing_aloft_leaves_the_seed_as_it_was()
    {
        Reading.Shot("a woman in the park").Seed.ShouldNotBe(Reading.Shot("a woman in the park, confetti").Seed);
        Reading.Shot("a woman in the park").Seed.ShouldBe(Reading.Shot("a woman in the park, no confetti").Seed);
    }

    [Fact]
    public void Who_was_met_in_autumn_is_dressed_for_it_later_too() =>
        Reading.Shots("a woman in a meadow in autumn at noon", "she dances on the beach").Plan.Shots[1].Figures[0].As!.Season.ShouldBe(Season.Autumn);
}
