using OmniReel.Media.Encoding;

namespace OmniReel.Media.Tests.Encoding;

public sealed class LastLinesTests
{
    [Fact]
    public void The_last_line_that_says_something_is_kept_and_cut()
    {
        var lines = new LastLines();
        for (var i = 0; i < 1000; i++)
            lines.Add($"line {i}");
        lines.Add(new string('x', 5000));
        lines.Add(" ");
        lines.Add(null);

        lines.Last.Length.ShouldBe(400);
    }

    [Fact]
    public void Nothing_said_is_empty() => new LastLines().Last.ShouldBe("");
}
