using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Templates.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates.Actions;

/// <summary>GetSystemTemplate: a template of the service by its id.</summary>
/// <remarks>Source: "GetSystemTemplate" of Intelligent Media Services.</remarks>
/// <parameter name="TemplateId" required="true" example="5e1f0a6c0d0b4c6fa7a3d1e2b9c80001">The template's id.</parameter>
public sealed class GetSystemTemplate : ImsAction
{
    private const string Id = "TemplateId";

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Find(call));

    private static RpcAnswer Find(RpcCall call) =>
        call.Parameters[Id] is not { } id ? ImsErrors.Missing(Id)
        : SystemTemplates.Find(id) is not { } found ? TemplateMapper.ErrorOf(TemplateProblem.NotFound)
        : RpcAnswer.Ok(
            new GetSystemTemplateResponse(call.RequestId, TemplateMapper.System(found)),
            TemplateJson.Wire.GetSystemTemplateResponse);
}
