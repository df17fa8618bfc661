namespace MediaInfo.Api.Alibaba.Ims.Templates.Wire;

/// <summary>The response of UpdateCustomTemplate and DeleteCustomTemplate.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Success">Always true: a call that fails answers an error.</param>
public sealed record TemplateChangeResponse(string RequestId, bool Success);
