using OmniReel.Contract.Rules;
using System.Text;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Tests.Reading;

public sealed class SyntaxTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("null", "one JSON object")]
    [InlineData("[]", "one JSON object")]
    [InlineData("\"x\"", "one JSON object")]
    [InlineData("{} {}", "not valid JSON")]
    [InlineData("{}x", "not valid JSON")]
    [InlineData("{\"a\":1,}", "not valid JSON")]
    [InlineData("{\"a\":01}", "not valid JSON")]
    [InlineData("{'a':1}", "not valid JSON")]
    [InlineData("{\"mode\":\"std\",\"mode\":\"std\"}", "\"mode\" twice")]
    [InlineData("{\"mode\":\"std\",\"m\\u006fde\":\"std\"}", "\"mode\" twice")]
    [InlineData("{\"x\":{\"y\":[{\"z\":1,\"z\":2}]}}", "\"z\" twice")]
    [InlineData("{\"image_list\":[{\"type\":1,\"type\":2}]}", "\"type\" twice")]
    [InlineData("{\"watermark_info\":{\"a\":1,\"a\":2}}", "\"a\" twice")]
    [InlineData("{\"prompt\":\"\\uD83C\"}", "surrogate")]
    [InlineData("{\"prompt\":\"\\uDF0A\\uD83C\"}", "surrogate")]
    [InlineData("{\"x\":[\"\\uD83Cx\\uDF0A\"]}", "surrogate")]
    [InlineData("{\"x\":\"\\uD83C\\n\\uDF0A\"}", "surrogate")]
    [InlineData("{\"mode\":\"\\uD83C\"}", "surrogate")]
    [InlineData("{\"\\uD83C\":1}", "surrogate")]
    public void A_body_that_cannot_be_read_says_why(string body, string says)
    {
        var result = Bodies.Read(body);
        result.IsAccepted.ShouldBeFalse();
        result.SyntaxError.ShouldNotBeNull().ShouldContain(says);
        result.Message.ShouldBe(result.SyntaxError);
        ErrorData.Of(result).Errors.ShouldHaveSingleItem().Rule.ShouldBe("json_syntax");
        Bodies.Read(body, language: Language.Chinese).SyntaxError.ShouldNotBeNull().ShouldStartWith("请求体");
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public void Bytes_that_are_no_text_are_refused_even_in_unknown_fields(byte[] bad)
    {
        byte[] body = [.. "{\"x\":\""u8, .. bad, .. "\"}"u8];
        RequestReader.Read(body, ApiProfile.Relay, TestElements.Instance, Language.English).SyntaxError.ShouldBe("The body is not valid UTF-8.");
    }

    [Fact]
    public void A_byte_order_mark_and_comments_are_tolerated()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("// before\n" + Bodies.Sound + "/* behind */ // end")];
        RequestReader.Read(body, ApiProfile.Relay, TestElements.Instance, Language.English).IsAccepted.ShouldBeTrue();
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void Thirty_two_levels_are_the_most(int inner, bool isRead)
    {
        var deep = new string('[', inner) + new string(']', inner);
        (Bodies.Read($$"""{"x":{{deep}}}""").SyntaxError is null).ShouldBe(isRead);
        (Bodies.Read($$"""{"image_list":{{deep}}}""").SyntaxError is null).ShouldBe(isRead);
        var objects = string.Concat(Enumerable.Repeat("{\"a\":", inner)) + "1" + new string('}', inner);
        (Bodies.Read($$"""{"x":{{objects}}}""").SyntaxError is null).ShouldBe(isRead);
    }

    [Fact]
    public void Whole_pairs_of_escapes_are_one_character() =>
        Bodies.Accepted("""{"prompt":"\uD83C\uDF0A"}""").Prompt.ShouldBe("🌊");

    [Fact]
    public void An_object_of_too_many_names_is_refused_and_one_of_many_is_not()
    {
        Bodies.Read("{" + string.Join(',', Enumerable.Range(0, 1001).Select(i => $"\"f{i}\":0")) + "}").SyntaxError.ShouldNotBeNull().ShouldContain("1,000 fields");
        RuleBook.Catalogue[0].En.ShouldContain("1,000 fields");
        var result = Bodies.Read(Bodies.Sound.Trim()[..^1] + "," + string.Join(',', Enumerable.Range(0, 900).Select(i => $"\"f{i}\":{{\"f{i}\":0}}")) + "}");
        result.IsAccepted.ShouldBeTrue(result.Message);
        result.Request.IgnoredFields.Count.ShouldBe(100);
    }

    [Fact]
    public void The_place_of_an_error_is_told() =>
        Bodies.Read("{\n  \"mode\": std\n}").SyntaxError.ShouldBe("The body is not valid JSON: line 2, byte 11 cannot be read.");
}
