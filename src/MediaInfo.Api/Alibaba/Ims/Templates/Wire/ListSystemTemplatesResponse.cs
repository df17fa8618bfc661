namespace MediaInfo.Api.Alibaba.Ims.Templates.Wire;

/// <summary>The response of ListSystemTemplates.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Total">How many templates pass the filters.</param>
/// <param name="SystemTemplateList">A page of them.</param>
public sealed record ListSystemTemplatesResponse(
    string RequestId, int Total, IReadOnlyList<SystemTemplate> SystemTemplateList);
