namespace MediaInfo.Api.Mps.Wire;

/// <summary>The answer of QueryMediaInfoJobList.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="MediaInfoJobList">The jobs that exist; an empty list where none does.</param>
/// <param name="NonExistMediaInfoJobIds">The ids without a job; left out where every id has one.</param>
public sealed record QueryMediaInfoJobListResponse(
    string RequestId, MediaInfoJobList MediaInfoJobList, IdList? NonExistMediaInfoJobIds);
