using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Callbacks;

/// <summary>What became of an attempt to deliver a message.</summary>
/// <param name="Result">What to note of it; null where nothing was to be delivered, or it was put off.</param>
/// <param name="PutOff">How long to put it off, since its target can't take it now; null when it is done.</param>
public sealed record DeliveryAttempt(CallbackResult? Result, TimeSpan? PutOff = null)
{
    /// <summary>Nothing was to be delivered.</summary>
    public static DeliveryAttempt Nothing { get; } = new(Result: null);
}
