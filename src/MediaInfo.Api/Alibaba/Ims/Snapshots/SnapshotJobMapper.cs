using MediaInfo.Api.Alibaba.Ims.Snapshots.Wire;
using MediaInfo.Api.Alibaba.Ims.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Alibaba.Rpc.Wire;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots;

/// <summary>Maps snapshot jobs to responses.</summary>
public sealed class SnapshotJobMapper(FrameResults made, OssUrl urls)
{
    private const string Source = "API";

    /// <summary>The job with everything that is known of it.</summary>
    public async Task<SnapshotJob> MapAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var submitted = SubmittedSnapshot.Read(job.SubmittedInput);
        var input = InputOf(job, submitted);
        var (code, message) = job.Failure is { } failure ? ImsErrors.OfFailure(failure) : ((string?)null, (string?)null);
        return new SnapshotJob
        {
            JobId = job.Key.Id,
            TriggerSource = Source,
            Name = job.Name,
            Type = TypeOf(job),
            Input = new SnapshotFile(input.Type, input.Media, FileOf(AddressOf(input) ?? urls.AddressOf(job.Source))),
            Output = submitted?.Output is { } output
                ? new SnapshotFile(output.Type, output.Media, FileOf(AddressOf(output)))
                : null,
            Count = await CountAsync(job, cancellationToken),
            Async = true,
            TemplateId = submitted?.TemplateId,
            TemplateConfig = submitted?.TemplateConfig,
            PipelineId = job.PipelineId,
            Status = ImsJobStatus.Of(job.State),
            Progress = JobTransitions.IsFinal(job.State) ? null : job.Progress,
            Code = code,
            Message = message,
            Reason = job.Failure?.ToString(),
            ProbeUsage = ReadingCost.Of(job.Usage),
            SubmitTime = AlibabaText.Time(job.CreatedAt),
            FinishTime = TimeOf(job.EndedAt),
            UserData = job.UserData,
            CreateTime = AlibabaText.Time(job.CreatedAt),
            ModifiedTime = AlibabaText.Time(ModifiedAt(job)),
        };
    }

    /// <summary>The job as a list has it.</summary>
    public async Task<ListedSnapshotJob> MapListedAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var submitted = SubmittedSnapshot.Read(job.SubmittedInput);
        return new ListedSnapshotJob
        {
            JobId = job.Key.Id,
            TriggerSource = Source,
            Name = job.Name,
            Type = TypeOf(job),
            Input = InputOf(job, submitted),
            Output = submitted?.Output,
            Count = await CountAsync(job, cancellationToken),
            Async = true,
            TemplateId = submitted?.TemplateId,
            PipelineId = job.PipelineId,
            Status = ImsJobStatus.Of(job.State),
            SubmitTime = AlibabaText.Time(job.CreatedAt),
            FinishTime = TimeOf(job.EndedAt),
            CreateTime = AlibabaText.Time(job.CreatedAt),
            ModifiedTime = AlibabaText.Time(ModifiedAt(job)),
        };
    }

    // A job of an asset keeps the asset's id.
    private static JobInput InputOf(AnalysisJob job, SubmittedSnapshot? submitted) =>
        submitted?.Input ?? new JobInput(ImsInput.Asset, job.SubmittedInput);

    // A job of an asset makes several things.
    private static string? TypeOf(AnalysisJob job) => job.Extras.Frames is not [var order] ? null : order.Kind switch
    {
        FrameOrderKind.Snapshots => "Normal",
        var kind => kind.ToString(),
    };

    private static DateTimeOffset ModifiedAt(AnalysisJob job) => job.EndedAt ?? job.StartedAt ?? job.CreatedAt;

    private static string? TimeOf(DateTimeOffset? at) => at is { } known ? AlibabaText.Time(known) : null;

    private static OssFile? FileOf(ObjectAddress? address) =>
        address is null ? null : new OssFile(address.Source.Bucket, address.Location, address.Source.Key);

    private ObjectAddress? AddressOf(JobInput file) => file.Type is ImsInput.Oss ? urls.Read(file.Media) : null;

    private async Task<int?> CountAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        job.State == JobState.Succeeded && await made.FindAsync(job.Key, cancellationToken) is { } sets
            ? sets.Sets.Sum(set => set.Frames)
            : job.Extras.Frames is [{ Count: var count }] ? count : null;
}
