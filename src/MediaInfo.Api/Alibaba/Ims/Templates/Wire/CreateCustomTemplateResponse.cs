namespace MediaInfo.Api.Alibaba.Ims.Templates.Wire;

/// <summary>The response of CreateCustomTemplate.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="CustomTemplate">The template.</param>
public sealed record CreateCustomTemplateResponse(string RequestId, CreatedTemplate CustomTemplate);
