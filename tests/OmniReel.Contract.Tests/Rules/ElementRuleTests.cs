using System.Text;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using static OmniReel.Contract.Tests.Rules.ElementRuleRows;

namespace OmniReel.Contract.Tests.Rules;

public sealed class ElementRuleTests
{
    private static readonly (string Body, ElementForm Form, (string Rule, string Field, string Refused, string Accepted) Row)[] s_rows =
    [
        .. OfImages.Select(row => (FromImages, ElementForm.Advanced, row)),
        .. OfVideo.Select(row => (FromVideo, ElementForm.Advanced, row)),
        .. OfSimple.Select(row => (Simple, ElementForm.Simple, row)),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, s_rows.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_rule_refuses_what_breaks_it_and_accepts_its_neighbour(int at)
    {
        var (body, form, (rule, field, refused, accepted)) = s_rows[at];
        foreach (var language in Enum.GetValues<Language>())
        {
            var violations = Read(With(body, refused), form, language).Violations;
            var broken = violations.Where(v => v.Rule == rule && v.Field == field).ToList();
            broken.Count.ShouldBe(1, $"{rule} at {field}: found {string.Join("; ", violations)}");
            var said = broken[0].Message;
            said.ShouldStartWith(field + (language == Language.Chinese ? "：" : ": "));
            said.ShouldNotContain('\n');
            said.Any(c => c is >= '\u4e00' and <= '\u9fff').ShouldBe(language == Language.Chinese, said);
        }

        var result = Read(With(body, accepted), form);
        result.IsAccepted.ShouldBeTrue($"{rule}: {accepted}: {result.Message}");
    }

    [Fact]
    public void All_broken_rules_are_reported_at_once_in_the_order_of_the_document()
    {
        var result = Read("""{"external_task_id":".","tag_list":[{"tag_id":"x"}],"reference_type":"image_refer","element_image_list":{"refer_images":[{}]}}""");
        result.Violations.Select(v => v.Field).ShouldBe(
            ["element_name", "element_description", "element_image_list.frontal_image", "element_image_list.refer_images[0].image_url", "tag_list[0].tag_id", "external_task_id"]);
        result.Message.ShouldBe(result.Violations[0].Message);
    }

    [Fact]
    public void An_accepted_body_says_what_it_said()
    {
        var request = Read(With(FromImages, """
            {"tag_list":[{"tag_id":"o_102"},{"tag_id":"o_105"},{"tag_id":"o_102"}],"element_voice_id":"v1","callback_url":"https://a/b","external_task_id":"e1","zoom":2,
             "element_image_list":{"frontal_image":"https://a/1","refer_images":[{"image_url":"iVBORw0KGgo=","size":1},{"image_url":"https://a/3"}]},
             "element_video_list":{"refer_videos":"without effect"}}
            """)).Request.ShouldNotBeNull();
        (request.Kind, request.Name, request.Description, request.VoiceId, request.CallbackUrl, request.ExternalTaskId)
            .ShouldBe((ElementKind.MultiImage, "Mara", "A potter.", "v1", "https://a/b", "e1"));
        request.Tags.ShouldBe(["o_102", "o_105"]);
        request.Images.Select(image => image.Url).ShouldBe(["https://a/1", null, "https://a/3"]);
        request.Images[1].Inline.ShouldNotBeNull().Length.ShouldBe(12);
        request.IgnoredFields.ShouldBe(["element_image_list.refer_images[0].size", "zoom"], ignoreOrder: true);

        var film = Read(FromVideo).Request.ShouldNotBeNull();
        (film.Kind, film.VideoUrl, film.Images.Count).ShouldBe((ElementKind.VideoCharacter, "https://media.example.com/a.mp4", 0));
    }

    [Theory]
    [InlineData("""{"element_id":835266081714884677}""", "835266081714884677")]
    [InlineData("""{"element_id":"42"}""", "42")]
    [InlineData("""{"element_id":"4 2"}""", null)]
    [InlineData("""{"element_id":-1}""", null)]
    [InlineData("""{"element_id":1e3}""", null)]
    [InlineData("""{"element_id":[1]}""", null)]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    [InlineData("", null)]
    public void A_deletion_names_an_element(string body, string? id)
    {
        var read = ElementReader.ReadDeletion(Encoding.UTF8.GetBytes(body), Language.English);
        read.Request.ShouldBe(id);
        if (id is null) read.Message.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("{\"element_name\":\"a\",\"element_name\":\"b\"}")]
    [InlineData("{\"element_name\":\"\\ud800\"}")]
    [InlineData("{\"element_image_list\":{\"a\":1,\"a\":2}}")]
    [InlineData("{} x")]
    public void What_no_field_can_be_blamed_for_is_said_in_one_line(string body) => Read(body).SyntaxError.ShouldNotBeNull().ShouldNotContain('\n');

    private static ElementReadResult<ElementRequest> Read(string body, ElementForm form = ElementForm.Advanced, Language language = Language.English) =>
        ElementReader.Read(Encoding.UTF8.GetBytes(body), form, language, TestUrls.Instance);
}
