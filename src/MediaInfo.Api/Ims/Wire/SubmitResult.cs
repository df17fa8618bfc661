namespace MediaInfo.Api.Ims.Wire;

/// <summary>
/// A job's SubmitResultJson, whose content no source documents: why a job failed, and an empty object for any other.
/// </summary>
/// <param name="Code">Why it failed.</param>
/// <param name="Message">Why it failed, as a sentence.</param>
public sealed record SubmitResult(string? Code, string? Message);
