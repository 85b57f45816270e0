using System.Globalization;
using OmniReel.Contract.Answers;
using OmniReel.Server.Callbacks;

namespace OmniReel.Server.Http.Callbacks;

/// <summary>Deliveries in the wire's words.</summary>
internal static class CallbackShape
{
    public static CallbackData Of(Delivery delivery) => new()
    {
        Id = delivery.Id,
        TaskId = delivery.TaskId.ToString(CultureInfo.InvariantCulture),
        TaskStatus = delivery.Event,
        Url = delivery.Url,
        State = Word(delivery.State),
        Attempts = delivery.Attempts,
        CreatedAt = delivery.CreatedAt,
        NextAttemptAt = delivery.DueAt,
        LastAttempt = delivery.TriedAt is not { } at ? null : new AttemptData
        {
            At = at,
            Delivered = delivery.LastStatus is >= 200 and < 300,
            Status = delivery.LastStatus,
            Reason = delivery.LastReason,
            Answer = delivery.LastAnswer.Length > 0 ? delivery.LastAnswer : null,
        },
    };

    /// <summary>False for a word that is none.</summary>
    public static bool TryState(string word, out DeliveryState state)
    {
        foreach (var known in Enum.GetValues<DeliveryState>())
        {
            state = known;
            if (Word(known) == word) return true;
        }

        state = default;
        return false;
    }

    private static string Word(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => CallbackStateWords.Waiting,
        DeliveryState.Delivered => CallbackStateWords.Delivered,
        DeliveryState.Exhausted => CallbackStateWords.Exhausted,
        DeliveryState.Skipped => CallbackStateWords.Skipped,
        _ => CallbackStateWords.Gone,
    };
}
