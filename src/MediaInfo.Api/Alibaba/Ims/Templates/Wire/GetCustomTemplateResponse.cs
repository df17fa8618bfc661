namespace MediaInfo.Api.Alibaba.Ims.Templates.Wire;

/// <summary>The response of GetCustomTemplate.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="CustomTemplate">The template.</param>
public sealed record GetCustomTemplateResponse(string RequestId, CustomTemplate CustomTemplate);
