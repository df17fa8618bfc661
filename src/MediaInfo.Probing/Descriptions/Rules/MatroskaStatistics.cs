using System.Globalization;
using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// Matroska's statistics tags give duration, bit rate and frame count of a stream, which ffprobe does not have. They count
/// only if the program that wrote the file wrote them, at the same time: a copy by another program keeps those of the
/// original.
/// </summary>
/// <remarks>
/// FFmpeg appends the language if a tag has one. It writes DURATION itself into each file, without the others.
/// </remarks>
internal sealed class MatroskaStatistics : IMediaRule<RuleFacts>
{
    private const string Writer = "_STATISTICS_WRITING_APP";
    private const string WrittenAt = "_STATISTICS_WRITING_DATE_UTC";
    private const int SecondsDigits = 6;

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts)
    {
        var isFfmpeg = media.Container.Tags.Find("encoder")?.StartsWith("Lavf", StringComparison.Ordinal) == true;
        return media.WithStreams(stream => stream is OtherStream ? stream : Stated(stream, facts.Headers.Matroska, isFfmpeg));
    }

    private static MediaStream Stated(MediaStream stream, MatroskaWriter? writer, bool isFfmpeg)
    {
        var app = Find(stream, Writer);
        var isOurs = app is not null && writer is not null && string.Equals(app, writer.App, StringComparison.Ordinal)
            && IsSameTime(Find(stream, WrittenAt), writer.At);
        var frames = stream.FrameCount
            ?? (isOurs || app is null ? ProbeNumbers.Positive(Find(stream, "NUMBER_OF_FRAMES")) : null);
        var rate = stream.BitRate ?? (isOurs ? ProbeNumbers.Positive(Find(stream, "BPS")) : null);
        var duration = stream.Duration ?? (isOurs || isFfmpeg ? Seconds(Find(stream, "DURATION")) : null);
        return (frames, rate, duration) == (stream.FrameCount, stream.BitRate, stream.Duration)
            ? stream
            : stream with { FrameCount = frames, BitRate = rate, Duration = duration };
    }

    private static string? Find(MediaStream stream, string name) =>
        stream.Tags.Find(name)
        ?? stream.Tags.FirstOrDefault(tag => tag.Key.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase)).Value;

    // A file without a date has statistics without one, or of 1970.
    private static bool IsSameTime(string? tag, DateTimeOffset? file) =>
        DateTimeOffset.TryParse(tag, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var written)
            ? Math.Abs((written - (file ?? DateTimeOffset.UnixEpoch)).TotalSeconds) < 2
            : file is null;

    private static decimal? Seconds(string? clock)
    {
        var parts = clock?.Split(':') ?? [];
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && ProbeNumbers.Seconds(parts[2]) is >= 0 and < 60 and var seconds
            && (hours * 3600m) + (minutes * 60) + seconds is > 0 and var all
                ? Math.Round(all, SecondsDigits)
                : null;
    }
}
