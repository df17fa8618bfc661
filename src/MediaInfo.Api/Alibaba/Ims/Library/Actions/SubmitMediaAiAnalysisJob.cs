using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Ims.Tags;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Library;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>SubmitMediaAiAnalysisJob: recognises what an asset says and shows. GetMediaInfo has the results.</summary>
/// <remarks>
/// Source: "SubmitMediaAiAnalysisJob" of Intelligent Media Services. It does what the template S00000101-300080 asks for. The
/// object of an address is registered if it is not. The results take the place of earlier ones, which the vendor merges.
/// </remarks>
/// <parameter name="Input" required="true" example='{"MediaType":"video","Media":"oss://example-bucket/demo/sample.mp4"}'>
/// JSON with the members Media, an asset's id or the address of an object of the account, and MediaType, which counts if the
/// object is registered.
/// <member name="Media" required="true" maxlength="16384">An asset's id or an object's address.</member>
/// <member name="MediaType" values="video,audio,image,text">Counts if the object is registered.</member>
/// </parameter>
/// <parameter name="AnalysisParams" otherwise="as the template says" example='{"needOcrData":true}' maxbytes="4096">
/// As the parameter Params of SubmitSmarttagJob.
/// <member name="needAsrData" type="boolean">Whether to recognise speech.</member>
/// <member name="needOcrData" type="boolean">Whether to recognise text in frames.</member>
/// <member name="needMetaData" type="boolean">Whether the title is among the results.</member>
/// <member name="nlpParams" json="object">For the recognisers.</member>
/// </parameter>
/// <parameter name="UserData" otherwise="the asset's own" example="order-17" maxbytes="1024" pattern="^[^-]">
/// The caller's own data for the event, up to 1,024 bytes, not beginning with '-'. A NotifyAddress in it gets the event.
/// </parameter>
public sealed class SubmitMediaAiAnalysisJob(
    AssetCatalog catalog,
    AssetRegistration registration,
    AssetTags tags,
    LibraryUrl urls,
    NotifyAddress notify,
    TagPlanner planner)
    : ImsAction
{
    private const string Input = "Input";
    private const string Media = $"{Input}.Media";
    private const string Parameters = "AnalysisParams";

    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var userData = parameters.Text("UserData", LibraryRules.IsUserData);
        parameters.Fail(notify.Problem(call.Account, userData));
        var (media, type, error) = ReadInput(call);
        parameters.Fail(error);
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        var wish = new TagWish(Parameters, SystemTemplates.Language.Id)
        {
            ParamsParameter = Parameters,
            Params = call.Parameters[Parameters],
        };
        var (work, refusal) = await planner.PlanAsync(call.Account, wish, cancellationToken);
        if (work is null)
        {
            return refusal!;
        }

        var (asset, problem) = media!.Contains("://", StringComparison.Ordinal)
            ? await FindOrRegisterAsync(call, media, type, cancellationToken)
            : (await catalog.FindAsync(call.Account, media, cancellationToken), ImsErrors.NotFound(Media));
        var started = asset is null
            ? null
            : await tags.StartAsync(asset, Described(work, asset), call.RequestId, userData, cancellationToken);
        return started is null
            ? problem ?? ImsErrors.NotFound(Media)
            : RpcAnswer.Ok(new MediaIdResponse(call.RequestId, started.Key.Id), LibraryJson.Wire.MediaIdResponse);
    }

    private static TagWork Described(TagWork work, Asset asset) =>
        work with { Title = asset.Title, Content = asset.Description };

    private static (string? Media, string? Type, RpcError? Error) ReadInput(RpcCall call)
    {
        if (call.Parameters[Input] is not { } json)
        {
            return (null, null, ImsErrors.Missing(Input));
        }

        if (ConfigObject.Parse(Input, json) is not { } input)
        {
            return (null, null, ImsErrors.Invalid(Input));
        }

        var media = input.Text("Media", text => text.Length <= ObjectRef.MaxTextLength);
        var type = input.Text("MediaType", MediaTypes.Has);
        return input.Invalid is { } member ? (null, null, ImsErrors.Invalid(member))
            : media is null ? (null, null, ImsErrors.Missing(Media))
            : (media, type, null);
    }

    private async Task<(Asset? Asset, RpcError? Error)> FindOrRegisterAsync(
        RpcCall call, string url, string? type, CancellationToken cancellationToken)
    {
        var (source, region, error) = urls.Parse(call.Account, Media, url);
        if (source is null)
        {
            return (null, error == ImsErrors.Forbidden ? error : ImsErrors.ForeignAddress);
        }

        var draft = new AssetDraft(call.Account, call.RequestId, url, source)
        {
            Region = region,
            MediaType = type,
            BusinessType = LibraryRules.General,
        };
        return ((await registration.RegisterAsync(draft, cancellationToken)).Asset, null);
    }
}
