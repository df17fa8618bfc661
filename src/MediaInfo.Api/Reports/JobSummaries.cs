using MediaInfo.Api.Reports.Wire;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Jobs.Story;

namespace MediaInfo.Api.Reports;

/// <summary>Maps jobs of every dialect to our own actions' responses.</summary>
internal static class JobSummaries
{
    private const string Numbered = "mpc";

    /// <summary>A job as a list has it.</summary>
    public static JobSummary Of(AnalysisJob job) => With(new JobSummary(), job);

    /// <summary>A job with everything that its document tells.</summary>
    public static JobDetail DetailOf(AnalysisJob job) => With(new JobDetail(), job) with
    {
        Input = job.SubmittedInput,
        UserData = job.UserData,
        SubmitRequestId = job.RequestId,
        Synchronous = job.Synchronous,
        Extras = new JobExtras(job.Extras.Digest, job.Extras.Packets, job.Extras.Frames.Count)
        {
            Recognisers = job.Extras.Tags is { } tags ? [.. tags.Recognisers.Select(recogniser => recogniser.ToString())] : null,
        },
        StepProgress = job.StepProgress,
        Frames = job is { State: JobState.Succeeded, Extras.Frames.Count: > 0 } ? true : null,
        Callback = job.Callback is { } callback
            ? new JobCallback(callback.MessageId) { ErrorCode = callback.ErrorCode, ErrorMessage = callback.ErrorMessage }
            : null,
        Story = [.. JobStory.Of(job).Select(told => new StoryEvent(OwnText.Time(told.At), told.Kind.ToString(), told.Detail))],
        StoryOmitted = job.Story is { Omitted: > 0 and var omitted } ? omitted : null,
    };

    /// <summary>The id by which the job's own API knows it.</summary>
    public static string IdOf(AnalysisJob job) =>
        string.Equals(job.Dialect, Numbered, StringComparison.Ordinal) ? JobNumber.Of(job.Key) : job.Key.Id;

    private static T With<T>(T summary, AnalysisJob job)
        where T : JobSummary => summary with
    {
        JobId = IdOf(job),
        Dialect = JobDialects.ApiOf(job.Dialect),
        Work = OwnText.Of(JobDialects.WorkOf(job.Dialect)),
        State = job.State.ToString(),
        Bucket = job.Source.Bucket,
        Object = job.Source.Key,
        Name = job.Name,
        PipelineId = job.PipelineId,
        Priority = job.Priority,
        CreatedAt = OwnText.Time(job.CreatedAt),
        StartedAt = job.StartedAt is { } started ? OwnText.Time(started) : null,
        EndedAt = job.EndedAt is { } ended ? OwnText.Time(ended) : null,
        Progress = job.Progress,
        Usage = job.Usage is { } usage ? Usage.Of(usage) : null,
        Failure = job.Failure is { } failure ? new JobProblem(failure.Reason.ToString(), failure.Detail) : null,
    };
}
