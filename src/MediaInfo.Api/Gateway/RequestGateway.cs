using MediaInfo.Core.Jobs;
using MediaInfo.Core.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Api.Gateway;

/// <summary>The entry point of every host: reads a request, lets its protocol answer, and writes the response.</summary>
public sealed class RequestGateway(
    IEnumerable<IProtocol> protocols, IIdSource ids, GatewayOptions options, TimeProvider time, ILogger<RequestGateway> log)
{
    private readonly IProtocol[] _protocols = [.. protocols];
    private readonly RequestBody _body = new(options, time);

    /// <summary>Answers the request.</summary>
    /// <param name="context">The request and its response.</param>
    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (Array.Find(_protocols, candidate => candidate.Serves(path)) is not { } protocol)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var span = RequestSpan.Begin(context.Request.Headers);
        var (body, fault) = await _body.ReadAsync(context.Request, context.RequestAborted);
        var request = new ApiRequest(
            ids.NewRequestId(),
            context.Request.Method.ToUpperInvariant(),
            path,
            context.Request.QueryString.Value ?? "",
            context.Request.Headers,
            body)
        {
            Scheme = SchemeOf(context.Request),
        };
        span?.SetTag(Tracing.RequestId, request.RequestId);
        using var scope = Log.RequestScope(log, request.RequestId);
        var response = fault is { } why
            ? RefuseBody(context.Response, protocol, request, why)
            : await WorkAsync(context, () => AnswerAsync(protocol, request, context.RequestAborted));
        await WriteAsync(context.Response, response, context.RequestAborted);
        RequestSpan.End(span, response.Status);
    }

    // Only for addresses in responses. A proxy that ends TLS says so in this header, as the Functions host does.
    private static string SchemeOf(HttpRequest request) =>
        request.Headers["X-Forwarded-Proto"].ToString().Split(',')[0].Trim() is ("https" or "http") and var scheme
            ? scheme
            : request.Scheme;

    private static async Task<ApiResponse> WorkAsync(HttpContext context, Func<Task<ApiResponse>> answer)
    {
        var connection = context.Features.Get<IServedConnection>();
        connection?.Begin();
        try
        {
            return await answer();
        }
        finally
        {
            connection?.End();
        }
    }

    // The unread rest of the body would block the connection's next request.
    private static ApiResponse RefuseBody(HttpResponse response, IProtocol protocol, ApiRequest request, GatewayFault fault)
    {
        response.Headers.Connection = "close";
        return protocol.Refuse(request, fault);
    }

    private async Task<ApiResponse> AnswerAsync(
        IProtocol protocol, ApiRequest request, CancellationToken aborted)
    {
        try
        {
            return await protocol.AnswerAsync(request, aborted);
        }
        catch (Exception e) when (!aborted.IsCancellationRequested)
        {
            // The last line of defence: whatever went wrong, the caller gets a readable response and it is logged once.
            log.RequestFailed(e, request.RequestId);
            return protocol.Refuse(
                request, e is IOException or TimeoutException ? GatewayFault.Unavailable : GatewayFault.Internal);
        }
    }

    private static async Task WriteAsync(HttpResponse response, ApiResponse answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Body.Length > 0)
        {
            response.ContentType = answer.ContentType;
            response.ContentLength = answer.Body.Length;
            await response.Body.WriteAsync(answer.Body, cancellationToken);
        }
    }
}
