using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Alibaba.Rpc.Wire;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>Maps jobs to the product's responses and messages.</summary>
public sealed class MpsJobMapper(JobResults results, MpsPropertiesOptions options)
{
    /// <summary>The job for a submit call's response, whose model calls the digest MD5.</summary>
    public async Task<MediaInfoJob> ToSubmittedAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var description = await results.OfAsync(job, cancellationToken);
        return Map(job, description is null ? null : MpsPropertiesMapper.ToSubmitted(description, options));
    }

    /// <summary>The job for a query's response.</summary>
    public async Task<MediaInfoJob> ToQueriedAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var description = await results.OfAsync(job, cancellationToken);
        return Map(job, description is null ? null : MpsPropertiesMapper.ToQueried(description, options));
    }

    /// <summary>
    /// The product's name for a state. A job waiting for a worker or a paused pipeline counts as being analysed.
    /// </summary>
    public static string StateOf(JobState state) => state switch
    {
        JobState.Succeeded => "Success",
        JobState.Failed or JobState.Canceled => "Fail",
        _ => "Analyzing",
    };

    private static MediaInfoJob Map(AnalysisJob job, Properties? properties)
    {
        var (code, message) = job.Failure is { } failure ? MpsErrors.OfFailure(failure) : ((string?)null, (string?)null);
        return new MediaInfoJob
        {
            JobId = job.Key.Id,
            State = StateOf(job.State),
            CreationTime = AlibabaText.Time(job.CreatedAt),
            PipelineId = job.PipelineId,
            Async = !job.Synchronous,
            UserData = job.UserData,
            Input = MpsInput.Read(job.SubmittedInput),
            Code = code,
            Message = message,
            Reason = job.Failure?.ToString(),
            MNSMessageResult = job.Callback is { } callback
                ? new MnsMessageResult(callback.MessageId, callback.ErrorCode, callback.ErrorMessage)
                : null,
            ProbeUsage = ReadingCost.Of(job.Usage),
            Properties = properties,
        };
    }
}
