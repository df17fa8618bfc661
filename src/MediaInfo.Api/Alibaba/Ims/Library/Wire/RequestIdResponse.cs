namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>The response of UpdateCategory and DeleteCategory.</summary>
/// <param name="RequestId">The request's id.</param>
public sealed record RequestIdResponse(string RequestId);
