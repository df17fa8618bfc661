namespace MediaInfo.Api.Reports.Wire;

/// <summary>The outcome of a job's completion message. Source: our own.</summary>
/// <param name="MessageId">The target's id of the message; absent if it was not delivered.</param>
/// <param name="ErrorCode">Why it was given up; absent if it was delivered.</param>
/// <param name="ErrorMessage">The same as a sentence; absent if it was delivered.</param>
public sealed record JobCallback(string? MessageId, string? ErrorCode, string? ErrorMessage);
