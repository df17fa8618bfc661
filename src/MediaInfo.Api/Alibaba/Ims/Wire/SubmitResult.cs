namespace MediaInfo.Api.Alibaba.Ims.Wire;

/// <summary>
/// A job's SubmitResultJson, whose content no source documents: why a job failed, or an empty object for all others.
/// </summary>
/// <param name="Code">Why it failed.</param>
/// <param name="Message">Why it failed, as a sentence.</param>
public sealed record SubmitResult(string? Code, string? Message);
