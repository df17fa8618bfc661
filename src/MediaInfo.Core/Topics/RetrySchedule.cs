namespace MediaInfo.Core.Topics;

/// <summary>When a message that a subscriber did not take is tried again.</summary>
/// <remarks>Source: "NotifyStrategy" of the message service.</remarks>
public static class RetrySchedule
{
    private const int BackoffTries = 3;
    private const int ShortestBackoffSeconds = 10;
    private const int LongestBackoffSeconds = 20;
    private const int DecayTries = 176;
    private const int DoublingTries = 9;

    /// <summary>How long to wait before the next try; null if there is none.</summary>
    /// <param name="strategy">The subscription's strategy.</param>
    /// <param name="failures">How many tries have failed, at least 1.</param>
    /// <param name="seed">Spreads the tries of different messages; the same text gives the same time.</param>
    public static TimeSpan? After(NotifyStrategy strategy, int failures, string seed) => strategy switch
    {
        NotifyStrategy.ExponentialDecayRetry =>
            failures > DecayTries ? null : TimeSpan.FromSeconds(1 << (Math.Min(failures, DoublingTries + 1) - 1)),
        _ => failures > BackoffTries ? null : TimeSpan.FromSeconds(Spread(seed, failures)),
    };

    private static int Spread(string seed, int failures)
    {
        var sum = failures;
        foreach (var c in seed)
        {
            sum = unchecked((sum * 31) + c) & int.MaxValue;
        }

        return ShortestBackoffSeconds + (sum % (LongestBackoffSeconds - ShortestBackoffSeconds + 1));
    }
}
