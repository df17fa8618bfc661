using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Story;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Callbacks;

/// <summary>
/// The queue messages that request the post of a job's completion message to the address that its own submit call named.
/// </summary>
/// <remarks>
/// The pipeline's target gets the message in a delivery of its own, so that neither waits for the other, and the outcome that the
/// job's document shows is the pipeline's.
/// </remarks>
public sealed class NotifyUrlMessages(
    IJobStore jobs,
    CallbackPost post,
    IEnumerable<ICompletionFormat> formats,
    TimeProvider time,
    ILogger<NotifyUrlMessages> log)
    : ICallbackMessages
{
    private const string Notice = "notify-url";
    private const int Version = 1;

    private readonly Dictionary<string, ICompletionFormat> _formats =
        formats.ToDictionary(format => format.Dialect, StringComparer.Ordinal);

    /// <inheritdoc />
    public string Name => Notice;

    /// <summary>The address that the job's submit call named; null if it named none.</summary>
    public static string? UrlOf(AnalysisJob job) => job.Extras.Tags?.NotifyUrl;

    /// <summary>Writes the message that requests the post.</summary>
    public static string Write(JobKey job) => Envelope.Write(Notice, Version, job, JobJson.Default.JobKey);

    /// <inheritdoc />
    public async Task<TimeSpan?> DeliverAsync(string text, CancellationToken cancellationToken)
    {
        var key = Read(text) ?? throw new InvalidDataException("The message names no job");
        if ((await jobs.FindAsync(key, cancellationToken))?.Job is not { } job
            || UrlOf(job) is not { } url
            || !JobTransitions.IsFinal(job.State)
            || !_formats.TryGetValue(job.Dialect, out var format))
        {
            return null;
        }

        var body = await format.FormatAsync(job, cancellationToken);
        var attempt = await SendAsync(key, url, body, cancellationToken);
        if (attempt.Result is { } result)
        {
            await TellAsync(key, CallbackStory.Ended(result, time));
            log.NotifyUrlEnded(key.Id, job.RequestId, result.MessageId, result.ErrorCode);
        }

        return attempt.PutOff;
    }

    /// <inheritdoc />
    public async Task GiveUpAsync(string text, CancellationToken cancellationToken)
    {
        if (Read(text) is { } job)
        {
            log.NotifyUrlGivenUp(job.Id, job.Account);
            var result = CallbackResult.GivenUp("DeliveryFailed", "The address of the call could not be reached");
            await TellAsync(job, CallbackStory.Ended(result, time));
        }
    }

    private async Task<DeliveryAttempt> SendAsync(JobKey job, string url, string body, CancellationToken cancellationToken)
    {
        try
        {
            return await post.SendAsync(job, new NotifyTarget { Url = url }, body, cancellationToken);
        }
        catch (IOException e)
        {
            await TellAsync(job, CallbackStory.Failed(e, time));
            throw;
        }
    }

    private Task TellAsync(JobKey job, JobEvent told) =>
        jobs.TryTellAsync(job, told, _ => true, CancellationToken.None);

    private static JobKey? Read(string text) =>
        Envelope.Read(text, Notice, Version, JobJson.Default.JobKey) is { Account: not null, Id: not null } job ? job : null;
}
