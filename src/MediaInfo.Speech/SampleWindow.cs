namespace MediaInfo.Speech;

/// <summary>A stretch of sound in memory.</summary>
/// <param name="From">Where it begins, in seconds.</param>
/// <param name="Samples">The samples, -1 to 1.</param>
public sealed record SampleWindow(double From, float[] Samples)
{
    // About -50 dB, as for silence between chapters.
    private const float Silence = 0.003f;

    /// <summary>Its length in seconds.</summary>
    public double Length => (double)Samples.Length / SampleWindows.Rate;

    /// <summary>Whether nothing can be heard. Whisper makes up text for silence.</summary>
    public bool IsSilent => !Array.Exists(Samples, sample => Math.Abs(sample) >= Silence);
}
