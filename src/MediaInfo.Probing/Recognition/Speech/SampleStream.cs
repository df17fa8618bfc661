using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Recognition.Speech;

/// <summary>Samples that are read once, and tell how far the reader is.</summary>
/// <param name="samples">The samples, as <see cref="WaveFile"/> has them.</param>
/// <param name="duration">The length of the sound in seconds; 0 if unknown.</param>
/// <param name="progress">Told the share that is read, 0 to 1; null for none.</param>
internal sealed class SampleStream(Stream samples, double duration, IProgress<double>? progress) : ForwardStream
{
    private long _bytes;

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await samples.ReadAsync(buffer, cancellationToken);
        _bytes += read;
        if (duration > 0)
        {
            progress?.Report(Math.Min(_bytes / (duration * WaveFile.BytesPerSecond), 1));
        }

        return read;
    }
}
