using OmniReel.Media.Plans;
using OmniReel.Media.Script;

namespace OmniReel.Media.Tests.Script;

/// <summary>What is spoken is found, with who speaks it in which language, and is not drawn.</summary>
public sealed class DialogueTests
{
    public static TheoryData<string, string> Lines => Table.Rows("""
        她说：“你好”                                                    => Woman zh 你好
        海边，一个女人说：“下雪了。”                                        => Woman zh 下雪了。
        男人低声说道：「我们回家吧」                                         => Man zh 我们回家吧
        小男孩大喊：“快看！大海！”                                          => Child zh 快看！大海！
        旁白：“很久以前，有一座山。”                                         => Narrator zh 很久以前，有一座山。
        旁白：春天来了。一个女孩在草地上跳舞                                   => Narrator zh 春天来了。
        “你去哪里？”她问。                                               => Woman zh 你去哪里？
        她说：“你好。”男人回答：“再见。”                                     => Woman zh 你好。 | Man zh 再见。
        画外音："故事开始了"                                              => Narrator zh 故事开始了
        她用英语说："Good morning"                                      => Woman en Good morning
        She says "hello"                                              => Woman en hello
        A man by the sea says: "The snow is falling."                 => Man en The snow is falling.
        The woman whispers, “don't go”                                => Woman en don't go
        she says 'the snow is falling' on the beach                   => Woman en the snow is falling
        Narrator: "Once upon a time."                                 => Narrator en Once upon a time.
        narrator: Once upon a time there was a city. A woman walks.   => Narrator en Once upon a time there was a city.
        voiceover: "This is the sea"                                  => Narrator en This is the sea
        "Where are you?" she asks.                                    => Woman en Where are you?
        "Wait," the boy shouted, running                              => Child en Wait,
        A girl asks "why?" and then "how?"                            => Woman en why? | Woman en how?
        He tells her "I love the rain".                               => Man en I love the rain
        她对他说：“别走。”                                              => Woman zh 别走。
        A dancer in the room. Dialogue: "one, two, three"             => Woman en one, two, three
        a shop sign that says "RAIN BAR"                              => -
        牌子上写着“雪山”                                                => -
        a film called "Snow Country"                                  => -
        一只名叫“大海”的猫                                               => -
        a woman's dress by the sea, the dancers' hall                 => -
        it is "windy"                                                 => -
        """);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Lines_are_found_with_their_speakers(string prompt, string expected)
    {
        var reading = Reading.Of(prompt);
        var lines = SoundPlanner.Of(reading.Plan, reading).Lines;
        var said = string.Join(" | ", lines.Select(line => $"{line.Speaker} {line.Language} {line.Text}"));
        (said.Length == 0 ? "-" : said).ShouldBe(expected, prompt);
    }

    [Theory]
    [InlineData("A woman by the sea says \"the snow is falling in the city\"", "A woman by the sea says")]
    [InlineData("She says 'it is night' on the beach", "She says on the beach")]
    [InlineData("海边，她说：“城市下雪了”", "海边，她说：")]
    [InlineData("旁白：“夜晚的城市。”一个女人在草地上跳舞", "一个女人在草地上跳舞")]
    [InlineData("“雨停了，去山上跳舞吧！”女人站在海边说", "女人站在海边说")]
    public void Speech_is_not_seen(string spoken, string silent)
    {
        var reading = Reading.Of(spoken);
        Reading.Line(reading.Plan.Shots[0]).ShouldBe(Reading.Line(Reading.Shot(silent)));
        reading.Plan.Shots[0].Seed.ShouldBe(Reading.Shot(silent).Seed);
        reading.NotUnderstood.ShouldBeEmpty();
    }

    [Fact]
    public void A_sign_is_still_read() => Reading.Shot("a woman beside a sign that says \"snow\"").Weather.ShouldBe(Weather.Snow);

    [Fact]
    public void Each_line_has_the_room_of_its_own_shot()
    {
        var reading = Reading.Shots("a beach, she says \"one\"", "a forest", "a city, he says \"two\" and \"three\"");
        SoundPlanner.Of(reading.Plan, reading).Lines.Select(l => (l.Text, l.Start, l.Frames)).ShouldBe([("one", 0, 48), ("two", 96, 48), ("three", 96, 48)]);
        var divided = Reading.Divided("A woman walks in the city. Then a man stands by the sea and says \"Wait. I am coming.\" Then a child dances in a meadow.");
        divided.Plan.Shots.Count.ShouldBe(3);
        var line = SoundPlanner.Of(divided.Plan, divided).Lines.ShouldHaveSingleItem();
        (line.Speaker, line.Text, line.Start, line.Frames).ShouldBe((Speaker.Man, "Wait. I am coming.", divided.Plan.Shots[0].Frames, divided.Plan.Shots[1].Frames));
    }

    [Fact]
    public void Signs_that_mark_lines_for_us_mean_nothing_in_a_prompt()
    {
        var reading = Reading.Of("a beach \uE000\uE001 she says \"hi\"");
        SoundPlanner.Of(reading.Plan, reading).Lines.ShouldHaveSingleItem().Text.ShouldBe("hi");
        Reading.Of("\uE005").Sound.ShouldNotBeNull();
        SoundPlanner.Of(Reading.Of("\uE005").Plan, Reading.Of("\uE005")).Lines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("she says \"")]
    [InlineData("她说：“")]
    [InlineData("she says \"\" and \"'\"")]
    [InlineData("旁白：")]
    [InlineData("narrator:\n\"\n“”「")]
    public void Broken_quotations_break_nothing(string prompt) => SoundPlanner.Of(Reading.Of(prompt).Plan, Reading.Of(prompt)).Lines.ShouldBeEmpty();
}
