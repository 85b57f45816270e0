using OmniReel.CommandLine;

namespace OmniReel.Tests.CommandLine;

public sealed class SpeechTests
{
    [Theory]
    [InlineData("zh_CN.UTF-8", null, null, true)]
    [InlineData("zh_TW", null, null, true)]
    [InlineData("en_US.UTF-8", null, null, false)]
    [InlineData(null, null, null, false)]
    [InlineData("en_US.UTF-8", null, "zh_CN.UTF-8", true)]
    [InlineData("zh_CN.UTF-8", "C", null, false)]
    [InlineData("zh_CN.UTF-8", "", "", true)]
    public void The_environment_decides_as_POSIX_orders_it(string? lang, string? messages, string? all, bool chinese) =>
        Speech.FromEnvironment(name => name switch { "LANG" => lang, "LC_MESSAGES" => messages, "LC_ALL" => all, _ => null }).IsChinese.ShouldBe(chinese);

    [Theory]
    [InlineData("srve", "serve")]
    [InlineData("genrate", "generate")]
    [InlineData("xyz", null)]
    public void A_near_miss_is_recognised(string typed, string? meant) =>
        Complaint.Closest(typed, ["serve", "generate", "explain"]).ShouldBe(meant);
}
