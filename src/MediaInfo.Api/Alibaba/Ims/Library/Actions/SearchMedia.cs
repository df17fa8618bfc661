using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Search;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Search;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>SearchMedia: the account's assets that meet a condition, page by page.</summary>
/// <remarks>
/// Source: "SearchMedia" and "Media asset search" of Intelligent Media Services. The fields of a tag analysis, and CustomFilters,
/// are refused: what was recognised in assets is not searched.
/// </remarks>
/// <parameter name="Match" otherwise="all videos" example="title = 'China' and utcCreate = ['1693367158561','1693367158562')"
/// maxlength="4096">
/// <see href="../library.md#search">The condition</see>, up to 4,096 characters. Without mediaType it finds videos only.
/// </parameter>
/// <parameter name="SortBy" otherwise="utcCreate:Desc" example="utcModified:Desc"
/// pattern="^ *utc(Create|Modified):(Desc|Asc) *(, *utc(Create|Modified):(Desc|Asc) *)*$">
/// utcCreate or utcModified, each with :Desc or :Asc; the first counts.
/// </parameter>
/// <parameter name="PageNo" otherwise="1" example="2" type="integer" min="1" max="2147483647">The page, from 1.</parameter>
/// <parameter name="PageSize" otherwise="10" example="50" type="integer" min="1" max="50">Assets per page, 1 to 50.</parameter>
/// <parameter name="ScrollToken" otherwise="the pages count from the first asset" example="88c6ca184c0e47098a5b665e2a126797"
/// pattern="^[0-9a-f]{32}$">
/// The token of an earlier page: page 1 then begins behind that page.
/// </parameter>
/// <parameter name="EntityId" otherwise="every asset" example="2d3bf1e35a1e42b5ab338d701efa7603">
/// Only assets of this entity; no asset has one here.
/// </parameter>
/// <parameter name="SearchLibName" otherwise="the default library" example="ims-default-search-lib"
/// values="ims-default-search-lib">
/// ims-default-search-lib; there is no other.
/// </parameter>
/// <parameter name="CustomFilters" otherwise="no filter" example='{"intField1":{"gte":12}}' refused="true">Refused.</parameter>
public sealed class SearchMedia(AssetSearch search, MediaEntryMapper mapper) : ImsAction
{
    private const string Library = "SearchLibName";
    private const int DefaultPageSize = 10;
    private const int MaxPageSize = 50;
    private const int IdLength = 32;

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var (condition, problem) = call.Parameters["Match"] is { } match ? MatchParser.Parse(match) : (MatchParser.Videos, null);
        parameters.Fail(condition is null ? ImsErrors.Invalid("Match") with { Reason = problem } : null);
        var entity = parameters.Text("EntityId", int.MaxValue);
        parameters.Text("CustomFilters", _ => false);
        var query = Parse(parameters);
        var options = LinkOptions.Read(parameters, call);
        parameters.Fail(call.Parameters[Library] is null or "ims-default-search-lib" ? null : ImsErrors.NotFound(Library));
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        var page = entity is null
            ? await search.FindAsync(call.Account, query with { Condition = condition! }, cancellationToken)
            : new AssetPage([], 0, NextToken: null);
        return page is null ? ImsErrors.SearchTooWide : RpcAnswer.Ok(
            new SearchMediaResponse(
                call.RequestId,
                Success: "True",
                Code: "200",
                page.Total,
                page.NextToken,
                await mapper.MapListAsync(page.Assets, withFiles: true, options, cancellationToken)),
            LibraryJson.Wire.SearchMediaResponse);
    }

    private static AssetSearchQuery Parse(LibraryParameters parameters)
    {
        var sort = SearchOrder.Parse(parameters.Text("SortBy", text => SearchOrder.Parse(text) is not null));
        return new AssetSearchQuery(MatchParser.Videos, (int)(parameters.Number("PageSize", 1, MaxPageSize) ?? DefaultPageSize))
        {
            PageNumber = (int)(parameters.Number("PageNo", 1, int.MaxValue) ?? 1),
            Token = parameters.Text(
                "ScrollToken", token => token.Length == IdLength && token.All(char.IsAsciiHexDigitLower)),
            ByChange = sort?.ByChange ?? false,
            Ascending = sort?.Ascending ?? false,
        };
    }
}
