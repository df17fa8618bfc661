using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Gateway;

/// <summary>Reads request bodies, which signatures need whole.</summary>
internal static class RequestBody
{
    private const int BufferSize = 16 * 1024;

    /// <summary>The body, whether its length was announced or it came in chunks; null when it is larger than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > limit)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
