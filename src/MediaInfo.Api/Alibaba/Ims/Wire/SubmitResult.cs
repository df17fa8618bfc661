namespace MediaInfo.Api.Alibaba.Ims.Wire;

/// <summary>
/// A job's SubmitResultJson, whose content no source documents: why a job failed, or an empty object for all others. Source:
/// our decision.
/// </summary>
/// <remarks>A member is absent if the job has not failed.</remarks>
/// <param name="Code">Why it failed, as a code of <see href="#failed-jobs">failed jobs</see>.</param>
/// <param name="Message">Why it failed, as the vendor's sentence.</param>
/// <param name="Reason">
/// Our extension: the <see href="../failures.md">reason's name</see> and what happened.
/// </param>
public sealed record SubmitResult(string? Code, string? Message, string? Reason);
