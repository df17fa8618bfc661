namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The response of QueryMediaInfoJobList.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="MediaInfoJobList">The jobs that exist; an empty list if none do.</param>
/// <param name="NonExistMediaInfoJobIds">The ids without a job; omitted if every id has one.</param>
public sealed record QueryMediaInfoJobListResponse(
    string RequestId, MediaInfoJobList MediaInfoJobList, IdList? NonExistMediaInfoJobIds);
