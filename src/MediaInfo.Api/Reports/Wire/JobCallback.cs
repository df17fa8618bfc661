namespace MediaInfo.Api.Reports.Wire;

/// <summary>The outcome of a job's completion message. Source: our own.</summary>
/// <param name="MessageId">The target's id of the message; absent if it was not delivered.</param>
public sealed record JobCallback(string? MessageId)
{
    /// <summary>Why it was given up; absent if it was delivered.</summary>
    /// <example>DeliveryFailed</example>
    public string? ErrorCode { get; init; }

    /// <summary>The same as a sentence; absent if it was delivered.</summary>
    /// <example>The callback target could not be reached</example>
    public string? ErrorMessage { get; init; }
}
