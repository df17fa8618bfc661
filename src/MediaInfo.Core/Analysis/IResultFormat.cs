using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Analysis;

/// <summary>The result file of a dialect whose callers may have one written to their bucket.</summary>
public interface IResultFormat
{
    /// <summary>The dialect, as in <see cref="AnalysisJob.Dialect"/>.</summary>
    string Dialect { get; }

    /// <summary>The file's media type.</summary>
    string ContentType { get; }

    /// <summary>Where the job's file goes, the same however often it is asked; null where the caller wants none.</summary>
    ObjectRef? TargetOf(AnalysisJob job);

    /// <summary>The file's bytes.</summary>
    byte[] Write(AnalysisJob job, MediaDescription description);
}
