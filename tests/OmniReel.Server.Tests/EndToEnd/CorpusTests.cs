using System.Text.Json;
using OmniReel.Server.Tests.Architecture;
using OmniReel.Server.Tests.Http.Elements;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.EndToEnd;

/// <summary>The corpus of request bodies, each over HTTP to the verdict that it must get.</summary>
public sealed class CorpusTests
{
    [Fact]
    public async Task Every_body_of_the_corpus_gets_its_verdict()
    {
        await using var elements = await ElementServer.StartAsync();
        var server = elements.Live;
        var own = await elements.MakeIdAsync();
        using var corpus = JsonDocument.Parse(await File.ReadAllBytesAsync(
            Path.Combine(ArrowTests.Root(), "tests/OmniReel.Contract.Tests/Golden/cases.json"), TestContext.Current.CancellationToken));
        var wrong = new List<string>();
        var count = 0;
        foreach (var example in corpus.RootElement.EnumerateArray())
        {
            var body = example.GetProperty("body").GetRawText().Replace("@own", own, StringComparison.Ordinal);
            count++;
            var path = example.GetProperty("profile").GetString() == "relay" ? LiveServer.Relay : LiveServer.Vendor;
            var answer = await server.PostAsync(path, body);
            if (Complaint(example, answer) is { } complaint) wrong.Add($"{example.GetProperty("id")}: {complaint}: {answer.Text}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} bodies, {wrong.Count} wrong");
        wrong.ShouldBeEmpty();
        count.ShouldBeGreaterThan(94);
    }

    private static string? Complaint(JsonElement example, Answer answer)
    {
        if (example.GetProperty("expect").GetString() == "accept") return answer.Status == 200 && answer.Code == 0 ? null : "should be accepted";
        if (answer.Status != 400 || answer.Code != 1201) return "should be 400/1201";

        var field = example.GetProperty("field").GetString()!;
        var fields = answer.Data.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()!.Split('[', '.')[0]).ToList();
        if (!fields.Contains(field)) return $"should name {field}";
        return fields[0] == field && !answer.Message.Contains(field, StringComparison.Ordinal) ? "its message should name the field" : null;
    }
}
