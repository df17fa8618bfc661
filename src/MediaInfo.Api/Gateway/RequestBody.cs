using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Gateway;

/// <summary>Reads complete request bodies, which signatures require.</summary>
internal sealed class RequestBody(GatewayOptions options, TimeProvider time)
{
    private const int BufferSize = 16 * 1024;

    /// <summary>The body, with a declared length or chunked; or why it could not be read.</summary>
    /// <exception cref="OperationCanceledException">The caller hung up.</exception>
    public async Task<(ReadOnlyMemory<byte> Body, GatewayFault? Fault)> ReadAsync(HttpRequest request, CancellationToken aborted)
    {
        if (request.ContentLength > options.MaxBodyBytes)
        {
            return Refused(GatewayFault.BodyTooLarge);
        }

        using var limit = new CancellationTokenSource(options.BodyTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborted);
        try
        {
            return await ReadAsync(request.Body, either.Token) is { } body ? (body, null) : Refused(GatewayFault.BodyTooLarge);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return Refused(GatewayFault.BodyTooSlow);
        }
        catch (BadHttpRequestException e)
        {
            return Refused(e.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => GatewayFault.BodyTooLarge,
                StatusCodes.Status408RequestTimeout => GatewayFault.BodyTooSlow,
                _ => GatewayFault.BodyBroken,
            });
        }
        catch (IOException e)
        {
            throw new OperationCanceledException("The caller hung up", e, aborted);
        }
    }

    private static (ReadOnlyMemory<byte> Body, GatewayFault? Fault) Refused(GatewayFault fault) =>
        (ReadOnlyMemory<byte>.Empty, fault);

    // Null if it exceeds the limit.
    private async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream sent, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await sent.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > options.MaxBodyBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
