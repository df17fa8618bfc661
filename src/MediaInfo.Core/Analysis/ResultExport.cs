using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Analysis;

/// <summary>Writes a job's description, in the format of its dialect, to the location the caller chose.</summary>
public sealed class ResultExport(
    IEnumerable<IResultFormat> formats, JobResults results, IObjectWriter writer, ObjectAccess access)
{
    private readonly Dictionary<string, IResultFormat> _formats =
        formats.ToDictionary(format => format.Dialect, StringComparer.Ordinal);

    /// <summary>Whether the caller wants a file.</summary>
    public bool IsWanted(AnalysisJob job) =>
        _formats.TryGetValue(job.Dialect, out var format) && format.TargetOf(job) is not null;

    /// <summary>
    /// Writes the file if the caller wants one. Idempotent: a second call overwrites the file with the same content.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="part">The stored description.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>Why the file could not be written; null if it was written or not requested.</returns>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    public async Task<JobFailure?> WriteAsync(AnalysisJob job, ResultPart part, CancellationToken cancellationToken)
    {
        if (!_formats.TryGetValue(job.Dialect, out var format) || format.TargetOf(job) is not { } target)
        {
            return null;
        }

        // The settings may have changed since the job was accepted.
        if (!access.MayWrite(job.Key.Account, target.Bucket))
        {
            return FailureOf(ObjectWriteStatus.Denied, target);
        }

        if (!ObjectRef.CanBeListed(target.Key))
        {
            return FailureOf(ObjectWriteStatus.NotFound, target);
        }

        var description = await results.DescriptionAsync(job.Key, part, cancellationToken)
            ?? throw new IOException($"The stored description of job {job.Key.Id} no longer exists");
        var status = await writer.WriteAsync(
            target, format.Write(job, description), format.ContentType, job.Key.Account, cancellationToken);
        return FailureOf(status, target);
    }

    private static JobFailure? FailureOf(ObjectWriteStatus status, ObjectRef target) => status switch
    {
        ObjectWriteStatus.Written => null,
        ObjectWriteStatus.NotFound => new JobFailure(
            FailureReason.OutputNotFound, $"The output bucket {target.Bucket} does not exist, or the object name is invalid"),
        ObjectWriteStatus.Occupied => new JobFailure(
            FailureReason.OutputOccupied,
            "The output object already exists and was not written by this service for this account"),
        _ => new JobFailure(FailureReason.OutputDenied, $"Write access to the output bucket {target.Bucket} is denied"),
    };
}
