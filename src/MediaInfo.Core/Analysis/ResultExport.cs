using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Analysis;

/// <summary>Writes a job's description, in its dialect's form, to where the caller wants it.</summary>
public sealed class ResultExport(IEnumerable<IResultFormat> formats, JobResults results, IObjectWriter writer, ObjectAccess access)
{
    private readonly Dictionary<string, IResultFormat> _formats = formats.ToDictionary(format => format.Dialect, StringComparer.Ordinal);

    /// <summary>Writes the file, where the caller wants one. A second time writes the same over it.</summary>
    /// <param name="job">The job.</param>
    /// <param name="part">The stored description.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Why it could not be written; null when it was, or none is wanted.</returns>
    /// <exception cref="IOException">Storage cannot be reached now; try again.</exception>
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
            ?? throw new IOException($"The stored description of job {job.Key.Id} is gone");
        var status = await writer.WriteAsync(
            target, format.Write(job, description), format.ContentType, job.Key.Account, cancellationToken);
        return FailureOf(status, target);
    }

    private static JobFailure? FailureOf(ObjectWriteStatus status, ObjectRef target) => status switch
    {
        ObjectWriteStatus.Written => null,
        ObjectWriteStatus.NotFound => new JobFailure(
            FailureReason.OutputNotFound, $"The output bucket {target.Bucket} does not exist, or no object of it can have that name"),
        ObjectWriteStatus.Occupied => new JobFailure(
            FailureReason.OutputOccupied, "The output object exists, and this service did not write it for this account"),
        _ => new JobFailure(FailureReason.OutputDenied, $"The output bucket {target.Bucket} may not be written to"),
    };
}
