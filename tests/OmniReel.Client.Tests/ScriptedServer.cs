using System.Net;
using System.Text;

namespace OmniReel.Client.Tests;

/// <summary>A request as it arrived.</summary>
internal sealed record Seen(string Method, string Path, string Body, Dictionary<string, string> Headers, int Length = 0);

/// <summary>Answers requests in the order of its script, and remembers them.</summary>
internal sealed class ScriptedServer : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> _script = new();

    public List<Seen> Requests { get; } = [];

    public ScriptedServer Then(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public ScriptedServer Then(int status, string body, string type = "application/json", Action<HttpResponseMessage>? adjust = null) => Then(_ =>
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
        adjust?.Invoke(answer);
        return answer;
    });

    public ScriptedServer ThenBreaks() => Then(_ => throw new HttpRequestException("connection reset"));

    public ScriptedServer ThenOk(string data) => Then(200, $$"""{"code":0,"message":"SUCCEED","request_id":"r1","data":{{data}}}""");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value));
        var bytes = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Requests.Add(new Seen(request.Method.Method, request.RequestUri!.PathAndQuery, Encoding.UTF8.GetString(bytes), headers, bytes.Length));
        return _script.TryDequeue(out var answer) ? answer(request) : throw new InvalidOperationException($"the script has no answer to {request.Method} {request.RequestUri}");
    }
}

/// <summary>A clock whose pauses pass at once; it counts them, and moves by them, and by what the test lets pass. Limits are those of the real clock.</summary>
internal sealed class HastyTime : TimeProvider
{
    public List<TimeSpan> Pauses { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Time that passes while nobody pauses.</summary>
    public TimeSpan Passed { get; set; }

    public override long GetTimestamp() => Passed.Ticks + Pauses.Sum(pause => pause.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is CancellationTokenSource)
            return System.CreateTimer(callback, state, dueTime, period);
        Pauses.Add(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}

internal static class Samples
{
    public const string Created = """{"task_id":"123456789012345678","task_info":{},"task_status":"submitted","created_at":1,"updated_at":1}""";

    public static string Task(string status, string message = "") =>
        $$"""{"task_id":"123456789012345678","task_status":"{{status}}","task_status_msg":"{{message}}","task_info":{},"task_result":{},"watermark_info":{"enabled":false},"final_unit_deduction":"3","created_at":1,"updated_at":2}""";

    public static string Event(string status, int progress) =>
        $$"""data: {"task_id":"123456789012345678","task_status":"{{status}}","progress":{{progress}}}""" + "\n\n";
}
