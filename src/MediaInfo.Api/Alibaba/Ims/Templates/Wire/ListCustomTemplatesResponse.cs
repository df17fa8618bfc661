namespace MediaInfo.Api.Alibaba.Ims.Templates.Wire;

/// <summary>The response of ListCustomTemplates.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Total">How many templates pass the filters.</param>
/// <param name="CustomTemplateList">A page of them.</param>
public sealed record ListCustomTemplatesResponse(
    string RequestId, int Total, IReadOnlyList<CustomTemplate> CustomTemplateList);
