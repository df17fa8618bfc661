namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>The response of SetEventCallback.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Success">Always true: a failure is an error.</param>
public sealed record SetEventCallbackResponse(string RequestId, bool Success);
