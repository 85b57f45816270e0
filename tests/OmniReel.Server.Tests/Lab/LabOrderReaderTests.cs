using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Tests.Lab;

public sealed class LabOrderReaderTests
{
    [Fact]
    public void Orders_are_read_with_their_values_and_written_so_that_they_are_read_again()
    {
        var orders = LabOrderReader.Read("slate, error; code=1303; times=3,Fail;AT=Storing ; message=\"a, b; \\\"c\\\"\",  ");
        orders.Select(one => one.Id).ShouldBe(["error", "fail"]);
        orders[0].Times.ShouldBe(3);
        (orders[1].Word("at"), orders[1].Word("message"), orders[1].Number("percent")).ShouldBe(("storing", "a, b; \"c\"", 50));
        var again = LabOrderReader.Read(string.Join(", ", orders));
        again.Select(one => one.ToString()).ShouldBe(orders.Select(one => one.ToString()));
        again[1].Word("message").ShouldBe("a, b; \"c\"");
    }

    [Theory]
    [InlineData("eror", "no scenario \"eror\"", "error, drop")]
    [InlineData("error; cod=1", "no parameter \"cod\"", "code, retry")]
    [InlineData("error; code=42", "code is one of", "1303")]
    [InlineData("slow; seconds=soon", "seconds is a number", "not \"soon\"")]
    [InlineData("slow; seconds=NaN", "seconds is a number", "not \"NaN\"")]
    [InlineData("slow; seconds=Infinity", "seconds is a number", "not \"Infinity\"")]
    [InlineData("slow; seconds=-∞", "seconds is a number", "not \"-∞\"")]
    [InlineData("stuck; at=100", "at is a number from 0 to 99", "not \"100\"")]
    public void What_cannot_be_read_says_what_would_be_right(string text, string wrong, string right)
    {
        var refused = Should.Throw<LabOrderException>(() => LabOrderReader.Read(text));
        refused.Message.ShouldContain(wrong);
        refused.Message.ShouldContain(right);
        refused.Chinese.ShouldNotBe(refused.Message);
    }
}
