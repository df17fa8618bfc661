namespace MediaInfo.Api.Alibaba.Ims.Templates.Wire;

/// <summary>The response of GetSystemTemplate.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="SystemTemplate">The template.</param>
public sealed record GetSystemTemplateResponse(string RequestId, SystemTemplate SystemTemplate);
