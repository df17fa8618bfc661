namespace MediaInfo.Api.Reports.Wire;

/// <summary>The response of CreateUpload.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Upload">Where to send the object.</param>
public sealed record CreateUploadResponse(string RequestId, Upload Upload);
