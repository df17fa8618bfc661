using MediaInfo.Probing.Headers;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>
/// Reads what ffprobe does not print, of the formats where it matters. Most of these bytes ffprobe has read before.
/// </summary>
internal static class HeaderReader
{
    private const long MaxRead = 96L << 20;
    private const int SniffedBytes = 1024;

    // Far below what the streams of a file need, and above what other things in it may take.
    private const double WholeShare = 0.6;

    /// <summary>Reads the headers that rules need.</summary>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    internal static async Task<HeaderFacts> ReadAsync(
        ProbeSession session, FfprobeReport report, string messages, CancellationToken cancellationToken)
    {
        if (session.SourceProperties is not { Size: var size })
        {
            return new HeaderFacts();
        }

        var window = new HeaderWindow(session, size, MaxRead);
        try
        {
            return report.Format?.FormatName switch
            {
                "webp_pipe" or "webp_anim" => new HeaderFacts { Picture = await WebPHeader.ReadAsync(window, cancellationToken) },
                "apng" => new HeaderFacts { Picture = await ApngHeader.ReadAsync(window, cancellationToken) },
                "image2" or "jpeg_pipe" => new HeaderFacts { Picture = await JpegAsync(window, cancellationToken) },
                { } name when name.EndsWith("_pipe", StringComparison.Ordinal) && HasNoSize(report) =>
                    new HeaderFacts { Picture = await PictureHeader.ReadAsync(window, cancellationToken) },
                "ogg" => new HeaderFacts { Ogg = await new OggReader(window).ReadAsync(cancellationToken) },
                "mpegts" => new HeaderFacts { Transport = await ClockAsync(window, report, messages, cancellationToken) },
                "matroska,webm" when report.Streams.Any(stream => stream.Tags?.Find("_STATISTICS_WRITING_APP") is not null) =>
                    new HeaderFacts { Matroska = await new MatroskaReader(window).ReadAsync(cancellationToken) },
                { } name when name.StartsWith("mov,", StringComparison.Ordinal) =>
                    await MovieAsync(window, report, cancellationToken),
                _ => new HeaderFacts(),
            };
        }
        catch (IOException) when (session.Failure is not null)
        {
            // The step may read no more. What ffprobe printed is still right.
            return new HeaderFacts();
        }
    }

    /// <summary>Reads an object that ffprobe refused; null if it is of no kind that its own headers describe.</summary>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    internal static async Task<HeaderFacts?> OfRefusedAsync(ProbeSession session, CancellationToken cancellationToken)
    {
        var head = await session.Read(session.Source.Key, 0, SniffedBytes - 1).TakeAsync(SniffedBytes, cancellationToken);
        return AdifHeader.Read(head) is { } adif ? new HeaderFacts { Adif = adif }
            : await MovieAsync(session, cancellationToken) is { Picture: not null } movie
                ? new HeaderFacts { Movie = movie, Picture = movie.Picture }
                : null;
    }

    /// <summary>Reads an object that ffprobe refused; null if it is no ISO media file.</summary>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    internal static async Task<IsoMovie?> MovieAsync(ProbeSession session, CancellationToken cancellationToken) =>
        session.SourceProperties is { Size: var size }
            ? await new IsoReader(new HeaderWindow(session, size, MaxRead)).ReadAsync(cancellationToken)
            : null;

    private static bool HasNoSize(FfprobeReport report) => report.Streams.Any(
        stream => stream.CodecType is "video" && ProbeNumbers.PositiveInteger(stream.Width) is null);

    private static async Task<PictureFacts?> JpegAsync(HeaderWindow window, CancellationToken cancellationToken) =>
        (await window.AtAsync(0, 3, cancellationToken)).Span is [0xFF, 0xD8, 0xFF]
            ? await JpegHeader.ReadAsync(window, cancellationToken)
            : null;

    private static Task<TransportFacts?> ClockAsync(
        HeaderWindow window, FfprobeReport report, string messages, CancellationToken cancellationToken) =>
        new TransportClock(window).ReadAsync(
            ProbeNumbers.Duration(report.Format?.Duration),
            messages.Contains("DTS discontinuity", StringComparison.Ordinal),
            cancellationToken);

    private static async Task<HeaderFacts> MovieAsync(
        HeaderWindow window, FfprobeReport report, CancellationToken cancellationToken)
    {
        var movie = await new IsoReader(window).ReadAsync(cancellationToken);
        return new HeaderFacts
        {
            Movie = movie,
            Picture = movie?.Picture,
            Fragments = movie is { IsFragmented: true, FirstFragment: not null } && IsPartlyKnown(report, movie)
                ? await new FragmentTotals(window, movie).ReadAsync(cancellationToken)
                : null,
        };
    }

    /// <summary>Whether ffprobe counted only the part of a fragmented file that is indexed at its start.</summary>
    internal static bool IsPartlyKnown(FfprobeReport report, IsoMovie movie) =>
        report.Streams.Any(stream => ProbeNumbers.Positive(stream.NbFrames) is not null) || HasPartlyKnownRates(report, movie);

    /// <summary>
    /// Whether the streams' rates are those of the first fragment: the file has an index, or their bit rates together are far
    /// below that of the file.
    /// </summary>
    internal static bool HasPartlyKnownRates(FfprobeReport report, IsoMovie movie) => movie.IsIndexed
        || (ProbeNumbers.Positive(report.Format?.BitRate) is { } whole
            && report.Streams.Sum(stream => ProbeNumbers.Positive(stream.BitRate) ?? 0) is > 0 and var sum
            && sum < whole * WholeShare);
}
