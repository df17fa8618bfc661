using System.Buffers.Binary;
using System.Numerics;

namespace MediaInfo.Probing.Headers;

/// <summary>Adds up the samples of all fragments of an MP4 (ISO/IEC 14496-12, 8.8), by their heads alone.</summary>
internal sealed class FragmentTotals(HeaderWindow window, IsoMovie movie)
{
    // Each fragment may cost a request.
    private const int MaxFragments = 400;
    private const int MaxBoxes = 20_000;
    private const uint MaxSamples = 10_000_000;
    private const int MaxHead = 1 << 20;
    private const int BoxHeader = 8;

    private readonly Dictionary<uint, TrackTotals> _totals = [];

    /// <summary>The totals by track id; null if there are too many fragments, or one cannot be read.</summary>
    internal async Task<IReadOnlyDictionary<uint, TrackTotals>?> ReadAsync(CancellationToken cancellationToken)
    {
        var (at, seen) = (movie.FirstFragment ?? window.Size, 0);
        for (var boxes = 0; boxes < MaxBoxes && at < window.Size; boxes++)
        {
            if (IsoBox.Read((await window.AtAsync(at, IsoBox.MaxHeader, cancellationToken)).Span, at, window.Size) is not { } box)
            {
                return null;
            }

            if (box.Type is "moof")
            {
                var head = await window.AtAsync(at, (int)Math.Min(box.Size, MaxHead), cancellationToken);
                if (++seen > MaxFragments || head.Length < box.Size)
                {
                    return null;
                }

                Take(head.Span[BoxHeader..]);
            }

            at = box.End;
        }

        return seen > 0 ? _totals : null;
    }

    private void Take(ReadOnlySpan<byte> fragment)
    {
        for (var at = 0; at < fragment.Length && IsoBox.Read(fragment[at..], at, fragment.Length) is { } box; at = (int)box.End)
        {
            if (box.Type is "traf")
            {
                TakeTrack(fragment.Slice(at + BoxHeader, (int)box.Size - BoxHeader));
            }
        }
    }

    private void TakeTrack(ReadOnlySpan<byte> track)
    {
        var (id, defaults) = (0u, default(TrackDefaults));
        for (var at = 0; at < track.Length && IsoBox.Read(track[at..], at, track.Length) is { } box; at = (int)box.End)
        {
            var body = track.Slice(at + BoxHeader, (int)box.Size - BoxHeader);
            if (box.Type is "tfhd" && body.Length >= 8)
            {
                id = Number(body, 4);
                defaults = Header(body, movie.Defaults.GetValueOrDefault(id));
            }
            else if (box.Type is "trun" && body.Length >= 8)
            {
                var before = _totals.GetValueOrDefault(id) ?? new TrackTotals(0, 0, 0);
                var run = Run(body, defaults);
                _totals[id] = new TrackTotals(before.Frames + run.Frames, before.Bytes + run.Bytes, before.Ticks + run.Ticks);
            }
        }
    }

    // Fields follow in this order, each if its flag is set (8.8.7.2).
    private static TrackDefaults Header(ReadOnlySpan<byte> body, TrackDefaults defaults)
    {
        var flags = Number(body, 0) & 0xFFFFFF;
        var at = 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0);
        if ((flags & 8) != 0 && at + 4 <= body.Length)
        {
            defaults = defaults with { Duration = Number(body, at) };
            at += 4;
        }

        return (flags & 0x10) != 0 && at + 4 <= body.Length ? defaults with { Size = Number(body, at) } : defaults;
    }

    private static TrackTotals Run(ReadOnlySpan<byte> body, TrackDefaults defaults)
    {
        var flags = Number(body, 0) & 0xFFFFFF;
        long count = Math.Min(Number(body, 4), MaxSamples);
        var (hasDuration, hasSize) = ((flags & 0x100) != 0, (flags & 0x200) != 0);
        var width = 4 * BitOperations.PopCount(flags & 0xF00);
        var at = 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
        if (width == 0 || (!hasDuration && !hasSize))
        {
            return new TrackTotals(count, count * defaults.Size, count * defaults.Duration);
        }

        var (bytes, ticks) = (hasSize ? 0 : count * defaults.Size, hasDuration ? 0 : count * defaults.Duration);
        for (var i = 0L; i < count && at + width <= body.Length; i++, at += width)
        {
            ticks = hasDuration ? ticks + Number(body, at) : ticks;
            bytes = hasSize ? bytes + Number(body, at + (hasDuration ? 4 : 0)) : bytes;
        }

        return new TrackTotals(count, bytes, ticks);
    }

    private static uint Number(ReadOnlySpan<byte> body, int at) => BinaryPrimitives.ReadUInt32BigEndian(body[at..]);
}
