using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Reports.Wire;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Api.Reports;

/// <summary>
/// GetPictures, our own action: the addresses of the pictures that a finished job made, whichever API the job came by.
/// </summary>
public sealed class GetPictures(JobLookup jobs, FrameResults made, PictureLinks links) : OwnAction
{
    private const int MaxPictures = 500;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (job, error) = await jobs.FindSucceededAsync(call, cancellationToken);
        if (job is null)
        {
            return error!;
        }

        if (job.Extras.Frames.Count == 0 || await made.FindAsync(job.Key, cancellationToken) is not { } sets)
        {
            return ReportErrors.NoPictures;
        }

        var all = sets.Sets.Zip(job.Extras.Frames).ToList();
        var singles = all
            .Where(set => set.Second.Sprite is null)
            .SelectMany(set => set.First.Pictures)
            .OrderBy(TimeOf)
            .ToList();
        var grids = (
            from set in all
            where set.Second.Sprite is not null
            from picture in set.First.Pictures
            orderby TimeOf(picture)
            select (Picture: picture, Layout: set.Second.Sprite!)).ToList();
        var omitted = Math.Max(0, singles.Count - MaxPictures) + Math.Max(0, grids.Count - MaxPictures);
        var pictures = await Task.WhenAll(
            singles.Take(MaxPictures).Select(picture => PictureOfAsync(call, picture, cancellationToken)));
        var sprites = await Task.WhenAll(
            grids.Take(MaxPictures).Select(grid => SpriteOfAsync(call, grid.Picture, grid.Layout, cancellationToken)));
        var vtt = sets.Sets.Select(set => set.Vtt).FirstOrDefault(file => file is not null);

        // Without those that the account may no longer read.
        var body = new GetPicturesResponse(
            call.RequestId,
            [.. pictures.OfType<MadePictureFile>()],
            [.. sprites.OfType<MadeSprite>()],
            await links.OfAsync(call.Account, vtt, Lifetime, cancellationToken))
        {
            Omitted = omitted > 0 ? omitted : null,
        };
        return RpcAnswer.Ok(body, ReportJson.Wire.GetPicturesResponse);
    }

    // Those of equal times, and of none, stay in the order of the orders.
    private static double TimeOf(Picture picture) => picture.Times is [var first, ..] ? first : double.PositiveInfinity;

    private async Task<MadePictureFile?> PictureOfAsync(RpcCall call, Picture picture, CancellationToken cancellationToken) =>
        await links.OfAsync(call.Account, picture.File, Lifetime, cancellationToken) is { } url
            ? new MadePictureFile(url, picture.Width, picture.Height)
            {
                At = picture.Times is [var at, ..] ? at : null,
            }
            : null;

    private async Task<MadeSprite?> SpriteOfAsync(
        RpcCall call, Picture picture, SpriteLayout layout, CancellationToken cancellationToken) =>
        await links.OfAsync(call.Account, picture.File, Lifetime, cancellationToken) is { } url
            ? new MadeSprite(
                url,
                picture.Width,
                picture.Height,
                layout.Columns,
                layout.Lines,
                picture.CellWidth ?? picture.Width,
                picture.CellHeight ?? picture.Height,
                layout.Padding,
                layout.Margin,
                picture.Times)
            : null;
}
