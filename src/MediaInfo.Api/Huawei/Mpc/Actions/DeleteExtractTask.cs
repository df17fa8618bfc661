using MediaInfo.Core.Jobs;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Huawei.Mpc.Actions;

/// <summary>DELETE: cancels a waiting task.</summary>
/// <remarks>Source: "Canceling a Video Parsing Task" of Media Processing Center.</remarks>
/// <parameter name="task_id" required="true" example="6988812345678901">One task id.</parameter>
public sealed class DeleteExtractTask(JobCancellation cancellation) : IMpcAction
{
    /// <inheritdoc />
    public string Method => HttpMethods.Delete;

    /// <inheritdoc />
    public string Name => nameof(DeleteExtractTask);

    /// <inheritdoc />
    public async Task<MpcAnswer> InvokeAsync(MpcCall call, CancellationToken cancellationToken)
    {
        if (call.Query.List("task_id") is not [var number])
        {
            return MpcErrors.Invalid("task_id", "must name exactly one task");
        }

        return JobNumber.Find(call.Account, number) is { } id
            && await cancellation.TryCancelAsync(call.Tasks, id, cancellationToken)
            ? MpcAnswer.Done
            : MpcErrors.OperationFailed;
    }
}
