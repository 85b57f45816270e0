using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using OmniReel.Contract.Answers;

namespace OmniReel.Client;

/// <summary>Waits for a task over its event stream, and by polling where a server has none.</summary>
internal sealed class Waiting(OmniReelClient client, Transport transport, OmniReelClientOptions options)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    public async Task<TaskData> ForEndAsync(string id, string path, IProgress<TaskEventData>? news, CancellationToken cancellation)
    {
        var hasEvents = true;
        var failures = 0;
        var awaySince = 0L;
        while (true)
        {
            try
            {
                hasEvents = hasEvents && await FollowAsync(path, news, Seen, cancellation).ConfigureAwait(false);
                var task = await client.GetAsync(id, cancellation).ConfigureAwait(false);
                Seen();
                if (TaskStatusWords.IsTerminal(task.TaskStatus))
                    return task;
                if (!hasEvents)
                    news?.Report(Told(task));
            }
            catch (Exception broken) when (Transport.MayPass(broken, cancellation))
            {
                // A stream was silent for long before it was given up: from then on the server is away.
                if (failures == 0)
                    awaySince = options.Time.GetTimestamp();
                if (options.Time.GetElapsedTime(awaySince) >= options.AwayLimit)
                    throw;
                await transport.PauseAsync(++failures, (broken as OmniReelException)?.RetryAfter, cancellation).ConfigureAwait(false);
                continue;
            }

            // A stream that ended before the task did (a drain, a proxy's limit) is not hammered either.
            await Task.Delay(hasEvents ? TimeSpan.FromMilliseconds(200) : PollInterval, options.Time, cancellation).ConfigureAwait(false);
        }

        void Seen() => failures = 0;
    }

    /// <summary>Reads events until the stream ends. False: this server has none.</summary>
    private async Task<bool> FollowAsync(string path, IProgress<TaskEventData>? news, Action alive, CancellationToken cancellation)
    {
        using var answer = await transport.OpenStreamAsync(transport.Address(path + "/events"),
            static request => request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream")), cancellation).ConfigureAwait(false);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            if (answer.StatusCode == HttpStatusCode.NotFound)
                return false;
            throw await Transport.RefusalAsync(answer, cancellation).ConfigureAwait(false);
        }

        if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream")
            return false;
        var stream = new AttentiveStream(await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false), options.SilenceLimit, alive);
        await using (stream.ConfigureAwait(false))
        {
            var events = SseParser.Create(stream, static (_, data) => JsonSerializer.Deserialize(data, WireContext.Default.TaskEventData)!);
            await foreach (var item in events.EnumerateAsync(cancellation).ConfigureAwait(false))
            {
                news?.Report(item.Data);
                if (TaskStatusWords.IsTerminal(item.Data.TaskStatus))
                    return true;
            }
        }

        return true;
    }

    private static TaskEventData Told(TaskData task) => new()
    {
        TaskId = task.TaskId,
        TaskStatus = task.TaskStatus,
        TaskStatusMsg = task.TaskStatusMsg,
        Progress = 0,
        QueuePosition = task.OmniReel?.QueuePosition,
        EtaMs = task.OmniReel?.EtaMs,
    };
}
