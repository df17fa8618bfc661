using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MediaInfo.Api.Console;

/// <summary>Serves the page for people, and the description of the API, if the setting turns them on.</summary>
public sealed class ConsoleEndpoint(ConsoleOptions options, ConsoleFiles files, ConsolePolicy policy)
{
    /// <summary>The path of the page. Everything below it is the page too, or one of its files.</summary>
    public const string PagePath = "/console";

    /// <summary>The path of the description.</summary>
    public const string DescriptionPath = "/openapi.json";

    private const string Reading = "GET, HEAD";
    private const string Never = "no-store";

    private const string NotBuilt =
        "This build of the service has no console page. Run \"npm ci\" and \"npm run build\" in src/MediaInfo.Console, then "
        + "build the service again. The description of the API is at /openapi.json.\n";

    /// <summary>
    /// Answers for the page, a path that the page itself resolves, or one of its files. Any method but GET and HEAD is 405.
    /// </summary>
    public Task AnswerPageAsync(HttpContext context)
    {
        if (!options.Enabled)
        {
            return RefuseAsync(context.Response, StatusCodes.Status404NotFound);
        }

        var path = (context.Request.Path.Value ?? "").TrimStart('/')[(PagePath.Length - 1)..].Trim('/');
        policy.Protect(context.Response.Headers);
        return !IsReading(context) ? RefuseMethodAsync(context.Response)
            : files.Find(path) is { } file ? SendAsync(context, file)

            // The page's own addresses have no extension. A file that is gone must not be a page, or a browser would keep it.
            : path.Split('/')[^1].Contains('.', StringComparison.Ordinal)
                ? RefuseAsync(context.Response, StatusCodes.Status404NotFound)
            : files.Page is { } page ? SendAsync(context, page)
            : TellAsync(context);
    }

    /// <summary>Answers for the description. Any method but GET and HEAD is 405.</summary>
    public Task AnswerDescriptionAsync(HttpContext context)
    {
        if (!options.Enabled)
        {
            return RefuseAsync(context.Response, StatusCodes.Status404NotFound);
        }

        ConsolePolicy.ProtectData(context.Response.Headers);
        return IsReading(context) ? SendAsync(context, files.Description) : RefuseMethodAsync(context.Response);
    }

    private static bool IsReading(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static Task RefuseMethodAsync(HttpResponse response)
    {
        response.Headers.Allow = Reading;
        return RefuseAsync(response, StatusCodes.Status405MethodNotAllowed);
    }

    // Caches may keep a 404 or 405 that does not say otherwise, and the next build may have the file.
    private static Task RefuseAsync(HttpResponse response, int status)
    {
        response.StatusCode = status;
        response.Headers.CacheControl = Never;
        return Task.CompletedTask;
    }

    private static Task TellAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = Never;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.WriteAsync(NotBuilt, context.RequestAborted);
    }

    private static async Task SendAsync(HttpContext context, ConsoleFile file)
    {
        var compressed = GzipChoice.Of(context.Request) ? file.Compressed : null;
        var tag = new EntityTagHeaderValue(compressed is null ? $"\"{file.Digest}\"" : $"\"{file.Digest}-gzip\"");
        var headers = context.Response.Headers;
        headers.ETag = tag.ToString();
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = file.IsImmutable ? "public, max-age=31536000, immutable" : "no-cache";
        if (Has(context.Request, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var content = compressed ?? file.Content;
        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = content.Length;
        if (compressed is not null)
        {
            headers.ContentEncoding = "gzip";
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(held => held.Equals(EntityTagHeaderValue.Any) || held.Compare(tag, useStrongComparison: false));
}
