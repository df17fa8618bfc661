namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The wrapped list of jobs. Source: "QueryMediaInfoJobList", response elements.</summary>
/// <param name="MediaInfoJob">The jobs, newest first.</param>
public sealed record MediaInfoJobList(IReadOnlyList<MediaInfoJob> MediaInfoJob);
