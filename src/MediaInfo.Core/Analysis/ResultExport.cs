using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
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
        if (access.RefusalOf(job.Key.Account, target) is { } refusal)
        {
            return WriteFailures.Of(refusal, target);
        }

        var description = await results.DescriptionAsync(job.Key, part, cancellationToken)
            ?? throw new IOException($"The stored description of job {job.Key.Id} no longer exists");
        var status = await writer.WriteAsync(
            target, format.Write(job, description), format.ContentType, job.Key.Account, cancellationToken);
        return WriteFailures.Of(status, target);
    }
}
