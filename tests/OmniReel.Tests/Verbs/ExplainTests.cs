namespace OmniReel.Tests.Verbs;

/// <summary>What <c>explain</c> prints is read by people: kept word for word. OMNIREEL_GOLDEN=write renews the files in the checkout.</summary>
public sealed class ExplainTests
{
    private static readonly string Golden = Path.Combine(Checkout.Root, "tests", "OmniReel.Tests", "Verbs", "Golden");

    [Theory]
    [InlineData("accepted", "en", 0)]
    [InlineData("accepted", "zh", 0)]
    [InlineData("edit", "en", 0)]
    [InlineData("edit", "zh", 0)]
    [InlineData("refused", "en", 2)]
    [InlineData("refused", "zh", 2)]
    public async Task It_says_the_same_as_before(string name, string language, int code)
    {
        var said = await OmniReelProgram.SayAsync(false, "explain", Path.Combine(Golden, name + ".json"), "--lang", language);
        said.Code.ShouldBe(code, said.Error);
        said.Error.ShouldBe("");
        var kept = Path.Combine(Golden, $"{name}.{language}.txt");
        if (Environment.GetEnvironmentVariable("OMNIREEL_GOLDEN") is "write")
            await File.WriteAllTextAsync(kept, said.Output, TestContext.Current.CancellationToken);
        said.Output.ShouldBe(await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_terminal_s_language_is_the_default_and_quote_is_another_name()
    {
        var file = Path.Combine(Golden, "accepted.json");
        var chinese = await OmniReelProgram.SayAsync(true, "explain", file);
        chinese.Output.ShouldBe((await OmniReelProgram.SayAsync(false, "quote", file, "--lang", "zh")).Output);
    }

    [Fact]
    public async Task The_prices_are_those_of_the_server_over_the_same_folder()
    {
        using var folder = new TempFolder();
        var body = Path.Combine(Golden, "accepted.json");
        folder.Write("price-table.json", "{}");
        var refused = await OmniReelProgram.SayAsync(false, "explain", body, "--data", folder.Path);
        refused.Code.ShouldBe(2);
        refused.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(folder["price-table.json"]);
        (await OmniReelProgram.SayAsync(false, "explain", body, "--prices", folder["none.json"])).Error.ShouldContain("none.json");
    }

    [Fact]
    public async Task The_profile_decides_what_has_a_default()
    {
        using var folder = new TempFolder();
        var file = folder.Write("body.json", """{"prompt":"a beach"}""");
        (await OmniReelProgram.SayAsync(false, "explain", file)).Code.ShouldBe(2);
        (await OmniReelProgram.SayAsync(false, "explain", file, "--profile", "vendor")).Code.ShouldBe(0);
    }
}
