using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>RegisterMediaInfo: registers an object as an asset of the library and starts its analysis.</summary>
/// <remarks>
/// Source: "RegisterMediaInfo" of Intelligent Media Services. RegisterConfig, SmartTagTemplateId and WorkflowId have no effect.
/// </remarks>
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
