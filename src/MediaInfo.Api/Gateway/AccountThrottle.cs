using System.Threading.RateLimiting;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Api.Gateway;

/// <summary>Limits each account's requests per second through this process, independently of other accounts.</summary>
public sealed class AccountThrottle : IDisposable
{
    private const int PeriodsPerSecond = 10;
    private readonly PartitionedRateLimiter<string> _limiter;

    /// <summary>Creates the limiter from the options.</summary>
    public AccountThrottle(GatewayOptions options)
    {
        var perPeriod = Math.Max(1, options.RequestsPerSecond / PeriodsPerSecond);
        _limiter = PartitionedRateLimiter.Create<string, string>(account => RateLimitPartition.GetTokenBucketLimiter(
            account,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.RequestsPerSecond,
                TokensPerPeriod = perPeriod,
                ReplenishmentPeriod = TimeSpan.FromSeconds((double)perPeriod / options.RequestsPerSecond),
                QueueLimit = 0,
                AutoReplenishment = true,
            }));
    }

    /// <summary>How long a refused caller should wait.</summary>
    public static TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(1.0 / PeriodsPerSecond);

    /// <summary>Whether the account may send this request. A refused request is counted for its dialect.</summary>
    public bool TryEnter(string account, string dialect)
    {
        using var lease = _limiter.AttemptAcquire(account);
        if (!lease.IsAcquired)
        {
            Metrics.RequestThrottled(dialect);
        }

        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
