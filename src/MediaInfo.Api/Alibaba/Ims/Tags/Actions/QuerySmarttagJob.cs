using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Ims.Tags.Actions;

/// <summary>QuerySmarttagJob: a tag job with its results.</summary>
/// <remarks>Source: "QuerySmarttagJob" of Intelligent Media Services.</remarks>
/// <parameter name="JobId" required="true" example="88c6ca184c0e47098a5b665e2a126797">The job's id.</parameter>
/// <parameter name="Params" otherwise="auto" example='{"labelResultType":"auto"}'>
/// JSON whose member labelResultType is auto. The vendor's other value, hmi, is refused: nobody corrects results here.
/// <member name="labelResultType" values="auto">auto.</member>
/// </parameter>
public sealed class QuerySmarttagJob(IJobStore jobs, TagJobMapper mapper) : ImsAction
{
    private const string Id = "JobId";
    private const string Params = "Params";

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        if (call.Parameters[Id] is not { } id)
        {
            return ImsErrors.Missing(Id);
        }

        if (call.Parameters[Params] is { } text && !AreLegal(text))
        {
            return ImsErrors.Invalid(Params);
        }

        if (await jobs.FindAsync(new JobKey(call.Account, id), cancellationToken) is not { Job: { Dialect: TagApi.Dialect } job })
        {
            return ImsErrors.NotFound(Id);
        }

        var body = await mapper.MapAsync(call.RequestId, job, cancellationToken);
        return RpcAnswer.Ok(body, SmarttagJson.Wire.QuerySmarttagJobResponse);
    }

    private static bool AreLegal(string text)
    {
        var config = ConfigObject.Parse(Params, text);
        config?.Text("labelResultType", type => type is "auto");
        return config is { Invalid: null };
    }
}
