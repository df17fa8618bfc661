using MediaInfo.Api.Huawei.Mpc.Wire;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>Maps jobs to the product's responses and messages.</summary>
public sealed class MpcTaskMapper(JobResults results, MpcTaskStatus status)
{
    /// <summary>The task with what is known of its media so far.</summary>
    public async Task<ExtractTask> MapAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var submitted = MpcObjects.Read(job.SubmittedInput);
        var media = await results.OfAsync(job, cancellationToken);
        var (code, description) = EndOf(job);
        return new ExtractTask
        {
            TaskId = JobNumber.Of(job.Key),
            Status = await status.OfAsync(job, cancellationToken),
            CreateTime = MpcTime.Write(job.CreatedAt),
            StartTime = job.StartedAt is { } started ? MpcTime.Write(started) : null,
            EndTime = job.EndedAt is { } ended ? MpcTime.Write(ended) : null,
            ErrorCode = code,
            Description = description,
            Reason = job.Failure?.ToString(),
            UserData = job.UserData,
            Input = submitted?.Input,
            Output = submitted?.Output,
            Metadata = media is null ? null : MpcMetaDataMapper.Map(media),
            ProbeUsage = job.Usage,
        };
    }

    /// <summary>The task for the response to the call that created it.</summary>
    public async Task<CreateTaskResponse> MapCreatedAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var task = await MapAsync(job, cancellationToken);
        return new CreateTaskResponse
        {
            TaskId = task.TaskId,
            Status = task.Status,
            CreateTime = task.CreateTime,
            Output = task.Output,
            OutputFileName = task.Output is { } output ? MpcOutput.NameOf(output, task.TaskId) : null,
            ErrorCode = task.ErrorCode,
            Description = task.Description,
            Reason = task.Reason,
            Metadata = task.Metadata,
            ProbeUsage = task.ProbeUsage,
        };
    }

    private static (string? Code, string? Description) EndOf(AnalysisJob job) => job switch
    {
        { Failure: { } failure } => MpcErrors.OfFailure(failure),
        { State: JobState.Succeeded } => (null, "The task has completed."),
        _ => (null, null),
    };
}
