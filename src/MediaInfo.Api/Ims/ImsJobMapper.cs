using MediaInfo.Api.Ims.Wire;
using MediaInfo.Api.Rpc;
using MediaInfo.Api.Rpc.Wire;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Ims;

/// <summary>Jobs as the product's answers show them.</summary>
public sealed class ImsJobMapper(JobResults results, OssUrl urls)
{
    /// <summary>The job with what is known of its media by now.</summary>
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
            Async = true,
            UserData = job.UserData,
            ScheduleConfig = new ScheduleConfig(job.PipelineId, job.Priority),
            Status = ImsJobStatus.Of(job.State),
            ProbeUsage = ProbeUsage.Of(job.Usage),
            SubmitResultJson = ResultOf(job.Failure),
            MediaInfoProperty = media is null ? null : ImsPropertyMapper.ToProperty(media, AddressOf(job.Source, input), MediaIdOf(input)),
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
            return new SubmitResult(Code: null, Message: null);
        }

        var (code, message) = ImsErrors.OfFailure(failure);
        return new SubmitResult(code, message);
    }

    // Of several locations that mean this storage, the one that the caller named.
    private ObjectAddress AddressOf(ObjectRef source, JobInput? input) =>
        input is { Type: ImsInput.Oss } && urls.Read(input.Media) is { } named && named.Source == source
            ? named
            : urls.AddressOf(source);
}
