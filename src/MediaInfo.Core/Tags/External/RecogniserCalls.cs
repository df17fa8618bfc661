using System.Globalization;
using System.Text;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Tags.External;

/// <summary>Calls the recogniser of the operator's own until it answers, or has had enough tries.</summary>
public sealed class RecogniserCalls(IRecogniserPost post, TagOptions options, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>How long all calls of one try may take together, with the pauses between them.</summary>
    public TimeSpan Longest => (options.TimeLimit * options.Calls) + (FirstPause * Math.Pow(2, options.Calls));

    /// <summary>The results, or why there are none.</summary>
    /// <param name="job">The job, whose id is the same in every call.</param>
    /// <param name="body">The request.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public async Task<(IReadOnlyList<TagResult>? Results, JobFailure? Failure)> SendAsync(
        JobKey job, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        for (var call = 1; ; call++)
        {
            var answer = await post.SendAsync(options.Url!, Headers(job, body), body, cancellationToken);
            if (!answer.IsPassing || call >= options.Calls)
            {
                return Judge(answer);
            }

            await Task.Delay(pause, time, cancellationToken);
            pause *= 2;
        }
    }

    private Dictionary<string, string> Headers(JobKey job, ReadOnlyMemory<byte> body)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [CallbackSignature.TimestampHeader] = timestamp,
            [CallbackSignature.DeliveryHeader] = job.Id,
            [CallbackSignature.SignatureHeader] =
                CallbackSignature.Of(options.Key!, timestamp, job.Id, Encoding.UTF8.GetString(body.Span)),
        };
    }

    private (IReadOnlyList<TagResult>? Results, JobFailure? Failure) Judge(PostAnswer answer)
    {
        if (answer is { IsSuccess: true })
        {
            var (results, problem) = AnswerBody.Read(answer.Body);
            return problem is null
                ? (results, null)
                : (null, Failed($"The answer of the recogniser cannot be used: {problem}"));
        }

        return (null, Failed(answer switch
        {
            { Status: null } => "The recogniser did not answer in time",
            { IsTooLong: true } => $"The answer of the recogniser is longer than {options.MaxAnswerBytes} bytes",
            _ => string.Create(CultureInfo.InvariantCulture, $"The recogniser answered with {answer.Status}"),
        }));
    }

    private static JobFailure Failed(string detail) => new(FailureReason.RecogniserFailed, detail);
}
