namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>
/// The response of SearchMedia. Source: "SearchMedia", response elements, but for AiData: what was recognised in assets is not
/// searched.
/// </summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Success">Always "True": a failure is an error.</param>
/// <param name="Code">Always "200".</param>
/// <param name="Total">The assets on all pages, a number.</param>
/// <param name="ScrollToken">The token to continue behind this page; null if the page is empty.</param>
/// <param name="MediaInfoList">The assets of the page, each with its file's own properties.</param>
public sealed record SearchMediaResponse(
    string RequestId, string Success, string Code, int Total, string? ScrollToken, IReadOnlyList<MediaEntry> MediaInfoList);
