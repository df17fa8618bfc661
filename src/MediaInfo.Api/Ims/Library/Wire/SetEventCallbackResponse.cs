namespace MediaInfo.Api.Ims.Library.Wire;

/// <summary>The answer of SetEventCallback.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Success">Always true: what fails is an error.</param>
public sealed record SetEventCallbackResponse(string RequestId, bool Success);
