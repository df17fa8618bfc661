using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>RegisterMediaInfo: registers an object as an asset of the library and starts its analysis.</summary>
/// <remarks>
/// Source: "RegisterMediaInfo" of Intelligent Media Services. RegisterConfig, SmartTagTemplateId and WorkflowId have no effect.
/// </remarks>
/// <parameter name="InputURL" required="true" example="oss://example-bucket/demo/sample.mp4">
/// The object's address: oss://bucket/key, or http(s)://bucket.oss-REGION.aliyuncs.com/key. The key is percent-encoded once.
/// </parameter>
/// <parameter name="MediaType" otherwise="by the key's extension, or else by the analysis" example="video">
/// video, audio, image or text.
/// </parameter>
/// <parameter name="BusinessType" otherwise="general" example="opening">
/// subtitles, watermark, opening, ending or general.
/// </parameter>
/// <parameter name="Title" otherwise="the file's name" example="Trailer">Up to 128 bytes.</parameter>
/// <parameter name="Description" otherwise="none" example="The second trailer">Up to 1,024 bytes.</parameter>
/// <parameter name="MediaTags" otherwise="none" example="sea,sun">Up to 16 tags, comma-separated, of 32 bytes each.</parameter>
/// <parameter name="CoverURL" otherwise="none" example="https://example.com/cover.png">
/// The cover's address, up to 128 bytes. Kept and returned.
/// </parameter>
/// <parameter name="UserData" otherwise="none" example='{"NotifyAddress":"ice-callback-mine"}'>
/// The owner's own data, up to 1,024 bytes. A NotifyAddress in it gets this asset's events.
/// </parameter>
/// <parameter name="CateId" otherwise="none" example="7">The category's id, a number. Kept and returned.</parameter>
/// <parameter name="ReferenceId" otherwise="none" example="trailer-0001">
/// The owner's own id, unique in the account: 6 to 64 letters, digits, '-' and '_'.
/// </parameter>
/// <parameter name="Overwrite" otherwise="false" example="true">true deletes the object's earlier asset first.</parameter>
/// <parameter name="ClientToken" otherwise="the call is a new one" example="9d0b1c2a4e8f4f0f8a7b6c5d4e3f2a1b">
/// A UUID. A call with the token of a living asset answers that asset's id.
/// </parameter>
/// <parameter name="RegisterConfig" otherwise="nothing changes" example='{"NeedSprite":"false"}'>
/// A JSON object. It changes nothing.
/// </parameter>
public sealed class RegisterMediaInfo(AssetRegistration registration, LibraryUrl urls, NotifyAddress notify) : ImsAction
{
    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        if (Parse(call, parameters) is not { } draft || parameters.Error is not null)
        {
            return parameters.Error!;
        }

        var asset = (await registration.RegisterAsync(draft, cancellationToken)).Asset;
        return asset is null
            ? ImsErrors.ReferenceIsTaken
            : RpcAnswer.Ok(new MediaIdResponse(call.RequestId, asset.Key.Id), LibraryJson.Wire.MediaIdResponse);
    }

    private AssetDraft? Parse(RpcCall call, LibraryParameters parameters)
    {
        if (call.Parameters["InputURL"] is null)
        {
            parameters.Fail(ImsErrors.Missing("InputURL"));
            return null;
        }

        if (parameters.Text("InputURL", LibraryRules.MaxUrlBytes) is not { } url)
        {
            return null;
        }

        var (source, region, error) = urls.Parse(call.Account, "InputURL", url);
        parameters.Fail(error);
        parameters.JsonObject("RegisterConfig");
        parameters.Fail(notify.Problem(call.Account, call.Parameters["UserData"]));
        return source is null ? null : new AssetDraft(call.Account, call.RequestId, url, source)
        {
            Region = region,
            MediaType = parameters.Text("MediaType", MediaTypes.Has),
            BusinessType = parameters.Text("BusinessType", LibraryRules.IsBusinessType) ?? LibraryRules.General,
            Title = parameters.Text("Title", LibraryRules.MaxTitleBytes),
            Description = parameters.Text("Description", LibraryRules.MaxTextBytes),
            Tags = parameters.List("MediaTags", AssetEditing.MaxTags, LibraryRules.MaxTagBytes) ?? [],
            CoverUrl = parameters.Text("CoverURL", LibraryRules.MaxTitleBytes),
            UserData = parameters.Text("UserData", LibraryRules.MaxTextBytes),
            CategoryId = parameters.Number("CateId", 0, long.MaxValue),
            ReferenceId = parameters.Text("ReferenceId", LibraryRules.IsReferenceId),
            ClientToken = parameters.Text("ClientToken", LibraryRules.IsClientToken),
            Overwrite = parameters.Flag("Overwrite"),
        };
    }
}
