using MediaInfo.Core.Objects.Uploads;
using MediaInfo.LocalStorage.Objects;
using Microsoft.AspNetCore.Http.Features;

namespace MediaInfo.Standalone.Objects;

/// <summary>The answer to an object that was sent.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code of an error; null if the object was written.</param>
/// <param name="Message">The error as a sentence.</param>
internal sealed record UploadAnswer(int Status, string? Code, string Message)
{
    private static readonly UploadAnswer WrongSize = new(
        StatusCodes.Status400BadRequest, "WrongSize", "The object must have exactly the size that the address was made for.");

    /// <summary>Takes the body of a request.</summary>
    public static async Task<UploadAnswer> OfAsync(HttpContext context, LocalUploads uploads, ObjectUpload upload)
    {
        // The web server's own limit is meant for calls, and would cut the body off.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = upload.Size;
        }

        if (context.Request.ContentLength is { } length && length != upload.Size)
        {
            return WrongSize;
        }

        try
        {
            return Of(await uploads.WriteAsync(upload, context.Request.Body, context.RequestAborted));
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? WrongSize
                : new UploadAnswer(e.StatusCode, "BadRequest", "The body did not arrive whole.");
        }
    }

    private static UploadAnswer Of(UploadStatus status) => status switch
    {
        UploadStatus.Written => new UploadAnswer(StatusCodes.Status201Created, Code: null, ""),
        UploadStatus.NotFound => new UploadAnswer(
            StatusCodes.Status404NotFound, "NotFound", "The bucket does not exist, or no object can have the name."),
        UploadStatus.Occupied => new UploadAnswer(
            StatusCodes.Status409Conflict, "ObjectExists", "The object exists, and the address does not allow to replace it."),
        UploadStatus.WrongSize => WrongSize,
        UploadStatus.InProgress => new UploadAnswer(
            StatusCodes.Status409Conflict,
            "UploadInProgress",
            "Another request is sending this object. Try again when it has ended."),
        UploadStatus.TooMany => new UploadAnswer(
            StatusCodes.Status503ServiceUnavailable, "TooManyUploads", "Too many objects are being sent. Try again later."),
        _ => new UploadAnswer(StatusCodes.Status403Forbidden, "AccessDenied", "This service may not write the object."),
    };
}
