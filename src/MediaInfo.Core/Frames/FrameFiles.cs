using System.Globalization;
using System.Text;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Frames;

/// <summary>Writes the pictures of a job where its orders say, or into the service's own bucket.</summary>
public sealed class FrameFiles(JobFiles own, IObjectWriter writer, ObjectAccess access)
{
    private const string VttType = "text/vtt";

    /// <summary>Writes a picture.</summary>
    /// <param name="job">The job.</param>
    /// <param name="order">The order that it is made for.</param>
    /// <param name="number">The order's number in the job, from 0.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The stored picture, or why it could not be stored.</returns>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    public async Task<(Picture? Picture, JobFailure? Failure)> WriteAsync(
        JobKey job, FrameOrder order, int number, MadePicture picture, CancellationToken cancellationToken)
    {
        var target = order.Output is { } output ? PictureNames.Numbered(output, picture.Number) : null;
        var name = PictureNames.Own(order, number, picture.Number);
        var failure = await WriteAsync(
            job, target, name, picture.Content, PictureNames.ContentTypeOf(order.Format), cancellationToken);
        return failure is not null ? (null, failure) : (new Picture(
            target ?? JobFiles.Locate(job, name), picture.Width, picture.Height, picture.Content.Length, picture.Times)
        {
            CellWidth = picture.CellWidth,
            CellHeight = picture.CellHeight,
        }, null);
    }

    /// <summary>Writes the WebVTT file of a set.</summary>
    /// <returns>Where it is, or why it could not be stored.</returns>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    public async Task<(ObjectRef? Vtt, JobFailure? Failure)> WriteVttAsync(
        JobKey job, FrameOrder order, int number, FrameSet set, MediaDescription media, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{number}/pictures.vtt");
        var target = order.VttOutput ?? JobFiles.Locate(job, name);
        var text = Encoding.UTF8.GetBytes(WebVttText.Of(set, order.Sprite, target, (double?)media.Container.Duration));
        var failure = await WriteAsync(job, order.VttOutput, name, text, VttType, cancellationToken);
        return failure is null ? (target, null) : (null, failure);
    }

    private async Task<JobFailure?> WriteAsync(
        JobKey job,
        ObjectRef? target,
        string name,
        ReadOnlyMemory<byte> content,
        string contentType,
        CancellationToken cancellationToken)
    {
        if (target is null)
        {
            return await own.KeepAsync(job, name, content, contentType, cancellationToken);
        }

        // The settings may have changed since the job was accepted.
        var status = access.RefusalOf(job.Account, target)
            ?? await writer.WriteAsync(target, content, contentType, job.Account, cancellationToken);
        return WriteFailures.Of(status, target);
    }
}
