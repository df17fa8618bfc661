using System.Buffers.Binary;

namespace MediaInfo.Speech;

/// <summary>
/// Cuts samples into windows of at most thirty seconds, as long as Whisper looks at, where it is quietest in the last third:
/// few words are cut. It holds one window at a time.
/// </summary>
/// <param name="input">The samples: 16,000 a second, one channel, 16 bits, little endian.</param>
public sealed class SampleWindows(Stream input)
{
    /// <summary>Samples in a second.</summary>
    public const int Rate = 16_000;

    private const int Longest = 30 * Rate;
    private const int Earliest = 20 * Rate;
    private const int Pause = Rate / 5;
    private const int Size = 2;
    private const float Full = 32_768;

    private readonly byte[] _bytes = new byte[Longest * Size];
    private int _kept;
    private long _passed;

    /// <summary>The next window; null at the end.</summary>
    public async Task<SampleWindow?> NextAsync()
    {
        var wanted = _bytes.Length - _kept;
        var read = await input.ReadAtLeastAsync(_bytes.AsMemory(_kept), wanted, throwOnEndOfStream: false);
        var samples = Samples((_kept + read) / Size);
        if (samples.Length == 0)
        {
            return null;
        }

        var length = read < wanted ? samples.Length : Quietest(samples);
        var window = new SampleWindow((double)_passed / Rate, samples[..length]);
        _passed += length;
        _kept = _kept + read - (length * Size);
        _bytes.AsSpan(length * Size, _kept).CopyTo(_bytes);
        return window;
    }

    private float[] Samples(int count)
    {
        var samples = new float[count];
        for (var n = 0; n < count; n++)
        {
            samples[n] = BinaryPrimitives.ReadInt16LittleEndian(_bytes.AsSpan(n * Size)) / Full;
        }

        return samples;
    }

    // The middle of the fifth of a second with the least energy.
    private static int Quietest(float[] samples)
    {
        var energy = 0.0;
        var (least, place) = (double.MaxValue, samples.Length);
        for (var n = Earliest; n < samples.Length; n++)
        {
            energy += samples[n] * (double)samples[n];
            if (n >= Earliest + Pause)
            {
                energy -= samples[n - Pause] * (double)samples[n - Pause];
                (least, place) = energy < least ? (energy, n - (Pause / 2)) : (least, place);
            }
        }

        return place;
    }
}
