using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Script;

/// <summary>One prompt becomes several shots: at its marks, at its sentences, or in several sizes.</summary>
public sealed class DivisionTests
{
    [Theory]
    [InlineData("A woman dances on the beach.", 241, 3)]
    [InlineData("A woman dances on the beach.", 73, 2)]
    [InlineData("A woman dances on the beach.", 30, 1)]
    [InlineData("A woman dances on the beach. Then she walks into the city.", 241, 2)]
    [InlineData("女孩在海边跳舞，然后走进森林，最后站在山顶", 241, 3)]
    [InlineData("女孩在海边跳舞。接着她在城市里走。之后她在房间里。", 241, 3)]
    [InlineData("Shot 1: a beach. Shot 2: a city. Shot 3: a forest. Shot 4: a room.", 241, 4)]
    [InlineData("Scene 1 - a beach at dawn\nScene 2 - a city at night", 241, 2)]
    [InlineData("镜头一：海边。镜头二：城市。", 241, 2)]
    [InlineData("第一个镜头，女孩在海边；第二个镜头，她在跳舞；第三个镜头，特写", 241, 3)]
    [InlineData("分镜1：海边 分镜2：城市", 241, 2)]
    [InlineData("1. a beach 2. a city 3. a forest", 241, 3)]
    [InlineData("1、海边\n2、城市\n3、森林", 241, 3)]
    [InlineData("In a red dress, a girl. Golden light. Slow push in. Cinematic.", 241, 3)]
    [InlineData("a beach. a city. a forest. a room. mountains. a meadow. a street. a lake.", 361, 6)]
    [InlineData("a beach. a city. a forest. a room. mountains. a meadow.", 73, 3)]
    [InlineData("She walks through the city, past the shops, and dances in a red dress.", 241, 3)]
    [InlineData("She walks in the city, dances on the beach, then waits in a room.", 241, 3)]
    [InlineData("", 241, 2)]
    [InlineData("🌊", 241, 2)]
    public void A_prompt_has_so_many_shots(string prompt, int frames, int shots) =>
        Reading.Divided(prompt, frames).Plan.Shots.Count.ShouldBe(shots);

    [Theory]
    [InlineData("A woman in red dances on the beach at sunset. Then she walks into the city.", "Sea Sunset Woman:Dance:Red", "City Sunset Woman:Walk:Red")]
    [InlineData("镜头一：海边日出，一个女孩站着。镜头二：女孩跳舞，特写。", "Sea Sunrise Woman:Stand", "Sea Sunrise CloseUp Woman:Dance")]
    [InlineData("A woman in a red dress at night. Shot 1: she walks in the city. Shot 2: she dances on the beach.", "City Night Woman:Walk:Red", "Sea Night Woman:Dance:Red")]
    [InlineData("A woman dances on the beach. She walks. No ribbons.", "Sea Woman:Dance !Ribbons", "Sea Woman:Walk !Ribbons")]
    [InlineData("A woman walks. She stops in the street. No rain.", "City Clear", "City Clear Woman:Stand")]
    [InlineData("A woman walks. A beach at night with a woman.", "Sea Night Woman:Walk", "Sea Night Woman:Walk")]
    [InlineData("A woman walks in the street. Then it rains on the woman.", "City Clear !Umbrella", "City Rain Woman:Walk+Umbrella")]
    [InlineData("走出家门；穿过街道来到公园", "City Woman:Walk", "Meadow Woman:Walk")]
    public void Beats_read_as_a_story(string prompt, string first, string second)
    {
        var shots = Reading.Divided(prompt).Plan.Shots;
        Reading.ShouldSay(shots[0], first, prompt);
        Reading.ShouldSay(shots[1], second, prompt);
    }

    [Fact]
    public void A_comma_with_another_place_is_a_cut_and_a_bright_noon_ends_the_rain()
    {
        const string prompt = "A woman walks through a rainy city at night, stops at a window, then dances in a bright meadow at noon";
        var shots = Reading.Divided(prompt).Plan.Shots;
        shots.Count.ShouldBe(3);
        Reading.ShouldSay(shots[0], "City Night Rain Woman:Walk+Umbrella", prompt);
        Reading.ShouldSay(shots[1], "Room Night Rain Woman:Stand", prompt);
        Reading.ShouldSay(shots[2], "Meadow Noon Clear Woman:Dance", prompt);
    }

    [Fact]
    public void One_beat_is_seen_wide_then_nearer_with_the_same_people()
    {
        var shots = Reading.Divided("穿红裙子的女孩在海边跳舞").Plan.Shots;
        shots.Select(s => s.Size).ShouldBe([ShotSize.Wide, ShotSize.Medium, ShotSize.CloseUp]);
        shots.ShouldAllBe(s => s.Place == Place.Sea && s.Figures.Single().Clothing == NamedColor.Red);
    }

    [Fact]
    public void A_size_that_is_said_comes_first() =>
        Reading.Divided("close-up of a girl dancing").Plan.Shots.Select(s => s.Size).ShouldBe([ShotSize.CloseUp, ShotSize.Wide, ShotSize.Medium]);

    [Fact]
    public void No_cut_joins_one_place_at_one_size()
    {
        var shots = Reading.Divided("A girl walks on the beach. She dances. She waits. She walks.").Plan.Shots;
        shots.Zip(shots.Skip(1)).ShouldAllBe(cut => cut.First.Size != cut.Second.Size);
    }

    [Theory]
    [InlineData(73)]
    [InlineData(121)]
    [InlineData(241)]
    [InlineData(361)]
    public void Cuts_fall_on_whole_seconds_and_no_frame_is_lost(int frames)
    {
        var shots = Reading.Divided("a beach. a city. a forest. a room.", frames).Plan.Shots;
        shots.Sum(s => s.Frames).ShouldBe(frames);
        shots.SkipLast(1).ShouldAllBe(s => s.Frames % FilmPlan.FrameRate == 0 && s.Frames >= FilmPlan.FrameRate);
        shots[^1].Frames.ShouldBeGreaterThanOrEqualTo(FilmPlan.FrameRate);
    }
}
