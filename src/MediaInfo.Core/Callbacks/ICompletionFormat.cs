using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Callbacks;

/// <summary>Writes a job's completion message as its dialect's documents have it.</summary>
public interface ICompletionFormat
{
    /// <summary>The dialect, as in <see cref="AnalysisJob.Dialect"/>.</summary>
    string Dialect { get; }

    /// <summary>The message's body.</summary>
    Task<string> FormatAsync(AnalysisJob job, CancellationToken cancellationToken);
}
