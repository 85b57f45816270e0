using System.Globalization;
using System.Text;
using OmniReel.Contract.Answers;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Callbacks.Sending;
using OmniReel.Server.Callbacks.Signing;
using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Lab.Faults;

/// <summary>
/// Sends callbacks as was ordered for their task, and writes each down in its test's journal. What is lost, or comes later than its turn,
/// is a delivery that went well as far as the outbox is told: a client must not be saved by a retry.
/// </summary>
internal sealed class LabCallbacks(CallbackSender sender, IDeliveryStore store, SigningSecrets secrets, LabRooms rooms, TimeProvider time) : ICallbackSender, IDisposable
{
    private readonly CancellationTokenSource _over = new();

    public async Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellation)
    {
        var room = rooms.OfTenant(delivery.Tenant);
        if (rooms.Find(delivery.TaskId) is not { } task) return await PostAsync(room, null, delivery, cancellation);
        if (Fits(task, "callback-lost", delivery) is { } lost) return Kept(task, delivery, lost.Id, "lost by the lab");

        var isEnd = TaskStatusWords.IsTerminal(delivery.Event);
        if (!isEnd && task.FailsAt("queued")) return Kept(task, delivery, "fail", "the task was never processing");
        if (!isEnd && (task.Order("queue") is not null || Fits(task, "callback-late", delivery) is not null))
        {
            task.Post = LaterAsync(task, delivery, task.Begun);
            return Later();
        }

        if (!isEnd && task.Order("callback-reordered") is not null) return Later();
        if (Fits(task, "callback-late", delivery) is not null)
        {
            task.Post = LaterAsync(task, delivery, task.Post);
            return Later();
        }

        // A late one before it goes by the test's clock: the lane must not wait for that, nor may the end overtake it.
        if (!task.IsHeld && !task.Post.IsCompleted && task.Order("callback-late") is not null)
        {
            task.Post = LaterAsync(task, delivery, task.Post);
            return Later();
        }

        // What was held back is on its way before the end is told, unless the task ended while it was held.
        if (!task.IsHeld) await task.Post.WaitAsync(cancellation);
        var result = await PostAsync(room, task, delivery, cancellation);
        // The outbox skips what a later event overtakes; here it is wanted.
        if (isEnd && task.Order("callback-reordered") is { } reordered && store.Find(delivery.Tenant, DeliveryId.Of(delivery.TaskId, 1)) is { } first && first.Id != delivery.Id)
            await PostAsync(room, task, first, cancellation, reordered.Id);
        return result;
    }

    public void Dispose()
    {
        _over.Cancel();
        _over.Dispose();
    }

    private static SendResult Later() => new(SendVerdict.Delivered, null, "held back by the lab");

    private async Task LaterAsync(LabTask task, Delivery delivery, Task after)
    {
        var over = _over.Token;
        await ((Task)after.WaitAsync(over)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var late = Fits(task, "callback-late", delivery);
        if (late is not null) await task.Room.Clock.PassAsync(late.Seconds("seconds"), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!over.IsCancellationRequested) await ((Task)PostAsync(task.Room, task, delivery, over, late?.Id)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Sends it now, as often and as forged as was ordered; the last answer counts.</summary>
    private async Task<SendResult> PostAsync(LabRoom room, LabTask? task, Delivery delivery, CancellationToken cancellation, string? fault = null)
    {
        var doubled = task is null ? null : Fits(task, "callback-doubled", delivery);
        var forged = task is null ? null : Fits(task, "callback-forged", delivery);
        var copies = doubled is null ? 1 : (int)doubled.Number("copies");
        SendResult result;
        do
        {
            var body = forged?.Word("how") == "body" ? Changed(delivery.Body) : delivery.Body;
            result = await sender.SendAsync(delivery.Url, delivery.Id, body, cancellation, forged is null ? null : headers => Forge(headers, forged.Word("how"), delivery));
            Note(room, delivery, body, fault ?? forged?.Id ?? doubled?.Id, result);
        }
        while (--copies > 0);
        return result;
    }

    private SendResult Kept(LabTask task, Delivery delivery, string fault, string reason)
    {
        var result = new SendResult(SendVerdict.Delivered, null, reason);
        Note(task.Room, delivery, delivery.Body, fault, result);
        return result;
    }

    private void Note(LabRoom room, Delivery delivery, ReadOnlyMemory<byte> body, string? fault, SendResult result) => room.Journal.Add(number => new LabCallback
    {
        Number = number,
        At = time.GetUtcNow().ToUnixTimeMilliseconds(),
        LabAt = room.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
        WebhookId = delivery.Id,
        TaskId = delivery.TaskId.ToString(CultureInfo.InvariantCulture),
        Event = delivery.Event,
        Url = delivery.Url,
        Body = Encoding.UTF8.GetString(body.Span),
        Status = result.Status,
        Reason = result.Reason,
        Fault = fault,
    });

    private SignatureHeaders Forge(SignatureHeaders headers, string how, Delivery delivery)
    {
        var dayAgo = headers.Timestamp - 24 * 60 * 60;
        return how switch
        {
            "missing" => headers with { Signature = null },
            "stale" => headers with { Timestamp = dayAgo, Signature = secrets.Sign(headers.Id, dayAgo, delivery.Body.Span) },
            "body" => headers with { Signature = secrets.Sign(headers.Id, headers.Timestamp, delivery.Body.Span) },
            // Of the right form, by a secret that nobody was given.
            _ => headers with { Signature = SigningSecret.Mint().Sign(headers.Id, headers.Timestamp, delivery.Body.Span) },
        };
    }

    // Still JSON, and another task's.
    private static byte[] Changed(ReadOnlyMemory<byte> body) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span).Replace("\"task_id\":\"", "\"task_id\":\"9", StringComparison.Ordinal));

    private static LabOrder? Fits(LabTask task, string id, Delivery delivery) => task.Order(id) is { } order && order.Word("event") is var which
        && (which == "any" || which == delivery.Event || (which == "ended" && TaskStatusWords.IsTerminal(delivery.Event))) ? order : null;
}
