using OmniReel.Contract.Requests;
using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Tests.Rules;

public sealed class RuleTests
{
    [Theory]
    [MemberData(nameof(Rows))]
    public void A_rule_refuses_what_breaks_it_and_accepts_its_neighbour(int row)
    {
        var (rule, field, refused, accepted) = RuleRows.All[row];
        foreach (var language in Enum.GetValues<Language>())
        {
            var violations = Bodies.Read(Bodies.With(refused), language: language).Violations;
            var broken = violations.Where(v => v.Rule == rule && v.Field == field).ToList();
            broken.Count.ShouldBe(1, $"{rule} at {field}: found {string.Join("; ", violations)}");
            var said = broken[0].Message;
            said.ShouldStartWith(field + (language == Language.Chinese ? "：" : ": "));
            said.Length.ShouldBeGreaterThan(field.Length + 8);
            said.ShouldNotContain('\n');
            said.Any(c => c is >= '\u4e00' and <= '\u9fff').ShouldBe(language == Language.Chinese, said);
        }

        var result = Bodies.ReadWith(accepted);
        result.IsAccepted.ShouldBeTrue($"{rule}: {accepted}: {result.Message}");
    }

    [Fact]
    public void Every_rule_has_a_row_and_every_row_a_rule() =>
        RuleRows.All.Concat(ElementRuleRows.OfImages).Concat(ElementRuleRows.OfVideo).Select(row => row.Rule)
            .Append(RuleBook.SyntaxRule).Append("element_id_given").Distinct().Order()
            .ShouldBe(RuleBook.Catalogue.Select(rule => rule.Id).Order());

    [Fact]
    public void The_catalogue_is_worded_in_both_languages_and_its_ids_are_stable_words()
    {
        RuleBook.Catalogue.Select(rule => rule.Id).ShouldBeUnique();
        foreach (var rule in RuleBook.Catalogue)
        {
            rule.Id.ShouldMatch("^[a-z]+(_[a-z0-9]+)+$");
            rule.En.Length.ShouldBeGreaterThan(15);
            rule.Zh.ShouldContain('。');
        }
    }

    [Fact]
    public void All_broken_rules_are_reported_in_the_order_of_the_document()
    {
        var result = Bodies.Read("""
            {"duration":"99","aspect_ratio":"4:3","mode":"standard","sound":"loud","prompt":"","model_name":"kling-v3-omni",
             "image_list":[{"image_url":"x"},{"image_url":"https://a/b","type":"mid"}],"callback_url":"x"}
            """);
        result.Violations.Select(v => v.Field).ShouldBe(
            ["prompt", "sound", "image_list[0].image_url", "image_list[1].type", "mode", "aspect_ratio", "duration", "callback_url"]);
        result.Message.ShouldBe(result.Violations[0].Message);
    }

    [Theory]
    [InlineData("""{"mode":"standard"}""", "std")]
    [InlineData("""{"mode":"4K"}""", "4k")]
    [InlineData("""{"model_name":"kling-v3-Omni"}""", "kling-v3-omni")]
    [InlineData("""{"model_name":"kling-v3-omi"}""", "kling-v3-omni")]
    [InlineData("""{"aspect_ratio":"16：9"}""", "16:9")]
    [InlineData("""{"aspect_ratio":"16x9"}""", "16:9")]
    [InlineData("""{"sound":"On"}""", "on")]
    [InlineData("""{"multi_shot":true,"shot_type":"customise"}""", "customize")]
    public void A_near_miss_is_told_what_was_probably_meant(string changes, string meant) =>
        Bodies.ReadWith(changes).Message.ShouldContain($"did you mean {meant}?");

    [Fact]
    public void A_far_miss_is_told_the_choices_only() =>
        Bodies.ReadWith("""{"model_name":"sora"}""").Message.ShouldBe("""model_name: "sora" is not known; use kling-video-o1 or kling-v3-omni""");

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, RuleRows.All.Length)];
}
