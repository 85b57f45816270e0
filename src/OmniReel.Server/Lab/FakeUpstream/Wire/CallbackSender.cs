using System.Net.Http.Headers;
using OmniReel.Contract.Answers;
using OmniReel.Server.Lab.FakeUpstream.Books;
using OmniReel.Server.Lab.FakeUpstream.Faults;

namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary>Tells callers of their tasks: one POST when a task begins and one when it ends, sent once.</summary>
internal sealed class CallbackSender(FakeRoom room, CancellationToken over) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Follows a task to its end. <paramref name="host"/>: what links to its film begin with.</summary>
    public void Follow(FakeTask task, string host)
    {
        if (task.Order.CallbackUrl is { Length: > 0 } url) _ = FollowAsync(task, url, host);
    }

    public void Dispose() => _http.Dispose();

    private async Task FollowAsync(FakeTask task, string url, string host)
    {
        try
        {
            if (task.EndsAt > task.BeginsAt)
            {
                await UntilAsync(task.BeginsAt);
                await TellAsync(task, url, host, TaskStatusWords.Processing);
            }

            await UntilAsync(task.EndsAt);
            await TellAsync(task, url, host, task.StatusAt(task.EndsAt));
        }
        catch (OperationCanceledException)
        {
            // The upstream ends; a start with the same folder follows the task again.
        }
    }

    private async Task UntilAsync(long moment)
    {
        while (room.Now() is var now && now < moment) await Task.Delay(TimeSpan.FromMilliseconds(moment - now), room.Options.Time, over);
    }

    private async Task TellAsync(FakeTask task, string url, string host, string status)
    {
        var body = Body(task, host, status);
        var at = new Occasion(FaultStep.Callback, null, task.Reference, task.Id, status == TaskStatusWords.Processing ? status : "ended");
        var mishap = room.Meet(at, null);
        if (mishap?.Id == "callback-lost") return;
        if (mishap?.Id == "callback-late") await Task.Delay(TimeSpan.FromMilliseconds(mishap.Number("ms")), room.Options.Time, over);
        if (mishap?.Id == "callback-forged") await SendAsync(task, url, Forged(task, mishap.Word("how")), "forged");
        for (var copies = mishap?.Id == "callback-doubled" ? mishap.Number("copies") : 1; copies > 0; copies--) await SendAsync(task, url, body, status);
    }

    private async Task SendAsync(FakeTask task, string url, byte[] body, string what)
    {
        var became = "not sent: receivers are on loopback only (--anywhere lifts that)";
        if (room.Options.Anywhere || (Uri.TryCreate(url, UriKind.Absolute, out var to) && to.IsLoopback))
        {
            try
            {
                room.Tally.Called();
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(FakeAnswer.Json);
                using var answer = await _http.PostAsync(url, content, over);
                became = $"answered {(int)answer.StatusCode}";
            }
            catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !over.IsCancellationRequested))
            {
                became = $"no answer: {e.Message}";
            }
        }

        room.Journal.Append(new JournalEntry { Kind = "callback", At = room.Now(), Reference = task.Reference, TaskId = task.Id, Bytes = body.Length, Note = $"{what} to {url}: {became}" });
    }

    private static byte[] Body(FakeTask task, string host, string status) =>
        TaskJson.Task(task, new TaskView(status, status == TaskStatusWords.Succeed ? $"{host}/files/{task.Id}/{task.Link}/film.mp4" : null), callback: true);

    /// <summary>A lie; its film is where nobody listens.</summary>
    private static byte[] Forged(FakeTask task, string how)
    {
        var liar = how == "stranger"
            ? new FakeTask("100000000000000001", task.Reference, task.Units, task.CreatedAt, task.BeginsAt, task.EndsAt, task.Order)
            : new FakeTask(task.Id, task.Reference, task.Units, task.CreatedAt, task.BeginsAt, task.EndsAt, task.Order with { Failure = "forged" });
        var status = how == "failed" ? TaskStatusWords.Failed : TaskStatusWords.Succeed;
        return TaskJson.Task(liar, new TaskView(status, status == TaskStatusWords.Succeed ? "http://127.0.0.1:9/forged.mp4" : null), callback: true);
    }
}
