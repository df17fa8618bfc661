namespace MediaInfo.Core.Jobs;

/// <summary>Names one job. Jobs of another account are never found under this key.</summary>
/// <param name="Account">The owning account's id.</param>
/// <param name="Id">The job's id: 32 lower-case hexadecimal digits, newer ones sorting first.</param>
public sealed record JobKey(string Account, string Id);
