using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tags;

namespace MediaInfo.Probing.Recognition.Speech;

/// <summary>Reads the sound of media objects with ffmpeg, as WAV files.</summary>
public sealed class SoundReader(SoundDecoder decoder, AnalysisOptions options) : ISoundReader
{
    /// <inheritdoc />
    public Task<string?> FindProblemAsync(CancellationToken cancellationToken) => decoder.FindProblemAsync(cancellationToken);

    /// <inheritdoc />
    public Task<StepOutcome> ReadAsync(
        TagTask task,
        Func<SoundPart, CancellationToken, Task<JobFailure?>> keep,
        IProgress<double>? progress,
        CancellationToken cancellationToken) =>
        decoder.ReadAsync(
            task,
            options.WholeObjectTimeLimit,
            (samples, token) => WaveParts.ReadAsync(samples, keep, token),
            progress,
            cancellationToken);
}
