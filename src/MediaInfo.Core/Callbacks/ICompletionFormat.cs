using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Callbacks;

/// <summary>Formats a job's completion message as documented for its dialect.</summary>
public interface ICompletionFormat
{
    /// <summary>The dialect, as in <see cref="AnalysisJob.Dialect"/>.</summary>
    string Dialect { get; }

    /// <summary>Returns the message body.</summary>
    Task<string> FormatAsync(AnalysisJob job, CancellationToken cancellationToken);
}
