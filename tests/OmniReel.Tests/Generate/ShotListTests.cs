using System.Text;
using OmniReel.Client;
using OmniReel.CommandLine;
using OmniReel.Generate;

namespace OmniReel.Tests.Generate;

public sealed class ShotListTests
{
    [Theory]
    [InlineData("1 a beach at noon\n# then\n\n3s: a dark forest\n2秒 雪山日出\n")]
    [InlineData("""[{"index":1,"prompt":"a beach at noon","duration":"1"},{"index":2,"prompt":"a dark forest","duration":3},{"prompt":"雪山日出","duration":"2"}]""")]
    public void Lines_and_JSON_say_the_same(string file)
    {
        var shots = ShotList.Read(Encoding.UTF8.GetBytes(file), "shots", new Speech(false));
        shots.ShouldBe([new NewShot(1, "a beach at noon", "1"), new NewShot(2, "a dark forest", "3"), new NewShot(3, "雪山日出", "2")]);
        ShotList.TotalSeconds(shots).ShouldBe("6");
    }

    [Theory]
    [InlineData("2 she dances", "she dances")]
    [InlineData("2 s she dances", "s she dances")]
    [InlineData("2s she dances", "she dances")]
    [InlineData("2s: sunset", "sunset")]
    [InlineData("2\tsssnow", "sssnow")]
    [InlineData("2：夕阳", "夕阳")]
    [InlineData("2秒：秒针在走", "秒针在走")]
    [InlineData("2 秒针在走", "秒针在走")]
    public void A_unit_touches_its_number_and_a_prompt_keeps_its_first_letter(string line, string prompt) =>
        ShotList.Read(Encoding.UTF8.GetBytes(line), "shots", new Speech(false)).Single().ShouldBe(new NewShot(1, prompt, "2"));

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("[{\"prompt\":7,\"duration\":\"1\"}]")]
    [InlineData("[{\"prompt\":\"x\"}]")]
    [InlineData("[")]
    [InlineData("5")]
    [InlineData("123 too many digits")]
    public void Anything_else_is_bad_input(string file) =>
        Should.Throw<BadInputException>(() => ShotList.Read(Encoding.UTF8.GetBytes(file), "shots", new Speech(false)));
}
