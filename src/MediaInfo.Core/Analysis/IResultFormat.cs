using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Analysis;

/// <summary>Formats the result file of a dialect that can write results to the caller's bucket.</summary>
public interface IResultFormat
{
    /// <summary>The dialect, as in <see cref="AnalysisJob.Dialect"/>.</summary>
    string Dialect { get; }

    /// <summary>The file's media type.</summary>
    string ContentType { get; }

    /// <summary>Where to write the job's result file; null if the caller wants none. Stable across calls.</summary>
    ObjectRef? TargetOf(AnalysisJob job);

    /// <summary>Returns the content of the file.</summary>
    byte[] Write(AnalysisJob job, MediaDescription description);
}
