using System.Globalization;
using System.Text;
using System.Text.Json;
using OmniReel.Server.Engines.Kling.Wire;
using OmniReel.Server.Engines.Submits;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Kling;

/// <summary>What is read in the answers of <c>Golden/upstream/answers.json</c>: each as that of a submit, a poll, and a question by the reference ref-1.</summary>
public sealed class AnswerTests
{
    private static readonly JsonElement[] s_cases =
    [
        .. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Checkout.Root, "tests/OmniReel.Server.Tests/Golden/upstream/answers.json"))).RootElement.EnumerateArray(),
    ];

    public static TheoryData<string> Names => [.. s_cases.Select(one => one.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_answer_is_read_as_what_it_says(string name)
    {
        var one = s_cases.Single(found => found.GetProperty("name").GetString() == name);
        var status = one.GetProperty("status").GetInt32();
        var body = one.TryGetProperty("body", out var json) ? Encoding.UTF8.GetBytes(json.GetRawText()) : Encoding.UTF8.GetBytes(one.GetProperty("text").GetString()!);
        Said(WireAnswer.Read(status, body, SubmitReading.Of)).ShouldBe(one.GetProperty("submit").GetString(), "submit");
        var poll = WireAnswer.Read(status, body, answer => QuestionReading.Poll(answer, WireAnswer.Read(status, body, Id)));
        Said(poll).ShouldBe(one.GetProperty("poll").GetString(), "poll");
        Said(WireAnswer.Read(status, body, answer => QuestionReading.Find(answer, "ref-1"))).ShouldBe(one.GetProperty("find").GetString(), "find");
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault_and_an_answer_about_another_task_says_nothing()
    {
        var body = Encoding.UTF8.GetBytes("\ufeff{\"code\":0,\"data\":{\"task_id\":\"8\",\"task_status\":\"processing\"}}");
        WireAnswer.Read(200, body, answer => QuestionReading.Poll(answer, "8")).Status.ShouldBe(UpstreamStatus.Going);
        WireAnswer.Read(200, body, answer => QuestionReading.Poll(answer, "9")).ShouldBe(new UpstreamReport(UpstreamStatus.Unclear) { Message = "the answer is about another task" });
    }

    [Theory]
    [InlineData("""{"code":0,"data":[{"task_id":"1","task_status":"succeed","task_info":{"external_task_id":"a"},"task_result":{"videos":[{"url":"https://h/v"}]}},{"task_id":"2","task_status":"failed"}]}""", "1 a Succeeded, 2  Failed")]
    [InlineData("""{"code":"success","data":{"data":[{"task_id":"1","status":"QUEUED"}]}}""", "1  Going")]
    [InlineData("""{"code":0,"data":[]}""", "")]
    [InlineData("""{"code":0,"data":[{"task_id":"1","task_status":"succeed"},{"odd":true}]}""", null)]
    [InlineData("""{"code":0,"data":[7]}""", null)]
    [InlineData("""{"code":0,"data":{}}""", null)]
    [InlineData("""{"code":1201,"message":"pageNum"}""", null)]
    public void A_page_is_read_whole_or_not_at_all(string body, string? items)
    {
        var page = WireAnswer.Read(200, Encoding.UTF8.GetBytes(body), QuestionReading.Page);
        (page.Items is null ? null : string.Join(", ", page.Items.Select(item => $"{item.UpstreamId} {item.Reference} {item.Status}"))).ShouldBe(items);
        (page.Items is null).ShouldBe(page.Reason.Length > 0);
    }

    /// <summary>No bytes are a fault of ours.</summary>
    [Fact]
    public void Broken_answers_are_never_accepted_nor_proof_of_absence_and_never_throw()
    {
        var random = new Random(5);
        var (read, spoilt) = (0, 0);
        foreach (var one in s_cases.Where(one => one.TryGetProperty("body", out _)))
        {
            var whole = Encoding.UTF8.GetBytes(one.GetProperty("body").GetRawText());
            for (var i = 0; i < Checkout.Count(40, 2000); i++, read++)
            {
                var bytes = whole.ToArray();
                for (var change = random.Next(1, 4); change > 0; change--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                var cut = random.Next(3) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
                WireAnswer.Read(random.Next(200, 600), cut, SubmitReading.Of).ShouldNotBeNull();
                WireAnswer.Read(200, cut, answer => QuestionReading.Poll(answer, "8")).Status.ShouldNotBe(UpstreamStatus.Absent);
                WireAnswer.Read(200, cut, QuestionReading.Page).ShouldNotBeNull();
                if (cut.Length < whole.Length)
                {
                    spoilt++;
                    WireAnswer.Read(200, cut, SubmitReading.Of).ShouldBeOfType<SubmitAnswer.Lost>();
                }
            }
        }

        Console.WriteLine($"upstream answers: {s_cases.Length} golden, {read} spoilt ones read, {spoilt} of them cut short and none of these accepted");
    }

    private static string Id(WireAnswer answer) => answer.IsReadable ? TaskReading.Id(answer.Root) ?? "" : "";

    private static string Said(SubmitAnswer answer) => answer switch
    {
        SubmitAnswer.Accepted accepted => $"accepted {accepted.UpstreamId}",
        SubmitAnswer.Rejected rejected => $"rejected {rejected.Kind} {rejected.Code} {rejected.Message}",
        SubmitAnswer.Lost lost => $"lost {lost.Reason}",
        _ => answer.ToString(),
    };

    private static string Said(UpstreamSighting sighting) => sighting switch
    {
        UpstreamSighting.Found found => $"found {found.Report.UpstreamId}",
        UpstreamSighting.Unclear unclear => $"unclear: {unclear.Reason}",
        _ => "absent",
    };

    private static string Said(UpstreamReport report)
    {
        string?[] parts =
        [
            report.Status.ToString(),
            report.UpstreamId.Length > 0 ? $"id={report.UpstreamId}" : null,
            report.Reference is { } reference ? $"ref={reference}" : null,
            report.Percent is { } percent ? $"{percent}%" : null,
            report.CreatedAt > 0 ? $"created={report.CreatedAt}" : null,
            report.FilmUrl is { } film ? $"film={film}" : null,
            report.WatermarkedUrl is { } marked ? $"marked={marked}" : null,
            report.Seconds is { } seconds ? $"{seconds.ToString(CultureInfo.InvariantCulture)} s" : null,
            report.Units is { } units ? $"{units.ToString(CultureInfo.InvariantCulture)} units" : null,
            report.Message.Length > 0 ? report.Message : null,
        ];
        return string.Join(' ', parts.OfType<string>());
    }
}
