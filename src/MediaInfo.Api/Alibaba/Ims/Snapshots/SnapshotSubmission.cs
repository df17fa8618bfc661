using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots;

/// <summary>Reads the parameters of a call that submits a snapshot job.</summary>
public sealed class SnapshotSubmission(
    ImsInput input, SnapshotOutput output, SnapshotTemplate template, ImsSchedule schedule)
{
    /// <summary>What to do, or why the call is refused.</summary>
    public async Task<(AnalysisRequest? Request, RpcError? Error)> ParseAsync(RpcCall call, CancellationToken cancellationToken)
    {
        if (ImsJobTexts.Problem(call) is { } problem)
        {
            return (null, problem);
        }

        var (source, given, inputError) = await input.ParseAsync(call, cancellationToken);
        if (source is null || given is null)
        {
            return (null, inputError);
        }

        var (order, id, config, templateError) = await template.ParseAsync(call, cancellationToken);
        if (order is null)
        {
            return (null, templateError);
        }

        var (placed, target, outputError) = output.Parse(call, order);
        if (placed is null || target is null)
        {
            return (null, outputError);
        }

        var (effective, scheduleError) = await schedule.ParseAsync(call, cancellationToken);
        return effective is null ? (null, scheduleError) : (new AnalysisRequest(
            call.Account,
            ImsApi.SnapshotDialect,
            call.RequestId,
            source,
            new SubmittedSnapshot(given, target, id, config).Write(),
            effective.PipelineId,
            ImsJobTexts.UserDataOf(call),
            Synchronous: false)
        {
            Name = ImsJobTexts.NameOf(call),
            Priority = effective.Priority,
            FormKey = input.FormKeyOf(given),
            Digest = false,
            Packets = false,
            Frames = [placed],
        }, null);
    }
}
