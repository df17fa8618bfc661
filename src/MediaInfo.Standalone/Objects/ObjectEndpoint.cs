using MediaInfo.Api.Gateway;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.LocalStorage.Objects;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace MediaInfo.Standalone.Objects;

/// <summary>
/// Serves single objects to whoever has a signed address: whole or in part, and nothing else. Takes one object from whoever has
/// an address to send it.
/// </summary>
/// <param name="store">Where the objects are.</param>
/// <param name="uploads">Writes objects.</param>
/// <param name="signer">Verifies the addresses.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Receives failures of storage.</param>
public sealed class ObjectEndpoint(
    IObjectStore store, LocalUploads uploads, ObjectLinkSigner signer, TimeProvider time, ILogger<ObjectEndpoint> log)
{
    // An uploaded page or vector image must not run as a page of this service. Sound and pictures still play by themselves.
    private const string NoPage = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

    /// <summary>Whether a request is for an object, by the target that was sent.</summary>
    public static bool Serves(HttpContext context) => ObjectRequest.IsAt(TargetOf(context));

    /// <summary>Answers a request for an object.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        Protect(context.Response.Headers);
        var isPut = HttpMethods.IsPut(context.Request.Method);
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !isPut)
        {
            context.Response.Headers.Allow = "GET, HEAD, PUT";
            await RefuseAsync(
                context, StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "Only GET, HEAD and PUT are allowed.");
        }
        else if (ObjectRequest.Of(TargetOf(context)) is { } request && IsSigned(request, isPut))
        {
            await WorkAsync(
                context, request.Source, () => isPut ? TakeAsync(context, request.Upload!) : SendAsync(context, request.Source));
        }
        else
        {
            await RefuseAsync(
                context, StatusCodes.Status403Forbidden, "AccessDenied", "The address is not valid, or not any more.");
        }
    }

    private bool IsSigned(ObjectRequest request, bool isPut) => isPut
        ? request.Upload is { } upload && signer.Verify(upload, request.Expires, request.Signature, time.GetUtcNow())
        : signer.Verify(request.Source, request.Expires, request.Signature, time.GetUtcNow());

    private async Task TakeAsync(HttpContext context, ObjectUpload upload)
    {
        var answer = await UploadAnswer.OfAsync(context, uploads, upload);
        if (answer.Code is { } code)
        {
            await RefuseAsync(context, answer.Status, code, answer.Message);
            return;
        }

        context.Response.StatusCode = answer.Status;
    }

    private static string TargetOf(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private static void Protect(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = NoPage;
        headers.CacheControl = "private";

        // The address is a secret, which a link out of the object would tell.
        headers["Referrer-Policy"] = "no-referrer";
    }

    private static Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"code":"{{code}}","message":"{{message}}"}""", context.RequestAborted);
    }

    // Whoever has an address was given it, so the connection is not closed for another one while it is read.
    private async Task WorkAsync(HttpContext context, ObjectRef source, Func<Task> work)
    {
        var connection = context.Features.Get<IServedConnection>();
        connection?.Begin();
        try
        {
            await work();
        }
        catch (UnauthorizedAccessException) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "AccessDenied", "This service may not read the object.");
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            log.ObjectFailed(e, source.Bucket, source.Key);
            if (context.Response.HasStarted)
            {
                // What was sent must not look complete.
                context.Abort();
                return;
            }

            context.Response.Headers.ContentDisposition = default;
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "Try again later.");
        }
        finally
        {
            connection?.End();
        }
    }

    private async Task SendAsync(HttpContext context, ObjectRef source)
    {
        if (await store.FindAsync(source, context.RequestAborted) is not { } properties)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "NotFound", "The object does not exist.");
            return;
        }

        var type = ObjectTypes.Of(properties);
        var disposition = new ContentDispositionHeaderValue(ObjectTypes.CanBeShown(type) ? "inline" : "attachment");
        disposition.SetHttpFileName(source.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        var result = TypedResults.Stream(
            new ObjectStream(store, source, properties),
            type,
            lastModified: properties.LastModified,
            entityTag: EntityTagHeaderValue.Parse(properties.ETag),
            enableRangeProcessing: true);
        await result.ExecuteAsync(context);
    }
}
