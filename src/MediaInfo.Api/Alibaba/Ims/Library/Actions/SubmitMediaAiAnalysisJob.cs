using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Ims.Tags;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>SubmitMediaAiAnalysisJob: recognises what an asset says and shows; GetMediaInfo has the results.</summary>
/// <remarks>
/// Source: "SubmitMediaAiAnalysisJob" of Intelligent Media Services. The object of an address is registered if it is not. The
/// results take the place of earlier ones.
/// </remarks>
/// <parameter name="Input" required="true" example='{"MediaType":"video","Media":"oss://example-bucket/demo/sample.mp4"}'>
/// JSON with the members Media, an asset's id or the address of an object of the account, and MediaType, video, audio, image or text.
/// </parameter>
/// <parameter name="AnalysisParams" otherwise="chapters, and speech where the service recognises it" example='{"needOcrData":true}'>
/// As the parameter Params of SubmitSmarttagJob.
/// </parameter>
/// <parameter name="UserData" otherwise="none" example="order-17">
/// Up to 1,024 bytes, not beginning with '-'. A NotifyAddress in it gets the events of an asset that this call registers.
/// </parameter>
public sealed class SubmitMediaAiAnalysisJob(
    AssetCatalog catalog, AssetRegistration registration, AssetTags tags, LibraryUrl urls, NotifyAddress notify, TagPlanner planner)
    : ImsAction
{
}
