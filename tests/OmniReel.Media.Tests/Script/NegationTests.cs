namespace OmniReel.Media.Tests.Script;

/// <summary>What is negated is absent, and no default brings it back.</summary>
public sealed class NegationTests
{
    public static TheoryData<string, string> Prompts => Table.Rows("""
        no people on the beach => Sea Nobody
        a beach without people => Sea Nobody
        nobody dances on the beach => Sea Nobody
        an empty street at night => City Night Nobody
        deserted beach => Sea Nobody
        海边没有人 => Sea Nobody
        海边，不要有人 => Sea Nobody
        空无一人的街道 => City Nobody
        没有人在海边跳舞 => Sea Nobody
        在没有人的街道上，下着雨 => City Rain Nobody
        没有人、车和雨的海边 => Sea Clear Nobody
        城市，不下雨 => City Clear
        不要下雨，城市 => City Clear
        a city without rain => City Clear
        no rain, a city at noon => City Noon Clear
        without rain in the city => City Clear
        a woman walks in the rain without an umbrella => Rain Woman:Walk !Umbrella
        雨中散步的女孩，没有伞 => Rain Woman:Walk !Umbrella
        女孩没打伞，在雨中走 => Rain Woman:Walk !Umbrella
        下雨，女孩走在街上，不要雨伞 => Rain Woman:Walk !Umbrella
        a woman dances, no ribbons => Woman:Dance !Ribbons
        no snow, a forest in winter => Forest Clear Winter
        冬天的森林，没有下雪 => Forest Clear Winter
        a woman, not dancing => Woman:Stand
        一个女孩不跳舞，只是站着 => Woman:Stand
        she doesn't walk, she dances => Woman:Dance
        不要走，跳舞 => Woman:Dance
        not at the beach, a woman dances => Woman:Dance !Sea
        不在海边，一个女孩跳舞 => Woman:Dance !Sea
        a city, not at night => City !Night
        城市，不要夜晚 => City !Night
        not the city but the forest => Forest
        不是城市，而是森林 => Forest
        不是白天而是夜晚的海边 => Sea Night
        no man, a woman walks => Woman:Walk !Man
        a person, not a woman => !Woman Man
        a girl in the park, no other people => Meadow Woman
        只有一个女孩，没有其他人，公园 => Meadow Woman
        a girl alone, no people => Woman
        no camera movement, a beach => Sea Static
        the camera does not move, a forest => Forest Static
        不要镜头运动，森林 => Forest Static
        镜头不要移动，海边 => Sea Static
        no zoom in, static shot => Static
        不要推近，拉远 => Pull
        no close-up, a woman => Woman Full
        not without rain, a city => City Rain
        不是没有雨的城市 => City Rain
        never stops dancing => Woman:Dance
        女孩不停地跳舞 => Woman:Dance
        女孩忍不住跳舞 => Woman:Dance
        非常美丽的海边 => Sea
        别墅旁的女孩 => Woman
        no one except a girl in the forest => Forest Woman
        除了女孩没有人，森林 => Forest Woman
        everything except rain, in the city => City Clear
        the beach without people, cars, or rain => Sea Clear Nobody
        no rain or snow, mountains => Mountains Clear
        no rain and a woman dances => Clear Woman:Dance
        no rain but snow => Snow
        no people. A woman dances. => Woman:Dance
        not a red dress but a blue dress, a woman => Woman:Stand:Blue !Red
        a woman without a hat => Woman !Hat
        不戴帽子的男人 => Man !Hat
        not sunny, a beach => Sea !Clear
        没有狗的公园里，一个小孩在走 => Meadow Child:Walk
        rain stopped in the city => City Clear
        雨停了，街道 => City Clear
        no sea, no city, no forest => Meadow
        別下雨，城市 => City Clear
        no people at night => Night Nobody
        no people in the rain => Rain Nobody
        no cars in the rain, city => City Rain
        a woman without a hat in the rain => Rain Woman !Hat
        a man without a coat dancing in the rain => Rain Man:Dance !Coat
        a man without a coat in the snow => Snow Man:Stand=Shirt
        a woman without a coat, winter => Winter Woman:Stand=Dress
        a person with no hat dancing => Woman:Dance !Hat
        a woman without an umbrella walks => Woman:Walk !Umbrella
        a man without fear walks in the snow => Snow Man:Walk
        no fear walks in the snow => Snow Woman:Walk
        a woman, no hat, umbrella or dancing => Woman:Stand !Umbrella
        no people dancing on the beach => Sea Nobody
        no street dancing, a woman => Woman:Stand
        not in the rain, a woman walks => Woman:Walk !Rain
        nobody by the window => Room Nobody
        a woman, not in a red dress => Woman:Stand !Red
        """);

    public static TheoryData<string, string> NegativePrompts => Table.Rows("""
        a beach at night | people => Sea Night Nobody
        a woman dances | people => Nobody
        a woman dances | woman => Nobody
        a person dances | woman => Man:Dance
        a rainy city | rain => City Clear
        下雨的城市 | 下雨 => City Clear
        雨中散步的女孩 | 伞 => Rain Woman:Walk !Umbrella
        a woman dances | sea => Woman:Dance !Sea
        a dancer | no beach, no ribbons => Woman:Dance !Sea !Ribbons
        城市 | 夜晚，模糊，低质量 => City !Night
        海边 | 没有人 => Sea Nobody
        a forest | camera movement => Forest Static
        a woman in a red dress | red dress => Woman:Stand=Dress !Red
        a woman in a coat | coat => Woman:Stand=Dress
        a man walks in the snow | jacket => Snow Man:Walk=Shirt
        a city | blurry, low quality, watermark, text => City Noon
        mountains | close-up, rain, snow => Mountains Clear
        """);

    [Theory]
    [MemberData(nameof(Prompts))]
    public void A_negated_item_is_absent(string prompt, string expected) => Reading.ShouldSay(Reading.Shot(prompt), expected, prompt);

    [Theory]
    [MemberData(nameof(NegativePrompts))]
    public void The_negative_prompt_is_negated_as_a_whole(string prompts, string expected)
    {
        var parts = prompts.Split('|', StringSplitOptions.TrimEntries);
        Reading.ShouldSay(Reading.Shot(parts[0], parts[1]), expected, prompts);
    }

    [Fact]
    public void The_tables_are_as_large_as_they_claim()
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"negation rows: {Prompts.Count} in prompts, {NegativePrompts.Count} negative prompts");
        Prompts.Count.ShouldBeGreaterThanOrEqualTo(40);
    }
}
