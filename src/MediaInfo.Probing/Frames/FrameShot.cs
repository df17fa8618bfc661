using System.Globalization;
using MediaInfo.Core.Jobs;
using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing.Frames;

/// <summary>Makes a picture of a frame in one run of ffmpeg.</summary>
/// <param name="runner">Runs ffmpeg.</param>
/// <param name="options">Its limits.</param>
/// <param name="session">The step's view of storage.</param>
/// <param name="source">What shows the frames.</param>
internal sealed class FrameShot(ToolRunner runner, FrameOptions options, ProbeSession session, FrameSource source)
{
    private static readonly JobFailure Part = new(FailureReason.NoPicture, "ffmpeg decodes only a part of the picture");

    /// <summary>The size of the pictures.</summary>
    public required FrameSize Size { get; init; }

    /// <summary>How they are written.</summary>
    public required PictureEncoding Encoding { get; init; }

    /// <summary>Makes a picture; none if nothing decodes there.</summary>
    /// <param name="seek">How to get at the frame.</param>
    /// <param name="dark">How to tell and pass over black frames; null takes every frame.</param>
    /// <param name="cancellationToken">Kills ffmpeg and cancels the call.</param>
    /// <returns>
    /// The picture, and why there is none. A failure that says that the object is no media is that of this one run.
    /// </returns>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    public async Task<ShotResult> TakeAsync(FrameSeek seek, DarkFrames? dark, CancellationToken cancellationToken)
    {
        var (run, failure) = await runner.RunAsync(session, lease => Call(lease, seek, dark), cancellationToken);
        var told = FrameMessages.Numbers(run.Messages);
        if (failure is null && PictureSize.Of(run.Report.Span) is var (width, height))
        {
            return IsPart(told)
                ? new ShotResult(Taken: null, Part, IsDark: false)
                : new ShotResult(
                    new TakenFrame(run.Report, width, height, TimeOf(told, seek)),
                    Failure: null,
                    dark?.IsIn(run.Messages) == true);
        }

        return new ShotResult(Taken: null, FrameMessages.MissingPart(run.Messages, Encoding) ?? failure, IsDark: false)
        {
            LastTime = failure is null && seek.IsExact && told.Count > 0 && told.Max() <= seek.Time ? told.Max() : null,
        };
    }

    private ToolCall Call(ProxyLease lease, FrameSeek seek, DarkFrames? dark) => new(
        FfmpegArguments.Reading(
            lease.Url,
            input => input.WithCustomArgument(Input(seek)),
            output => output
                .WithCustomArgument(string.Create(CultureInfo.InvariantCulture, $"-map 0:{source.Stream}"))
                .WithVideoFilters(filters => FrameFilters.Add(filters, source, seek, Size, dark, Encoding))
                .WithFrameCount(1)
                .WithCustomArgument(Encoding.Options)),
        lease,
        options.TimeLimit);

    private string Input(FrameSeek seek)
    {
        var limits = string.Create(CultureInfo.InvariantCulture, $"-threads 1 -max_pixels {options.MaxPixels}");
        return source.IsStill ? $"{limits} -noautorotate"
            : limits + " -copyts -start_at_zero -noaccurate_seek"
                + (seek.KeyFrames && !source.IsInterlaced ? " -skip_frame nokey" : "")
                + (seek.From > 0 ? $" -ss {FrameFilters.Seconds(seek.From)}" : "");
    }

    // A frame comes out once the one behind it is known.
    private decimal TimeOf(IReadOnlyList<decimal> told, FrameSeek seek) =>
        source.IsStill || told.Count == 0 ? 0
        : seek.IsExact && told.Any(time => time <= seek.Time) ? told.Where(time => time <= seek.Time).Max()
        : told[0];

    private bool IsPart(IReadOnlyList<decimal> told) =>
        source.WholeWidth is { } width && source.WholeHeight is { } height && !told.Contains(width) && !told.Contains(height);
}
