using System.Text.Json;
using OmniReel.CommandLine;
using OmniReel.Contract.Requests;

namespace OmniReel.Conformance;

/// <summary>What was found, for people and for scripts.</summary>
internal sealed record ScoreCard(string Root, ApiProfile Profile, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Accepted)
{
    /// <summary>How many checks were judged.</summary>
    public int Judged => Findings.Count(one => one.Verdict != Verdict.Unseen);

    /// <summary>How many of them hold.</summary>
    public int Holding => Findings.Count(one => one.Verdict == Verdict.Holds);

    public void Print(TextWriter to, Speech speech)
    {
        var table = Tables.Listing("", speech["Check", "检查"], speech["Expected", "应为"], speech["Got", "实际"]);
        foreach (var one in Findings)
            table.AddTexts(Mark(one.Verdict, speech), one.Asked, one.Expected, one.Got);
        table.Print(to);
        to.WriteLine(speech[$"{Root}: {Holding} of {Judged} hold", $"{Root}：{Judged} 项中 {Holding} 项符合"]
            + (Findings.Count > Judged ? speech[$" ({Findings.Count - Judged} had nothing to look at)", $"（另 {Findings.Count - Judged} 项无可检查）"] : ""));
        if (Accepted.Count > 0)
            to.WriteLine(speech[$"These tasks were made and may be charged: {string.Join(", ", Accepted)}", $"以下任务已被创建，可能产生费用：{string.Join("、", Accepted)}"]);
    }

    /// <summary>One JSON object; the words of <c>verdict</c> are holds, differs and unseen.</summary>
    public void PrintJson(Stream to)
    {
        using var writer = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteString("server", Root);
        writer.WriteString("profile", Profile == ApiProfile.Vendor ? "vendor" : "relay");
        writer.WriteNumber("holds", Holding);
        writer.WriteNumber("judged", Judged);
        writer.WriteStartArray("checks");
        foreach (var one in Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("id", one.Id);
            writer.WriteString("verdict", one.Verdict switch { Verdict.Holds => "holds", Verdict.Differs => "differs", _ => "unseen" });
            writer.WriteString("asked", one.Asked);
            writer.WriteString("expected", one.Expected);
            writer.WriteString("got", one.Got);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("accepted");
        foreach (var task in Accepted)
            writer.WriteStringValue(task);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Mark(Verdict verdict, Speech speech) => verdict switch
    {
        Verdict.Holds => speech["ok", "符合"],
        Verdict.Differs => speech["differs", "不符"],
        _ => "–",
    };
}
