using MediaInfo.Core.Callbacks;

namespace MediaInfo.Functions.Triggers;

/// <summary>Limits the concurrent deliveries of each account in an instance.</summary>
public sealed class CallbackShares(TimeProvider time)
{
    /// <summary>Half of the concurrency in host.json; the other half is left for other accounts.</summary>
    public const int Places = 8;

    private readonly DeliveryGate _accounts = new(Places, time);

    /// <inheritdoc cref="DeliveryGate.EnterAsync" />
    public Task<DeliveryPass> EnterAsync(string account, CancellationToken cancellationToken) =>
        _accounts.EnterAsync(account, cancellationToken);
}
