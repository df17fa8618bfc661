using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Packets;

namespace MediaInfo.Probing.Tests.Packets;

public sealed class NetworkCostMeterTests
{
    private static readonly Rational Milliseconds = new(1, 1000);

    [Fact]
    public void A_heavy_first_frame_adds_preload_time() => Assert.Equal(
        new NetworkCost(PreloadTime: 2.000m, AverageBitRate: 16_000, PeakBitRate: 32_000),
        Measure(new Rational(1, 1), [(0, 4000), (1, 1000), (2, 1000), (3, 2000)], lastDuration: 1));

    [Fact]
    public void One_second_at_25_fps_contains_25_frames() => Assert.Equal(
        new NetworkCost(PreloadTime: 0.040m, AverageBitRate: 200_000, PeakBitRate: 200_000),
        Measure(new Rational(1, 25), [.. Enumerable.Range(0, 50).Select(i => ((long?)i, 1000L))], lastDuration: 1));

    [Fact]
    public void A_lone_packet_lasts_its_duration() => Assert.Equal(
        new NetworkCost(PreloadTime: 0.500m, AverageBitRate: 16_000, PeakBitRate: 8_000),
        Measure(Milliseconds, [(0, 1000)], lastDuration: 500));

    [Fact]
    public void Times_that_go_back_are_clamped_to_the_latest() => Assert.Equal(
        new NetworkCost(PreloadTime: 0.050m, AverageBitRate: 16_000, PeakBitRate: 2_400),
        Measure(Milliseconds, [(0, 100), (100, 100), (50, 100)], lastDuration: 50));

    [Fact]
    public void Rates_are_rounded_down_and_the_delay_is_rounded_up()
    {
        // 8 bits in 3 s are 2.67 bit/s.
        Assert.Equal(new NetworkCost(3.000m, 2, 8), Measure(new Rational(1, 1), [(0, 1)], lastDuration: 3));

        // 16 bits in 3/7 s are 37.33 bit/s; the first half of them takes 3/14 s, 0.2142857.
        Assert.Equal(new NetworkCost(0.215m, 37, 16), Measure(new Rational(1, 7), [(0, 1), (2, 1)], lastDuration: 1));
    }

    [Fact]
    public void A_packet_without_a_time_takes_the_previous_one_or_at_the_start_the_first() => Assert.Equal(
        Measure(Milliseconds, [(5, 3), (5, 1), (5, 1), (900, 1)], lastDuration: 1),
        Measure(Milliseconds, [(null, 3), (5, 1), (null, 1), (900, 1)], lastDuration: 1));

    [Fact]
    public void Without_times_or_bits_there_is_no_cost()
    {
        Assert.Null(Measure(Milliseconds, [], lastDuration: 1));
        Assert.Null(Measure(Milliseconds, [(0, 10)], lastDuration: 0));
        Assert.Null(Measure(Milliseconds, [(0, 10), (-5, 10)], lastDuration: null));
        Assert.Null(Measure(Milliseconds, [(null, 10), (null, 10)], lastDuration: 4));
        Assert.Null(Measure(Milliseconds, [(0, 0), (5, 0)], lastDuration: 4));
        Assert.Null(Measure(new Rational(0, 0), [(0, 10), (5, 10)], lastDuration: 4));
    }

    [Fact]
    public void Extreme_times_do_not_overflow()
    {
        var cost = Measure(
            new Rational(1, 90000), [(long.MinValue, 1000), (0, 1000), (long.MaxValue, 1000)], lastDuration: long.MaxValue);

        Assert.Equal((0L, 8000L), (cost?.AverageBitRate, cost?.PeakBitRate));
    }

    [Fact]
    public void The_cost_of_any_stream_matches_the_definition()
    {
        var packet = from step in Gen.Frequency((4, Gen.Choose(0, 40)), (1, Gen.Choose(-30, 2500)))
                     from size in Gen.Choose(0, 5000)
                     select (step, size);
        var stream = from packets in Gen.ListOf(packet)
                     from duration in Gen.Choose(0, 50)
                     from scale in Gen.Elements(1000, 25, 90, 7, 3)
                     select (packets.ToList(), duration, scale);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(stream.ToArbitrary(), sample =>
            {
                var (packets, duration, scale) = sample;
                long at = -100;
                List<(long? Ticks, long Bytes)> timed = [.. packets.Select(p => ((long?)(at += p.step), (long)p.size))];
                var timeBase = new Rational(1, scale);
                return Measure(timeBase, timed, duration) == ByDefinition(timeBase, timed, duration);
            }));
    }

    private static NetworkCost? Measure(Rational timeBase, IReadOnlyList<(long? Ticks, long Bytes)> packets, long? lastDuration)
    {
        var meter = new NetworkCostMeter(timeBase);
        foreach (var (ticks, bytes) in packets)
        {
            meter.Add(ticks, lastDuration, bytes);
        }

        return meter.Measure();
    }

    // The definition taken literally: exact fractions of the time base, and a scan of all packets for every packet.
    private static NetworkCost? ByDefinition(Rational timeBase, List<(long? Ticks, long Bytes)> packets, long u)
    {
        var d = packets.Select((_, i) => packets.Take(i + 1).Max(packet => packet.Ticks!.Value)).ToList();
        var s = packets.Select((_, i) => packets.Take(i + 1).Sum(packet => packet.Bytes * 8)).ToList();
        if (packets.Count == 0 || d[^1] - d[0] + u is not (> 0 and var length) || s[^1] == 0)
        {
            return null;
        }

        // S_i / R - (d_i - d_0) = (S_i * D - (d_i - d_0) * S) / S ticks.
        var delay = Enumerable.Range(0, d.Count).Max(i => Math.Max(0, (s[i] * length) - ((d[i] - d[0]) * s[^1])));
        var (milliseconds, rest) = BigInteger.DivRem((BigInteger)delay * 1000, (BigInteger)s[^1] * timeBase.Denominator);
        var peak = Enumerable.Range(0, d.Count).Max(i => Enumerable.Range(0, d.Count)
            .Where(k => d[i] <= d[k] && d[k] - d[i] < timeBase.Denominator)
            .Sum(k => packets[k].Bytes * 8));
        return new NetworkCost(
            (decimal)(rest.IsZero ? milliseconds : milliseconds + 1) / 1000, s[^1] * timeBase.Denominator / length, peak);
    }
}
