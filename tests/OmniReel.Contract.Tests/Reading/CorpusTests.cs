using System.Text;
using System.Text.Json;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Tests.Reading;

public sealed class CorpusTests
{
    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_case_gets_its_verdict_in_both_languages(string id, string profile, string body, string expect, string? field)
    {
        foreach (var language in new[] { Language.English, Language.Chinese })
        {
            var result = RequestReader.Read(Encoding.UTF8.GetBytes(body), profile == "vendor" ? ApiProfile.Vendor : ApiProfile.Relay, TestElements.Instance, language);
            result.SyntaxError.ShouldBeNull(id);
            if (expect == "accept")
            {
                result.IsAccepted.ShouldBeTrue($"{id}: {result.Message}");
                continue;
            }

            result.IsAccepted.ShouldBeFalse(id);
            var named = result.Violations.Where(v => Top(v.Field) == field).ToList();
            named.ShouldNotBeEmpty($"{id}: {string.Join("; ", result.Violations)}");
            named.ShouldAllBe(v => v.Message.StartsWith(v.Field, StringComparison.Ordinal));
            result.Message.ShouldStartWith(result.Violations[0].Field);
        }
    }

    [Fact]
    public void A_limit_over_several_fields_names_each()
    {
        var data = Cases.Single(c => c.Data.Item1 == "limit-over-two-fields-names-both").Data;
        var result = RequestReader.Read(Encoding.UTF8.GetBytes(data.Item3), ApiProfile.Relay, TestElements.Instance, Language.English);
        result.Violations.Select(v => v.Field).ShouldBe(["image_list", "element_list"]);
    }

    public static TheoryData<string, string, string, string, string?> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string?>();
            using var document = JsonDocument.Parse(GoldenFiles.Bytes("cases.json"));
            foreach (var one in document.RootElement.EnumerateArray())
            {
                data.Add(
                    one.GetProperty("id").GetString()!,
                    one.GetProperty("profile").GetString()!,
                    one.GetProperty("body").GetRawText().Replace("@own", TestElements.Own, StringComparison.Ordinal),
                    one.GetProperty("expect").GetString()!,
                    one.GetProperty("field").GetString());
            }

            return data;
        }
    }

    private static string Top(string path) => path.Split('.', '[')[0];
}
