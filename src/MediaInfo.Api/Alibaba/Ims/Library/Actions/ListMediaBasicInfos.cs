using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>ListMediaBasicInfos: the account's assets, page by page.</summary>
/// <remarks>Source: "ListMediaBasicInfos" of Intelligent Media Services.</remarks>
/// <parameter name="MaxResults" otherwise="10" example="50" type="integer" min="1" max="100">
/// Assets per page, 1 to 100.
/// </parameter>
/// <parameter name="NextToken" otherwise="the first page" example="88c6ca184c0e47098a5b665e2a126797" pattern="^[0-9a-f]{32}$">
/// The token of the page before.
/// </parameter>
/// <parameter name="StartTime" otherwise="no bound" example="2024-02-29T00:00:00Z" format="date-time">
/// Assets registered after this time: ISO 8601, UTC, whole seconds.
/// </parameter>
/// <parameter name="EndTime" otherwise="no bound" example="2024-02-29T23:59:59Z" format="date-time">
/// Assets registered until this time: ISO 8601, UTC, whole seconds.
/// </parameter>
/// <parameter name="SortBy" otherwise="desc" example="asc" values="desc,asc">By time of registration: desc or asc.</parameter>
/// <parameter name="MediaType" otherwise="every type" example="video" values="video,audio,image,text">
/// video, audio, image or text.
/// </parameter>
/// <parameter name="BusinessType" otherwise="every type" example="opening"
/// values="subtitles,watermark,opening,ending,font,general">
/// subtitles, watermark, opening, ending, font or general.
/// </parameter>
/// <parameter name="Source" otherwise="every source" example="oss" values="oss,vod,live,general">
/// oss, vod, live or general. Every asset's is oss.
/// </parameter>
/// <parameter name="Status" otherwise="every status" example="Normal" values="Init,Preparing,PrepareFail,Normal">
/// Init, Preparing, PrepareFail or Normal.
/// </parameter>
/// <parameter name="MediaId" otherwise="all assets that pass the filters" example="88c6ca184c0e47098a5b665e2a126797">
/// Only this asset, if it passes the filters.
/// </parameter>
/// <parameter name="IncludeFileBasicInfo" otherwise="false" example="true" type="boolean">
/// true adds the files' basic information.
/// </parameter>
public sealed class ListMediaBasicInfos(AssetCatalog catalog, MediaEntryMapper mapper) : ImsAction
{
    private const int DefaultMax = 10;
    private const int MaxMax = 100;
    private const int IdLength = 32;

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var options = LinkOptions.Read(parameters, call);
        var query = Parse(parameters);
        var withFiles = parameters.Flag("IncludeFileBasicInfo");

        // All assets come from objects: none has another known source.
        var source = parameters.Text("Source", name => name is "oss" or "vod" or "live" or "general");
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        var page = source is null or "oss"
            ? await catalog.ListAsync(call.Account, query, cancellationToken)
            : new AssetPage([], 0, NextToken: null);
        var infos = await mapper.MapListAsync(page.Assets, withFiles, options, cancellationToken);
        return RpcAnswer.Ok(
            new ListMediaBasicInfosResponse(call.RequestId, query.Max, page.Total, page.NextToken, infos),
            LibraryJson.Wire.ListMediaBasicInfosResponse);
    }

    private static AssetQuery Parse(LibraryParameters parameters) => new()
    {
        Max = (int)(parameters.Number("MaxResults", 1, MaxMax) ?? DefaultMax),
        Token = parameters.Text("NextToken", token => token.Length == IdLength && token.All(char.IsAsciiHexDigitLower)),
        After = parameters.Time("StartTime"),
        Until = parameters.Time("EndTime"),
        Ascending = parameters.Text("SortBy", order => order is "asc" or "desc") is "asc",
        MediaType = parameters.Text("MediaType", MediaTypes.Has),
        BusinessType = parameters.Text("BusinessType", LibraryRules.IsBusinessType),
        Status = parameters.Text("Status", IsStatus) is { } status ? Enum.Parse<AssetStatus>(status) : null,
        Id = parameters.Text("MediaId", int.MaxValue),
    };

    private static bool IsStatus(string text) => text is "Init" or "Preparing" or "PrepareFail" or "Normal";
}
