using System.Text;
using MediaInfo.Api.Alibaba.Ims.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims.Actions;

/// <summary>SubmitMediaInfoJob: accepts an analysis, which runs in the background.</summary>
/// <remarks>Source: "SubmitMediaInfoJob" of Intelligent Media Services.</remarks>
/// <parameter name="Name" otherwise="absent from the job too" example="trailer">
/// The caller's name for the job; up to 1,024 bytes of UTF-8.
/// </parameter>
/// <parameter name="UserData" otherwise="absent from the job too" example="order-17">
/// The caller's own data, returned with the job and its message; up to 1,024 bytes of UTF-8.
/// </parameter>
public sealed class SubmitMediaInfoJob(ImsInput input, ImsSchedule schedule, JobService jobs, ImsJobMapper mapper) : ImsAction
{
    // The limit of MPS; this product documents none.
    private const int MaxTextBytes = 1024;

    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (request, error) = await ParseAsync(call, cancellationToken);
        if (request is null)
        {
            return error!;
        }

        var job = await jobs.SubmitAsync(request, cancellationToken);
        var body = new MediaInfoJobResponse(call.RequestId, await mapper.MapAsync(job, cancellationToken));
        return RpcAnswer.Ok(body, ImsJson.Wire.MediaInfoJobResponse);
    }

    private async Task<(AnalysisRequest? Request, RpcError? Error)> ParseAsync(RpcCall call, CancellationToken cancellationToken)
    {
        if (Array.Find(["Name", "UserData"], parameter => IsTooLong(call.Parameters[parameter])) is { } tooLong)
        {
            return (null, ImsErrors.Invalid(tooLong));
        }

        var (source, submitted, inputError) = await input.ParseAsync(call, cancellationToken);
        if (source is null || submitted is null)
        {
            return (null, inputError);
        }

        var (effective, scheduleError) = await schedule.ParseAsync(call, cancellationToken);
        return effective is null
            ? (null, scheduleError)
            : (Request(call, source, submitted, effective) with { FormKey = input.FormKeyOf(submitted) }, null);
    }

    private static AnalysisRequest Request(RpcCall call, ObjectRef source, JobInput submitted, ScheduleConfig effective) => new(
        call.Account,
        ImsApi.Dialect,
        call.RequestId,
        source,
        ImsInput.Write(submitted),
        effective.PipelineId,
        call.Parameters["UserData"],
        Synchronous: false)
    {
        Name = call.Parameters["Name"],
        Priority = effective.Priority,
    };

    private static bool IsTooLong(string? text) => text is not null && Encoding.UTF8.GetByteCount(text) > MaxTextBytes;
}
