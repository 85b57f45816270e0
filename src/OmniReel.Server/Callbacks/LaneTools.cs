using OmniReel.Server.Callbacks.Sending;

namespace OmniReel.Server.Callbacks;

/// <summary>What all lanes share.</summary>
/// <param name="Proven">Room for attempts to receivers whose last answer was good.</param>
/// <param name="Others">Room for attempts to the others: they may all hang without keeping a good one waiting.</param>
/// <param name="Known">What lanes before knew of their receivers.</param>
/// <param name="FurthestDue">No schedule puts a delivery further off than this; milliseconds.</param>
/// <param name="Broke">Told of a fault of our own.</param>
/// <param name="Unread">Told that the store could not be read.</param>
internal sealed record LaneTools(
    IDeliveryStore Store, ICallbackSender Sender, AttemptRecords Records, CallbackOptions Options, TimeProvider Time, SemaphoreSlim Proven, SemaphoreSlim Others,
    ProvenReceivers Known, long FurthestDue, Action<Exception, Delivery> Broke, Action<Exception> Unread);
