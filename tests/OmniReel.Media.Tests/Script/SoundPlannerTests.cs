using OmniReel.Media.Plans;
using OmniReel.Media.Script;

namespace OmniReel.Media.Tests.Script;

/// <summary>What films sound like, by what is seen and by what prompts of both languages say.</summary>
public sealed class SoundPlannerTests
{
    public static TheoryData<string, string> Beds => Table.Rows("""
        a beach at noon                               => Waves Wind
        a city street at noon                         => Traffic
        a forest in the morning                       => Leaves Birds
        a forest at night                             => Leaves Crickets Owl
        a forest in winter                            => Wind
        mountains at noon                             => Wind Birds
        a meadow at noon                              => Leaves Birds Insects
        a meadow at night                             => Leaves Crickets
        a room at night                               => RoomTone Clock
        a meadow in the rain                          => Wind Rain
        a city in the snow                            => Traffic SnowHush
        a room, rain outside                          => RoomTone Clock Rain
        a man walks on the beach                      => Waves Wind Footsteps
        a man swims under water                       => Stream
        a woman dances in a room                      => RoomTone Clock Cloth
        the sound of waves in a room                  => Waves! RoomTone Clock
        birdsong in the city at noon                  => Birds! Traffic
        海边的鸟鸣                                     => Birds! Waves Wind
        雨声，房间                                     => Rain! RoomTone Clock
        thunder over the sea                          => Thunder! Waves Wind Rain
        a forest at noon without birdsong             => Leaves
        森林，中午，没有鸟鸣                             => Leaves
        a beach, no sound of waves                    => Wind
        crowd murmur and applause in a hall           => Crowd! Applause! RoomTone Clock
        a temple bell in the mountains at noon        => Bell! Wind Birds
        没有声音的海边                                  => -
        silent film of a city                         => -
        """);

    [Theory]
    [MemberData(nameof(Beds))]
    public void The_bed_is_made_of(string prompt, string expected)
    {
        var bed = Sound(prompt).Bed;
        var said = string.Join(' ', bed.Select(b => b.Sound + (b.Named ? "!" : "")));
        (said.Length == 0 ? "-" : said).ShouldBe(expected, prompt);
        bed.ShouldAllBe(b => b.Start == 0 && b.Frames == Reading.FiveSeconds);
    }

    public static TheoryData<string, string> Pieces => Table.Rows("""
        a beach at noon                                    => Gong 66 Zither pad
        a beach at night                                   => Yu 58 Zither pad
        a woman dances on the beach at sunset              => Zhi 96 Zither pad drum
        a child walks in a meadow at noon                  => Gong 92 Bells pad
        a woman stands in a room at night                  => Yu 58 Piano pad
        mountains at sunrise                               => Gong 66 Flute pad
        a city in the rain at night                        => Shang 52 Piano pad
        soft piano music by the sea at noon                => Gong 54 Piano pad named
        轻柔的钢琴曲，中午的海边                              => Gong 54 Piano pad named
        古筝，夜晚的海边                                    => Yu 58 Zither pad named
        笛声，中午的城市                                    => Gong 66 Flute pad named
        a sad woman on the beach at noon                   => Yu 54 Zither pad
        happy music, a man dances on the beach at noon     => Gong 110 Zither pad drum named
        欢快的音乐，一个男人中午在海边跳舞                     => Gong 118 Zither pad drum named
        drums, the sea at noon                             => Gong 66 Drum drum named
        guitar music in the forest at noon                 => Gong 66 Guitar pad named
        a beach, no music                                  => none
        海边，没有音乐                                      => none
        海边，不要音乐                                      => none
        a beach without music, a woman dances              => none
        a beach, no piano music, at noon                   => Gong 66 Zither pad
        a woman dances on the beach at noon, no drums      => Gong 96 Zither pad
        静音，海边                                         => none
        """);

    [Theory]
    [MemberData(nameof(Pieces))]
    public void The_music_is(string prompt, string expected)
    {
        var music = Sound(prompt).Music;
        var said = music is null ? "none" : $"{music.Mode} {music.Tempo} {music.Lead}{(music.HasPad ? " pad" : "")}{(music.HasDrum ? " drum" : "")}{(music.Named ? " named" : "")}";
        said.ShouldBe(expected, prompt);
    }

    [Theory]
    [InlineData("a woman dances by the sea at sunset", "日落时一个女人在海边跳舞")]
    [InlineData("a man walks in the city in the rain at night", "夜晚，一个男人在雨中的城市里走")]
    [InlineData("birdsong, a forest in the morning, flute music", "鸟鸣，清晨的森林，笛声")]
    [InlineData("a room at night, no music, a ticking clock", "夜晚的房间，没有音乐，滴答声")]
    public void Both_languages_sound_alike(string english, string chinese) =>
        Sound(chinese).ShouldBeEquivalentTo(Sound(english));

    [Theory]
    [InlineData("a beach at noon", "a beautiful glorp of a beach at noon")]
    [InlineData("a woman dances", "please make a film of a woman dancing, 4k")]
    public void What_is_not_understood_changes_nothing(string plain, string odd) => Sound(odd).ShouldBeEquivalentTo(Sound(plain));

    [Theory]
    [InlineData("a beach at noon", "a beach at noon, birdsong and flute music")]
    [InlineData("正午的海滩", "正午的海滩，鸟鸣，没有音乐")]
    [InlineData("a quiet beach at noon", "a beach at noon, total silence")]
    public void Words_of_sound_change_nothing_that_is_seen(string plain, string sounding) =>
        Reading.Shot(sounding).Seed.ShouldBe(Reading.Shot(plain).Seed);

    [Fact]
    public void What_goes_on_over_a_cut_is_one_sound()
    {
        var reading = Reading.Shots("a man walks on the beach", "the beach, close-up of a man", "a forest at noon");
        var bed = SoundPlanner.Of(reading.Plan, reading).Bed;
        bed.Where(b => b.Sound == Heard.Waves).ShouldHaveSingleItem().Frames.ShouldBe(96);
        bed.Where(b => b.Sound == Heard.Birds).ShouldHaveSingleItem().Start.ShouldBe(96);
    }

    [Fact]
    public void A_negative_prompt_silences() =>
        Sound("a forest at noon", "birdsong, music").ShouldSatisfyAllConditions(s => s.Music.ShouldBeNull(), s => s.Bed.ShouldNotContain(b => b.Sound == Heard.Birds));

    [Theory]
    [InlineData("a beach with drums", "")]
    [InlineData("a beach, a siren wails", "siren|wails")]
    [InlineData("violin music on the beach", "violin music")]
    [InlineData("远处的雷声，海边", "")]
    [InlineData("海边有狗叫", "叫")]
    public void What_cannot_be_made_is_reported(string prompt, string expected) =>
        string.Join('|', Reading.Of(prompt).NotUnderstood).ShouldBe(expected);

    private static SoundPlan Sound(string prompt, string negative = "")
    {
        var reading = Reading.Of(prompt, negative);
        return SoundPlanner.Of(reading.Plan, reading);
    }
}
