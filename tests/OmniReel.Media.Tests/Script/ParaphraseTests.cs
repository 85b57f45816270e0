using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Script;

/// <summary>The same meaning in other words gives the same plan, seeds included, so the same film.</summary>
public sealed class ParaphraseTests
{
    public static TheoryData<string, string> Pairs => Table.Rows("""
        生成一个海边有一个人跳舞的视频 => a person dancing on the beach
        生成一个海边有一个人跳舞的视频 => 请帮我做一段有人在沙滩上起舞的短片
        生成一个海边有一个人跳舞的视频 => Generate a video of someone dancing by the sea
        生成一個海邊有一個人跳舞的視頻 => 生成一个海边有一个人跳舞的视频
        海边有一个人跳舞 xqzt blorb => 海边有一个人跳舞
        一个女孩在街上散步 => a girl strolls along the street
        一个女孩在街上散步 => A GIRL WALKING IN THE STREET
        女孩在雨中走过城市的街道 => a girl walks through the city in the rain
        穿红裙子的女孩在草地上跳舞 => a girl in a red dress dances in the meadow
        穿红裙子的女孩在草地上跳舞 => 草地上，一位身穿红色长裙的姑娘翩翩起舞
        夜晚的森林下着雪 => snow falling in the forest at night
        夜晚的森林下着雪 => a snowy night in the woods
        没有人的海滩 => an empty beach
        没有人的海滩 => a beach with no people
        城市，不下雨 => a city without rain
        镜头缓缓推近，海边的男人 => slow push in on a man at the seaside
        镜头向左平移，雪山 => truck left over snowy mountains
        镜头向左摇，雪山 => pan left over snowy mountains
        固定镜头，房间里的小孩 => static shot of a child in a room
        特写：一个女人 => close-up of a woman
        远景，日出时的山 => a wide shot of mountains at sunrise
        两个女孩在公园里跳舞 => two girls are dancing in the park
        一对情侣在日落的海边散步 => a couple walks on the beach at sunset
        月光下，一个男人站在桥上 => a man stands on a bridge under the moonlight
        下雨的城市 => rainy city
        下雨的城市 => it is raining in the city
        中午的草地 => a meadow at midday
        戴帽子的男人在麦田里走 => a man wearing a hat walks in a wheat field
        an old man sits in the kitchen => 一位老人坐在厨房里
        a woman walks in the rain without an umbrella => 一个女人在雨中走，没有伞
        a dancer at the seaside => the ballet of one dancer on the shore
        不是白天而是夜晚的海边 => the seaside, not at daytime but at night
        the beach at dusk, pull back => 黄昏的海滩，镜头拉远
        the beach at dusk, zoom out => 黄昏的海滩，变焦拉远
        a woman dances with ribbons and an open umbrella in the city => 城市里，一个女人拿着雨伞和丝带跳舞
        三个小孩在草地上奔跑 => three kids run in the field
        an old town at night. a man walks. => 夜晚的古镇，男人在走路
        一个人走在雪地里的森林中 => one person walks in a snow-covered forest
        beach 💃 => a woman dances on the beach
        ｂｅａｃｈ，ｎｉｇｈｔ => beach at night
        """);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_paraphrase_gives_the_same_plan_and_seed(string one, string other)
    {
        var (first, second) = (Reading.Shot(one), Reading.Shot(other));
        Reading.Line(first).ShouldBe(Reading.Line(second), $"{one} / {other}");
        first.Seed.ShouldBe(second.Seed);
    }

    [Fact]
    public void The_pairs_are_pairs()
    {
        foreach (var pair in Pairs) pair.Data.Item1.ShouldNotBe(pair.Data.Item2);
        TestContext.Current.TestOutputHelper!.WriteLine($"paraphrase pairs: {Pairs.Count}");
        Pairs.Count.ShouldBeGreaterThanOrEqualTo(30);
    }

    [Fact]
    public void Seeds_are_fixed_for_good() =>
        Reading.Shot("生成一个海边有一个人跳舞的视频").Seed.ShouldBe(13979171516968455249UL);

    [Fact]
    public void Every_understood_difference_changes_the_seed()
    {
        string[] prompts =
        [
            "a woman dances on the beach", "a man dances on the beach", "a woman walks on the beach", "a woman dances in the city",
            "a woman dances on the beach at night", "a woman dances on the beach in the rain", "a woman in red dances on the beach",
            "a woman dances on the beach, push in", "close-up, a woman dances on the beach", "two women dance on the beach",
            "a woman with a hat dances on the beach", "a woman dances on the beach in winter",
        ];
        prompts.Select(p => Reading.Shot(p).Seed).Distinct().Count().ShouldBe(prompts.Length);
    }

    [Fact]
    public void Equal_shots_of_one_film_differ_by_their_number_and_not_by_their_length()
    {
        var shots = Reading.Shots("a beach", "a beach").Plan.Shots;
        shots[0].Seed.ShouldNotBe(shots[1].Seed);
        Reading.Of("a beach", frames: 73).Plan.Shots[0].Seed.ShouldBe(shots[0].Seed);
    }
}
