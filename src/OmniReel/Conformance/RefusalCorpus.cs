using System.Text;
using System.Text.Json;
using OmniReel.CommandLine;
using OmniReel.Contract.Errors;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Conformance;

/// <summary>
/// Bodies that break one rule each. A server that does not know the rule makes the film and charges for it, so they are sent only
/// to whoever says so, and no more once <see cref="MostAccepted"/> were taken, or may have been.
/// </summary>
internal sealed class RefusalCorpus(ApiUnderTest api, Speech speech)
{
    /// <summary>After so many wrongly accepted bodies nothing more is sent.</summary>
    public const int MostAccepted = 3;

    /// <summary>The ids of the tasks that were made all the same.</summary>
    public IReadOnlyList<string> Accepted => _accepted;

    private readonly List<string> _accepted = [];

    /// <summary>One body: its name, what breaks, and the field that a refusal should name.</summary>
    internal sealed record Refusal(string Id, string Field, ReadOnlyMemory<byte> Body);

    /// <summary>Those that the API refuses for a profile: some are whole where every field has a default.</summary>
    public static IReadOnlyList<Refusal> For(ApiProfile profile)
    {
        using var stream = typeof(RefusalCorpus).Assembly.GetManifestResourceStream("conformance/refusals.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray()
            .Select(one => new Refusal(one.GetProperty("id").GetString()!, one.GetProperty("field").GetString()!, Encoding.UTF8.GetBytes(one.GetProperty("body").GetRawText())))
            .Where(one => !RequestReader.Read(one.Body.Span, profile, new NoElements(), Language.English).IsAccepted)];
    }

    public async Task<IReadOnlyList<Finding>> AskAsync(CancellationToken cancellation)
    {
        var card = new List<Finding>();
        foreach (var refusal in For(api.Profile))
        {
            if (_accepted.Count >= MostAccepted)
                break;
            var reply = await api.AskAsync(Question.Create(refusal.Body), cancellation);
            if (reply.MayBeTaken)
                _accepted.Add(TaskOf(reply));
            card.Add(new Finding("refusal." + refusal.Id, speech[$"a body whose {refusal.Field} is wrong", $"{refusal.Field} 有误的请求"], speech[$"400/1201, naming {refusal.Field}", $"400/1201，并指出 {refusal.Field}"],
                Judge(reply, refusal.Field), Got(reply)));
        }

        return card;
    }

    private static Verdict Judge(Reply reply, string field) =>
        reply.Status == 400 && reply.Code is (int)ErrorCode.BadValue or (int)ErrorCode.BadParameters && Names(reply, field) ? Verdict.Holds : Verdict.Differs;

    // A message of one line, or our list of errors beside it: either tells the field.
    private static bool Names(Reply reply, string field) =>
        reply.Message.Contains(field, StringComparison.OrdinalIgnoreCase)
        || (reply.Data.ValueKind == JsonValueKind.Object && reply.Data.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            && errors.EnumerateArray().Any(error => Reply.Text(error, "field").StartsWith(field, StringComparison.Ordinal)));

    private string Got(Reply reply) => reply switch
    {
        { Status: not 0, MayBeTaken: true } => speech[$"ACCEPTED as {TaskOf(reply)}", $"被接受：{TaskOf(reply)}"],
        { Code: null } => reply.Short,
        _ => $"{reply.Short} {(reply.Message.Length <= 60 ? reply.Message : string.Concat(reply.Message.AsSpan(0, 59), "…"))}",
    };

    private string TaskOf(Reply reply) => reply.Status == 0 ? speech["no answer: a task perhaps", "无应答：可能已创建任务"] : Reply.Text(reply.Data, "task_id") is { Length: > 0 } id ? id : speech["a task without an id", "无 id 的任务"];
}
