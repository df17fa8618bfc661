using MediaInfo.Api.Alibaba.Ims.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Alibaba.Rpc.Wire;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>Maps jobs to the product's responses.</summary>
public sealed class ImsJobMapper(JobResults results, OssUrl urls)
{
    /// <summary>The job with what is known of its media so far.</summary>
    public async Task<MediaInfoJob> MapAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var input = ImsInput.Read(job.SubmittedInput);
        var media = await results.OfAsync(job, cancellationToken);
        return new MediaInfoJob
        {
            Name = job.Name,
            TriggerSource = "API",
            JobId = job.Key.Id,
            Input = input,
            Async = !job.Synchronous,
            UserData = job.UserData,
            ScheduleConfig = new ScheduleConfig(job.PipelineId, job.Priority),
            Status = ImsJobStatus.Of(job.State),
            ProbeUsage = ReadingCost.Of(job.Usage),
            SubmitResultJson = ResultOf(job.Failure),
            MediaInfoProperty = media is null
                ? null
                : ImsPropertyMapper.ToProperty(media, AddressOf(job.Source, input), MediaIdOf(input)),
            SubmitTime = AlibabaText.Time(job.CreatedAt),
            FinishTime = job.EndedAt is { } ended ? AlibabaText.Time(ended) : null,
            RequestId = job.RequestId,
        };
    }

    private static string? MediaIdOf(JobInput? input) => input is { Type: ImsInput.Asset } ? input.Media : null;

    private static SubmitResult ResultOf(JobFailure? failure)
    {
        if (failure is null)
        {
            return new SubmitResult(Code: null, Message: null, Reason: null);
        }

        var (code, message) = ImsErrors.OfFailure(failure);
        return new SubmitResult(code, message, failure.ToString());
    }

    // Several locations may mean this storage; this picks the one that the caller named.
    private ObjectAddress AddressOf(ObjectRef source, JobInput? input) =>
        input is { Type: ImsInput.Oss } && urls.Read(input.Media) is { } named && named.Source == source
            ? named
            : urls.AddressOf(source);
}
