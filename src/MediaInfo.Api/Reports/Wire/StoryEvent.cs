namespace MediaInfo.Api.Reports.Wire;

/// <summary>One event of a job's life. Source: our own.</summary>
/// <param name="At">When it happened: ISO 8601, UTC.</param>
/// <param name="Event">
/// Accepted, Held (its pipeline was paused), Started, Retried, Succeeded, Failed, Canceled, CallbackAttempted (an attempt that
/// failed), CallbackDelivered or CallbackGivenUp.
/// </param>
/// <param name="Detail">
/// More about it: the pipeline, the failure, the error of an attempt, or the id of the delivered message; absent for nothing.
/// </param>
public sealed record StoryEvent(string At, string Event, string? Detail);
