namespace MediaInfo.Probing.Headers;

/// <summary>
/// Finds jumps in the clock of a transport stream, and how long it plays without them. Both ends show whether the stated
/// duration fits the size. Only if it does not, more is read: a short stream whole, of a long one samples.
/// </summary>
internal sealed class TransportClock(HeaderWindow window)
{
    private const long ReadWhole = 4L << 20;
    private const int Samples = 32;
    private const int SampleBytes = 192 * 1024;

    // Rates vary within a stream. A clock that jumps makes the whole differ by far more than its ends.
    private const double Suspicious = 2.5;
    private const double Implausible = 8;

    /// <summary>The duration without jumps; null if it is as stated, or the clock says nothing.</summary>
    /// <param name="stated">ffprobe's duration in seconds.</param>
    /// <param name="isTold">Whether ffprobe met a jump itself.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    internal async Task<TransportFacts?> ReadAsync(decimal? stated, bool isTold, CancellationToken cancellationToken)
    {
        if (!isTold && !await IsSuspiciousAsync((double?)stated ?? 0, cancellationToken))
        {
            return null;
        }

        var samples = await SamplesAsync(cancellationToken);
        var (ticks, bytes) = (samples.Sum(sample => sample.Ticks), samples.Sum(sample => sample.Bytes));
        return ticks > 0 && bytes > 0 ? Measure(samples, (double)ticks / bytes) : null;
    }

    private async Task<bool> IsSuspiciousAsync(double stated, CancellationToken cancellationToken)
    {
        var length = (int)Math.Min(window.Size, SampleBytes);
        var head = TransportSample.Read((await window.AtAsync(0, length, cancellationToken)).Span, 0, pid: null);
        var at = window.Size - length;
        var tail = TransportSample.Read((await window.AtAsync(at, length, cancellationToken)).Span, at, head?.Pid);
        var (ticks, bytes) = (head?.Ticks + tail?.Ticks ?? 0, head?.Bytes + tail?.Bytes ?? 0);
        if (ticks <= 0 || bytes <= 0)
        {
            return false;
        }

        var implied = (double)ticks / bytes * window.Size / TransportSample.TicksPerSecond;
        return stated > implied * Suspicious || stated < implied / Suspicious;
    }

    private async Task<List<TransportSample>> SamplesAsync(CancellationToken cancellationToken)
    {
        var (count, length) = window.Size <= ReadWhole ? (1, (int)window.Size) : (Samples, SampleBytes);
        var samples = new List<TransportSample>();
        for (var i = 0; i < count; i++)
        {
            var at = count == 1 ? 0 : (window.Size - length) * i / (count - 1);
            var bytes = await window.AtAsync(at, length, cancellationToken);
            if (TransportSample.Read(bytes.Span, at, samples is [var first, ..] ? first.Pid : null) is { } sample)
            {
                samples.Add(sample);
            }
        }

        return samples;
    }

    // What lies before the first and after the last reference, and across a jump, plays at the average rate.
    private TransportFacts? Measure(List<TransportSample> samples, double ticksPerByte)
    {
        var unclocked = samples[0].FirstAt + (window.Size - samples[^1].LastAt)
            + samples.Sum(sample => sample.LastAt - sample.FirstAt - sample.Bytes);
        var (jumps, ticks) = (samples.Sum(sample => sample.Jumps), (double)samples.Sum(sample => sample.Ticks));
        foreach (var (before, after) in samples.Zip(samples.Skip(1)))
        {
            var bytes = after.FirstAt - before.LastAt;
            double step = after.FirstTicks - before.LastTicks;
            var expected = bytes * ticksPerByte;
            if (step > expected / Implausible && step < expected * Implausible)
            {
                ticks += step;
            }
            else
            {
                (jumps, unclocked) = (jumps + 1, unclocked + bytes);
            }
        }

        var seconds = (ticks + (unclocked * ticksPerByte)) / TransportSample.TicksPerSecond;
        return seconds is > 0 and < 1e9 ? new TransportFacts(Math.Round((decimal)seconds, 6), jumps > 0) : null;
    }
}
