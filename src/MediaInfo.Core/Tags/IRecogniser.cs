using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Core.Tags;

/// <summary>Recognises something in objects.</summary>
public interface IRecogniser
{
    /// <summary>What it recognises.</summary>
    RecogniserKind Kind { get; }

    /// <summary>Why this process cannot use it, as text for operators; null if it can.</summary>
    Task<string?> FindProblemAsync(CancellationToken cancellationToken);

    /// <summary>Recognises. May run more than once for a job.</summary>
    /// <param name="task">What to work on.</param>
    /// <param name="progress">Told the share that is done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="IOException">Storage, or the recogniser behind it, cannot be reached now; retry.</exception>
    Task<Reading<TagFindings>> RecogniseAsync(TagTask task, IProgress<double>? progress, CancellationToken cancellationToken);
}
