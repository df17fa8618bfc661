using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tags;

namespace MediaInfo.Probing.Recognition.Speech;

/// <summary>Cuts a stream of samples into WAV files. It holds one part at a time.</summary>
public static class WaveParts
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    /// <summary>Reads the stream to its end, or until a part cannot be stored.</summary>
    /// <param name="samples">The samples, as <see cref="WaveFile"/> has them.</param>
    /// <param name="keep">Stores a part; called in order of time. Returns why it could not; null if it could.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Why a part could not be stored; null if all were.</returns>
    public static async Task<JobFailure?> ReadAsync(
        Stream samples, Func<SoundPart, CancellationToken, Task<JobFailure?>> keep, CancellationToken cancellationToken)
    {
        var file = new byte[WaveFile.HeaderSize + ((int)Length.TotalSeconds * WaveFile.BytesPerSecond)];
        for (var number = 1; ; number++)
        {
            var read = await samples.ReadAtLeastAsync(
                file.AsMemory(WaveFile.HeaderSize),
                file.Length - WaveFile.HeaderSize,
                throwOnEndOfStream: false,
                cancellationToken);
            if (read > 1)
            {
                var part = file.AsMemory(0, WaveFile.HeaderSize + (read & ~1));
                WaveFile.WriteHeader(part.Span);
                var from = (number - 1) * Length.TotalSeconds;
                var to = from + ((double)read / WaveFile.BytesPerSecond);
                if (await keep(new SoundPart(number, from, to, part), cancellationToken) is { } failure)
                {
                    return failure;
                }
            }

            if (read < file.Length - WaveFile.HeaderSize)
            {
                return null;
            }
        }
    }
}
