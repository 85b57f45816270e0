using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Script;

/// <summary>From shot to shot people stay who they are, and what a shot does not say stays as it was.</summary>
public sealed class ContinuityTests
{
    [Theory]
    [InlineData("a woman in a red dress dances on the beach at night|she walks", "Sea Night Woman:Walk:Red")]
    [InlineData("穿红裙子的女孩在海边跳舞，夜晚|她走进城市", "City Night Woman:Walk:Red")]
    [InlineData("a woman in a red dress on the beach|a close-up", "Sea CloseUp Woman:Stand:Red")]
    [InlineData("一个女孩在雨中的街上走|特写", "City Rain CloseUp Woman:Walk+Umbrella")]
    [InlineData("a man walks in the snowy forest|dancing", "Forest Snow Winter Man:Dance")]
    [InlineData("a man walks in the forest|the city at night", "City Night Nobody")]
    [InlineData("a man walks in the forest|a dog", "Forest Nobody")]
    [InlineData("a man walks in the forest|", "Forest Man:Walk")]
    [InlineData("a man in a blue coat walks|a woman dances", "Woman:Dance !Blue !Man")]
    [InlineData("a man in a blue coat walks|the man stops and waits", "Man:Stand:Blue")]
    [InlineData("一个人在海边跳舞|他走进森林", "Forest Man:Walk")]
    [InlineData("a woman and a man on the beach|they dance", "Sea Woman:Dance Man:Dance")]
    [InlineData("a woman dances|a man walks|they dance", "Woman:Dance Man:Dance")]
    [InlineData("a woman on the beach|the empty city|she waits", "City Woman:Stand")]
    [InlineData("a girl in the rain in the city|no rain", "City Clear Woman !Umbrella")]
    [InlineData("a girl walks in the rain|no umbrella", "Rain Woman:Walk !Umbrella")]
    [InlineData("a girl on the beach|no people", "Sea Nobody")]
    [InlineData("a child with a hat plays in the garden|she dances", "Meadow Child:Dance+Hat")]
    [InlineData("a girl on the beach|不在海边，她跳舞", "Woman:Dance !Sea")]
    [InlineData("a girl dances by the sea, push in|she walks", "Sea Drift Full")]
    [InlineData("night city|a forest", "Forest Night")]
    [InlineData("a city|a forest at noon|a room", "Room Noon")]
    [InlineData("a snowy mountain|a rainy city", "City Rain Summer")]
    [InlineData("a man in the snow on a mountain|he walks in a rainy city", "City Rain Summer Man:Walk")]
    [InlineData("a winter mountain|a rainy city", "City Rain Winter")]
    [InlineData("summer in the city|a snowy mountain", "Mountains Winter")]
    [InlineData("a snowy city|a man dances", "City Snow Winter Man:Dance")]
    [InlineData("a man walks in the snowy forest|the city", "City Snow Winter")]
    [InlineData("a rainy city at night|a meadow at noon", "Meadow Noon Clear")]
    [InlineData("a rainy city at night|a bright meadow", "Meadow Night Clear")]
    [InlineData("a rainy city at night|a meadow", "Meadow Night Rain")]
    [InlineData("a woman in a black coat walks|she dances", "Woman:Dance:Black=Coat")]
    [InlineData("a woman in a coat walks|no coat", "Woman:Walk=Dress")]
    public void The_last_shot_carries_on(string prompts, string expected) =>
        Reading.ShouldSay(Reading.Shots(prompts.Split('|')).Plan.Shots[^1], expected, prompts);

    [Fact]
    public void A_later_pronoun_tells_who_a_person_was() =>
        Reading.Shots("一个人在海边跳舞", "他在走").Plan.Shots.ShouldAllBe(s => s.Figures.Single().Person == Person.Man);

    [Fact]
    public void Every_shot_keeps_its_own_frames()
    {
        var shots = Reading.Shots("a beach", "a city", "").Plan.Shots;
        shots.Select(s => s.Frames).ShouldBe([48, 48, 48]);
    }
}
