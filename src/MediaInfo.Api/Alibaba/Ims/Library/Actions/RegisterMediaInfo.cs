using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Ims.Tags;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>RegisterMediaInfo: registers an object as an asset of the library and starts its analysis.</summary>
/// <remarks>
/// Source: "RegisterMediaInfo" of Intelligent Media Services. Once a video is analysed, its cover, snapshots and a sprite are
/// made; RegisterConfig says which.
/// </remarks>
/// <parameter name="InputURL" required="true" example="oss://example-bucket/demo/sample.mp4" maxbytes="4096">
/// The object's address: oss://bucket/key, or http(s)://bucket.oss-REGION.aliyuncs.com/key. The key is percent-encoded once.
/// </parameter>
/// <parameter name="MediaType" otherwise="by the key's extension, or else by the analysis" example="video"
/// values="video,audio,image,text">
/// video, audio, image or text.
/// </parameter>
/// <parameter name="BusinessType" otherwise="general" example="opening"
/// values="subtitles,watermark,opening,ending,font,general">
/// subtitles, watermark, opening, ending, font or general. Of MediaType text only subtitles and font; font of no other.
/// </parameter>
/// <parameter name="Title" otherwise="the file's name" example="Trailer" maxbytes="128">Up to 128 bytes.</parameter>
/// <parameter name="Description" otherwise="none" example="The second trailer" maxbytes="1024">Up to 1,024 bytes.</parameter>
/// <parameter name="MediaTags" otherwise="none" example="sea,sun" type="list" items="16" maxbytes="32">
/// Up to 16 tags, comma-separated, of 32 bytes each.
/// </parameter>
/// <parameter name="CoverURL" otherwise="none" example="https://example.com/cover.png" maxbytes="128">
/// The cover's address, up to 128 bytes. The address of an object of the account is returned signed, another one as it is.
/// </parameter>
/// <parameter name="UserData" otherwise="none" example='{"NotifyAddress":"ice-callback-mine"}' maxbytes="1024" pattern="^[^-]">
/// The owner's own data, up to 1,024 bytes, not beginning with '-'. A NotifyAddress in it gets this asset's events.
/// </parameter>
/// <parameter name="CateId" otherwise="none" example="100000001" type="integer" min="0">
/// The id of a category of the account.
/// </parameter>
/// <parameter name="ReferenceId" otherwise="none" example="trailer-0001" pattern="^[A-Za-z0-9_-]{6,64}$" maxlength="64">
/// The owner's own id, unique in the account: 6 to 64 letters, digits, '-' and '_'.
/// </parameter>
/// <parameter name="Overwrite" otherwise="false" example="true" type="boolean">
/// true deletes the object's earlier asset first.
/// </parameter>
/// <parameter name="ClientToken" otherwise="the call is a new one" example="9d0b1c2a4e8f4f0f8a7b6c5d4e3f2a1b"
/// pattern="^(-*[A-Za-z0-9]){32}-*$">
/// A UUID. A call with the token of a living asset answers that asset's id.
/// </parameter>
/// <parameter name="RegisterConfig" otherwise="all pictures"
/// example='{"NeedSprite":"false","CoverConfig":{"StartTime":"3.5"}}'>
/// A JSON object. NeedSprite and NeedSnapshot "false" switch these pictures off; CoverConfig.StartTime is the time of the
/// cover's frame in seconds, up to 4 decimals. Our own member Packets, true or false, says whether to count frames, which reads
/// the whole object. Other members change nothing.
/// <member name="NeedSnapshot" values="true,false" case="ignored" otherwise="true">Whether to make snapshots.</member>
/// <member name="NeedSprite" values="true,false" case="ignored" otherwise="true">Whether to make a sprite.</member>
/// <member name="CoverConfig">The cover.
/// <member name="StartTime" pattern="^[0-9]*\.?[0-9]*$">The time of its frame in seconds.</member>
/// </member>
/// <member name="Deep" type="boolean">The same as Packets.</member>
/// <member name="Packets" type="boolean">Whether to count frames.</member>
/// </parameter>
/// <parameter name="WorkflowId" otherwise="no workflow" example="88c6ca184c0e47098a5b665e2a126797" refused="true">
/// Refused: this service has no workflows.
/// </parameter>
/// <parameter name="SmartTagTemplateId" otherwise="no tags" example="S00000101-300080">
/// The id of a smart tag template of the account or of the service. What it names is recognised once the asset is analysed.
/// </parameter>
public sealed class RegisterMediaInfo(
    AssetRegistration registration, CategoryDirectory categories, LibraryUrl urls, NotifyAddress notify, TagPlanner tags)
    : ImsAction
{
    private const string Template = "SmartTagTemplateId";

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

        if (draft.CategoryId is { } category
            && (await categories.ReadAsync(call.Account, cancellationToken)).Find(category) is null)
        {
            return ImsErrors.UnknownCategory;
        }

        if (call.Parameters[Template] is { } template)
        {
            var (work, error) = await tags.PlanAsync(call.Account, new TagWish(Template, template), cancellationToken);
            if (work is null)
            {
                return error!;
            }

            work = work with { Title = draft.Title, Content = draft.Description };
            draft = draft with { Wishes = draft.Wishes with { Tags = work } };
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
        var (wishes, configError) = RegisterConfig.Parse(call.Parameters["RegisterConfig"]);
        parameters.Fail(configError);
        var (_, packets, invalid) = WorkConfig.Parse(call.Parameters["RegisterConfig"]);
        parameters.Fail(invalid is null ? null : ImsErrors.Invalid($"RegisterConfig.{invalid}"));
        parameters.Fail(call.Parameters["WorkflowId"] is null ? null : ImsErrors.NoWorkflows);
        var mediaType = parameters.Text("MediaType", MediaTypes.Has);
        var businessType = parameters.Text("BusinessType", LibraryRules.IsBusinessType);
        var effectiveType = mediaType ?? (source is null ? null : MediaTypes.OfKey(source.Key));
        parameters.Fail(
            LibraryRules.AreCompatible(effectiveType, businessType) ? null : ImsErrors.Invalid("BusinessType"));
        parameters.Fail(notify.Problem(call.Account, call.Parameters["UserData"]));
        return source is null ? null : new AssetDraft(call.Account, call.RequestId, url, source)
        {
            Region = region,
            MediaType = mediaType,
            BusinessType = businessType ?? LibraryRules.General,
            Title = parameters.Text("Title", LibraryRules.MaxTitleBytes),
            Description = parameters.Text("Description", LibraryRules.MaxTextBytes),
            Tags = parameters.List("MediaTags", AssetEditing.MaxTags, LibraryRules.MaxTagBytes) ?? [],
            CoverUrl = parameters.Text("CoverURL", LibraryRules.MaxTitleBytes),
            UserData = parameters.Text("UserData", LibraryRules.IsUserData),
            CategoryId = parameters.Number("CateId", 0, long.MaxValue),
            ReferenceId = parameters.Text("ReferenceId", LibraryRules.IsReferenceId),
            ClientToken = parameters.Text("ClientToken", LibraryRules.IsClientToken),
            Overwrite = parameters.Flag("Overwrite"),
            Packets = packets,
            Wishes = wishes ?? AssetWishes.Default,
        };
    }
}
