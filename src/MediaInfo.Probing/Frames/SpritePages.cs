using FFMpegCore.Arguments;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing.Frames;

/// <summary>Puts frames into the pages of a sprite, each in one run of ffmpeg over their pixels.</summary>
/// <param name="runner">Runs ffmpeg.</param>
/// <param name="options">Its limits.</param>
/// <param name="grid">The grid of a page.</param>
/// <param name="encoding">How a page is written.</param>
internal sealed class SpritePages(ToolRunner runner, FrameOptions options, SpriteGrid grid, PictureEncoding encoding)
{
    private readonly List<TakenFrame> _cells = [];
    private int _pages;

    /// <summary>Adds a frame.</summary>
    /// <returns>The page that it completes, or the failure; null for neither.</returns>
    public async Task<(MadePicture? Page, JobFailure? Failure)> AddAsync(TakenFrame frame, CancellationToken cancellationToken)
    {
        if (grid.FailureOf(frame.Width, frame.Height) is { } failure)
        {
            return (null, failure);
        }

        _cells.Add(frame);
        return _cells.Count < grid.Cells ? default : await EndAsync(cancellationToken);
    }

    /// <summary>Makes the page of the frames that are left, which may have empty cells at its end.</summary>
    /// <returns>The page, or the failure; null for neither.</returns>
    public async Task<(MadePicture? Page, JobFailure? Failure)> EndAsync(CancellationToken cancellationToken)
    {
        if (_cells.Count == 0)
        {
            return default;
        }

        var arguments = FfmpegArguments.Piping(
            input => input.WithCustomArgument("-framerate 1 -f image2pipe -c:v ppm"),
            output => output.WithVideoFilters(Lay).WithFrameCount(1).WithCustomArgument(encoding.Options));
        var cells = _cells.ToList();
        var call = new ToolCall(arguments, Lease: null, options.TimeLimit)
        {
            Input = pipe => WriteAsync(pipe, cells, cancellationToken),
        };
        var (run, failure) = await runner.RunAsync(call, cancellationToken);
        _cells.Clear();
        return PictureSize.Of(run.Report.Span) is var (width, height) && failure is null
            ? (PageOf(run.Report, width, height, cells), null)
            : (null, FrameMessages.MissingPart(run.Messages, encoding) ?? failure ?? new JobFailure(
                FailureReason.Internal, "ffmpeg made no sprite of the frames"));
    }

    private void Lay(VideoFilterOptions filters)
    {
        grid.Add(filters);
        encoding.Convert(filters);
    }

    private static async Task WriteAsync(Stream pipe, List<TakenFrame> cells, CancellationToken cancellationToken)
    {
        foreach (var cell in cells)
        {
            await pipe.WriteAsync(cell.Content, cancellationToken);
        }
    }

    private MadePicture PageOf(ReadOnlyMemory<byte> file, int width, int height, List<TakenFrame> cells) =>
        new(++_pages, file, width, height, [.. cells.Select(cell => (double)cell.Time)])
        {
            CellWidth = cells[0].Width,
            CellHeight = cells[0].Height,
        };
}
