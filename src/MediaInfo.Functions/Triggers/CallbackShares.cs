using MediaInfo.Core.Callbacks;

namespace MediaInfo.Functions.Triggers;

/// <summary>The part of an instance's deliveries that one account may have at a time.</summary>
public sealed class CallbackShares(TimeProvider time)
{
    /// <summary>Half of what host.json lets run at a time: the other half is for other accounts.</summary>
    public const int Places = 8;

    private readonly DeliveryGate _accounts = new(Places, time);

    /// <inheritdoc cref="DeliveryGate.EnterAsync" />
    public Task<DeliveryPass> EnterAsync(string account, CancellationToken cancellationToken) =>
        _accounts.EnterAsync(account, cancellationToken);
}
