namespace MediaInfo.Core.Jobs.Story;

/// <summary>Writes events that no other write of a job's document tells.</summary>
public static class JobStoryNotes
{
    /// <summary>
    /// Adds an event to a job's document, if the document can be written now. The story alone is worth no failure and no retry.
    /// </summary>
    /// <param name="jobs">The store.</param>
    /// <param name="key">The job.</param>
    /// <param name="next">The event.</param>
    /// <param name="isTold">Whether the event still belongs into a version of the document.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public static async Task TryTellAsync(
        this IJobStore jobs,
        JobKey key,
        JobEvent next,
        Func<AnalysisJob, bool> isTold,
        CancellationToken cancellationToken)
    {
        try
        {
            await jobs.UpdateAsync(
                key,
                job => isTold(job) ? job with { Story = JobStory.Add(job.Story, next) } : null,
                cancellationToken);
        }
        catch (IOException)
        {
            // The event is lost; the job is not.
        }
    }
}
