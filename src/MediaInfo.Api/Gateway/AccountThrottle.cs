using System.Collections.Concurrent;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Api.Gateway;

/// <summary>
/// Limits each account's requests per second through this process: those of each action, and if so configured also those of all
/// actions together. No account affects another.
/// </summary>
/// <remarks>Its memory is bounded, because callers pass only configured accounts and known actions.</remarks>
public sealed class AccountThrottle(GatewayOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Limits> _accounts = new(StringComparer.Ordinal);

    /// <summary>Whether the account may send this request. A refused request is counted for its dialect.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="dialect">The dialect, such as "mps".</param>
    /// <param name="action">The action, one that the dialect has.</param>
    /// <param name="retryAfter">How long a refused caller should wait, more than zero; zero if it is not refused.</param>
    public bool TryEnter(string account, string dialect, string action, out TimeSpan retryAfter)
    {
        retryAfter = _accounts.GetOrAdd(account, _ => new Limits(options, time)).Enter((dialect, action));
        if (retryAfter == TimeSpan.Zero)
        {
            return true;
        }

        Metrics.RequestThrottled(dialect);
        return false;
    }

    /// <summary>The same for a dialect whose actions share one limit.</summary>
    public bool TryEnter(string account, string dialect) => TryEnter(account, dialect, dialect, out _);

    private sealed class Limits(GatewayOptions options, TimeProvider time)
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<(string Dialect, string Action), RateBucket> _ofActions = [];
        private readonly RateBucket? _shared =
            options.SharedRequestsPerSecond > 0 ? new RateBucket(options.SharedRequestsPerSecond, time) : null;

        /// <summary>Zero if there is a request left, otherwise the time to wait.</summary>
        public TimeSpan Enter((string Dialect, string Action) action)
        {
            lock (_gate)
            {
                if (!_ofActions.TryGetValue(action, out var own))
                {
                    _ofActions[action] = own = new RateBucket(options.RequestsPerSecond, time);
                }

                var empty = !own.HasOne ? own : _shared is { HasOne: false } ? _shared : null;
                if (empty is not null)
                {
                    return empty.Refuse();
                }

                own.Take();
                _shared?.Take();
                return TimeSpan.Zero;
            }
        }
    }
}
