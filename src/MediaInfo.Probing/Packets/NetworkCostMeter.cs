using System.Numerics;
using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Packets;

/// <summary>
/// Measures a stream's network cost packet by packet, in decode order and in integer ticks: with floating-point seconds a
/// one-second window at 25 frames/s would hold 26 frames.
/// </summary>
/// <remarks>
/// Uses the leaky-bucket model for pre-encoded video: Ribas-Corbera, Chou, Regunathan, "A Generalized Hypothetical Reference
/// Decoder for H.264/AVC", IEEE Transactions on Circuits and Systems for Video Technology 13(7), 2003. The peak is the maxBitrate
/// of ISO/IEC 14496-12's BitRateBox. Memory does not grow with the length of the stream.
/// </remarks>
/// <param name="timeBase">Seconds per tick.</param>
public sealed class NetworkCostMeter(Rational timeBase)
{
    private const int BitsPerByte = 8;
    private const int Milli = 1000;

    private readonly StartupHull _hull = new();
    private readonly SecondWindow _window = new(timeBase);
    private long _first;
    private long _last;
    private long _lastDuration;
    private long _bits;
    private bool _started;

    /// <summary>Adds the next packet.</summary>
    /// <param name="ticks">Its decoding time, else its presentation time; null uses the previous packet's.</param>
    /// <param name="duration">Its duration in ticks; null if unknown.</param>
    /// <param name="bytes">Its size in bytes.</param>
    public void Add(long? ticks, long? duration, long bytes)
    {
        var bits = bytes * BitsPerByte;
        _bits += bits;
        _lastDuration = Math.Max(duration ?? 0, 0);
        if (!_started && ticks is null)
        {
            return;
        }

        // Packets before the first timestamp count as if they came with it.
        _last = _started ? Math.Max(_last, ticks ?? _last) : ticks!.Value;
        _window.Add(_last, _started ? bits : _bits);
        if (!_started)
        {
            _first = _last;
            _started = true;
        }

        _hull.Add(_last, _bits);
    }

    /// <summary>The cost of all packets so far; null if their total duration is unknown.</summary>
    public NetworkCost? Measure()
    {
        var ticks = (BigInteger)_last - _first + _lastDuration;
        if (!_started || !timeBase.IsPositive || ticks <= 0 || _bits <= 0 || _window.Fullest is not { } peak)
        {
            return null;
        }

        var average = _bits * (BigInteger)timeBase.Denominator / (ticks * timeBase.Numerator);
        var milliseconds = _hull.MaxDelay(_first, ticks, _bits) is { } delay
            ? Ceiling(delay * timeBase.Numerator * Milli, (BigInteger)_bits * timeBase.Denominator)
            : (BigInteger?)null;
        return milliseconds <= long.MaxValue && average <= long.MaxValue
            ? new NetworkCost(new decimal((long)milliseconds.Value) / Milli + 0.000m, (long)average, peak)
            : null;
    }

    private static BigInteger Ceiling(BigInteger dividend, BigInteger divisor) => (dividend + divisor - 1) / divisor;
}
