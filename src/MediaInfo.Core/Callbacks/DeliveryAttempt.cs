using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Callbacks;

/// <summary>The outcome of an attempt to deliver a message.</summary>
/// <param name="Result">What to record; null if there was nothing to deliver, or the delivery was postponed.</param>
/// <param name="PutOff">How long to postpone the delivery, because the target can't accept it now; null if done.</param>
public sealed record DeliveryAttempt(CallbackResult? Result, TimeSpan? PutOff = null)
{
    /// <summary>There was nothing to deliver.</summary>
    public static DeliveryAttempt Nothing { get; } = new(Result: null);
}
