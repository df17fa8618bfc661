using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Tags;

/// <summary>Reads the sound of media objects.</summary>
public interface ISoundReader
{
    /// <summary>Why this process cannot read sound, as text for operators; null if it can.</summary>
    Task<string?> FindProblemAsync(CancellationToken cancellationToken);

    /// <summary>Reads the first audio stream in parts, as WAV files of 16 kHz, one channel and 16 bits.</summary>
    /// <param name="task">What to work on; it has an audio stream.</param>
    /// <param name="keep">
    /// Stores a part; called in order of time, and again from the first part if the read begins again. Returns why it could
    /// not; null if it could.
    /// </param>
    /// <param name="progress">Told the share that is done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How it went: the failure (<paramref name="keep"/>'s too), the cost and the version that was read.</returns>
    /// <exception cref="IOException">Storage failed during the read; retry.</exception>
    Task<StepOutcome> ReadAsync(
        TagTask task,
        Func<SoundPart, CancellationToken, Task<JobFailure?>> keep,
        IProgress<double>? progress,
        CancellationToken cancellationToken);
}
