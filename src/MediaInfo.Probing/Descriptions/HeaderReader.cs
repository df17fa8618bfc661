using System.Globalization;
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
                { } name when name is "apng" or "image2" || name.EndsWith("_pipe", StringComparison.Ordinal) =>
                    new HeaderFacts { Picture = await PictureAsync(window, report, cancellationToken) },
                "ogg" => new HeaderFacts { Ogg = await new OggReader(window).ReadAsync(cancellationToken) },
                "mpegts" => await TransportAsync(window, report, messages, cancellationToken),
                "matroska,webm" => await MatroskaAsync(window, cancellationToken),
                "asf" => new HeaderFacts { Encryption = await new AsfReader(window).ReadAsync(cancellationToken) },
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

    /// <summary>Reads an object that is a picture; null if its headers say nothing more than ffprobe.</summary>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    internal static async Task<PictureFacts?> OfPictureAsync(ProbeSession session, CancellationToken cancellationToken)
    {
        var head = await session.Read(session.Source.Key, 0, SniffedBytes - 1).TakeAsync(SniffedBytes, cancellationToken);
        if (session.SourceProperties is not { Size: var size })
        {
            return null;
        }

        var window = new HeaderWindow(session, size, MaxRead);
        return head.AsSpan().StartsWith("RIFF"u8) ? await WebPHeader.ReadAsync(window, cancellationToken)
            : await PictureAsync(window, cancellationToken)
                ?? (await new IsoReader(window).ReadAsync(cancellationToken))?.Picture;
    }

    private static bool HasNoSize(FfprobeReport report) => report.Streams.Any(
        stream => stream.CodecType is "video" && ProbeNumbers.PositiveInteger(stream.Width) is null);

    private static async Task<PictureFacts?> PictureAsync(
        HeaderWindow window, FfprobeReport report, CancellationToken cancellationToken)
    {
        var told = await PictureAsync(window, cancellationToken);
        return HasNoSize(report) && await PictureHeader.ReadAsync(window, cancellationToken) is { } sized
            ? (told ?? sized) with { Width = sized.Width, Height = sized.Height }
            : told;
    }

    private static async Task<PictureFacts?> PictureAsync(HeaderWindow window, CancellationToken cancellationToken) =>
        (await window.AtAsync(0, 4, cancellationToken)).Span switch
        {
            [0xFF, 0xD8, 0xFF, _] => await JpegHeader.ReadAsync(window, cancellationToken),
            [0x89, (byte)'P', (byte)'N', (byte)'G'] => await PngHeader.ReadAsync(window, cancellationToken),
            [(byte)'I', (byte)'I', ..] or [(byte)'M', (byte)'M', ..] =>
                await TiffOrientation.ReadAsync(window, cancellationToken),
            _ => null,
        };

    private static async Task<HeaderFacts> MatroskaAsync(HeaderWindow window, CancellationToken cancellationToken)
    {
        var head = await new MatroskaReader(window).ReadAsync(cancellationToken);
        return new HeaderFacts { Matroska = head.Writer, Encryption = head.Encryption };
    }

    private static async Task<HeaderFacts> TransportAsync(
        HeaderWindow window, FfprobeReport report, string messages, CancellationToken cancellationToken)
    {
        var scrambled = await new TransportScrambling(window).ReadAsync(cancellationToken);
        return new HeaderFacts
        {
            Transport = await new TransportClock(window).ReadAsync(
                ProbeNumbers.Duration(report.Format?.Duration),
                messages.Contains("DTS discontinuity", StringComparison.Ordinal),
                cancellationToken),
            Encryption = EncryptionFacts.Of(report.Streams
                .Where(stream => PidOf(stream) is { } pid && scrambled.Contains(pid))
                .ToDictionary(CommonFields.Index, _ => EncryptionFacts.Unnamed)),
        };
    }

    private static int? PidOf(FfprobeStream stream) =>
        stream.Id is ['0', 'x', .. var digits]
        && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var pid)
            ? pid
            : null;

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
