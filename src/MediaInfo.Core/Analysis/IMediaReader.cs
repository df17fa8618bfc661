using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Analysis;

/// <summary>Reads media objects. Concurrent reads of one job in one process share the data they fetch.</summary>
public interface IMediaReader
{
    /// <summary>Describes the containers and streams of an object by reading its headers.</summary>
    /// <exception cref="IOException">Storage failed during the read; retry.</exception>
    Task<Reading<AnalysisResult>> DescribeAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken);

    /// <summary>Counts the packets of every stream in one pass over the whole object.</summary>
    /// <exception cref="IOException">Storage failed during the read; retry.</exception>
    Task<Reading<PacketCounts>> CountPacketsAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken);

    /// <summary>Returns the MD5 that storage keeps for an object, or computes it in one pass over the whole object.</summary>
    /// <exception cref="IOException">Storage failed during the read; retry.</exception>
    Task<StepOutcome> DigestAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken);
}
