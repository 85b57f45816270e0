using System.Text.Json;
using OmniReel.Contract.Answers;

namespace OmniReel.Client.Sending;

/// <summary>Waits for a task over its event stream, and by polling where a server has none.</summary>
internal sealed class Waiting(OmniReelClient client, Transport transport, Ask events)
{
    // A stream that ended before the task did (a drain, a proxy's limit) is not hammered either.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    private readonly OmniReelClientOptions _options = transport.Options;

    public async Task<TaskData> ForEndAsync(string id, IProgress<TaskEventData>? news, CancellationToken cancellation)
    {
        var hasEvents = true;
        var failures = 0;
        var awaySince = 0L;
        while (true)
        {
            try
            {
                hasEvents = hasEvents && await FollowAsync(news, Seen, cancellation).ConfigureAwait(false);
                var task = await client.GetAsync(id, cancellation).ConfigureAwait(false);
                Seen();
                if (TaskStatusWords.IsTerminal(task.TaskStatus))
                    return task;
                if (!hasEvents)
                    news?.Report(Reading.TaskReader.Told(task));
            }
            catch (Exception broken) when (Pauses.MayPass(broken, cancellation))
            {
                // A stream was silent for long before it was given up: from then on the server is away.
                if (failures == 0)
                    awaySince = _options.Time.GetTimestamp();
                if (_options.Time.GetElapsedTime(awaySince) >= _options.AwayLimit)
                    throw;
                await transport.PauseAsync(++failures, broken, cancellation).ConfigureAwait(false);
                continue;
            }

            await Task.Delay(hasEvents ? Breath : _options.PollInterval, _options.Time, cancellation).ConfigureAwait(false);
        }

        void Seen() => failures = 0;
    }

    /// <summary>Reads events until the stream ends. False: this server has none.</summary>
    private async Task<bool> FollowAsync(IProgress<TaskEventData>? news, Action alive, CancellationToken cancellation)
    {
        try
        {
            using var stream = await EventStream.OpenAsync(transport, events, cancellation).ConfigureAwait(false);
            await foreach (var item in stream.ReadAsync(WireContext.Default.TaskEventData, alive, cancellation).ConfigureAwait(false))
            {
                news?.Report(item);
                if (TaskStatusWords.IsTerminal(item.TaskStatus))
                    return true;
            }

            return true;
        }
        catch (Exception none) when (none is JsonException or OmniReelException and not LimitReachedException { WaitingHelps: true } and not ServerFailedException { Status: > 501 })
        {
            // Servers without events refuse the path in many ways, also as if the task were unknown: the question after it tells.
            return false;
        }
    }
}
