namespace MediaInfo.Core.Jobs;

/// <summary>Identifies a job within its account.</summary>
/// <param name="Account">The owning account's id.</param>
/// <param name="Id">The job's id: 32 lower-case hexadecimal digits; newer ids sort first.</param>
public sealed record JobKey(string Account, string Id);
