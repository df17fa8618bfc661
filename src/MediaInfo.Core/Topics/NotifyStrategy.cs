namespace MediaInfo.Core.Topics;

/// <summary>How often and how fast a message that a subscriber did not take is tried again.</summary>
public enum NotifyStrategy
{
    /// <summary>Three more times, 10 to 20 seconds apart.</summary>
    BackoffRetry,

    /// <summary>176 more times over a day, after 1, 2, 4 … 256 seconds and then every 512 seconds.</summary>
    ExponentialDecayRetry,
}
