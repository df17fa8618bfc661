using System.Net;
using MediaInfo.Core.Objects;

namespace MediaInfo.Standalone.Commands.Sources;

/// <summary>What a web server's answer to a request for a range means.</summary>
internal static class WebAnswer
{
    private const int SkippedAtOnce = 64 * 1024;

    /// <summary>The answer as a read. A server without ranges is read from the start, which costs time.</summary>
    /// <exception cref="IOException">The answer is of no use.</exception>
    public static async Task<ObjectRead> ReadAsync(
        HttpResponseMessage answer, long offset, long count, CancellationToken cancellationToken) => answer.StatusCode switch
        {
            HttpStatusCode.PartialContent when answer.Content.Headers.ContentRange is { Length: { } size, From: { } from }
                && from == offset => await FoundAsync(answer, size, skipped: 0, count, cancellationToken),
            HttpStatusCode.PartialContent => throw new IOException("The server does not state the size of the file"),
            HttpStatusCode.OK when answer.Content.Headers.ContentLength is { } size => offset < size
                ? await FoundAsync(answer, size, skipped: offset, count, cancellationToken)
                : ObjectRead.None(ObjectReadStatus.BehindEnd, PropertiesOf(answer, size)),
            HttpStatusCode.OK => throw new IOException("The server does not state the size of the file"),
            HttpStatusCode.RequestedRangeNotSatisfiable => ObjectRead.None(
                ObjectReadStatus.BehindEnd,
                answer.Content.Headers.ContentRange?.Length is { } size ? PropertiesOf(answer, size) : null),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => ObjectRead.None(ObjectReadStatus.NotFound),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ObjectRead.None(ObjectReadStatus.Denied),
            _ => throw new IOException($"The server answered {(int)answer.StatusCode}"),
        };

    private static async Task<ObjectRead> FoundAsync(
        HttpResponseMessage answer, long size, long skipped, long count, CancellationToken cancellationToken)
    {
        var content = await answer.Content.ReadAsStreamAsync(cancellationToken);
        await SkipAsync(content, skipped, cancellationToken);
        return ObjectRead.Found(PropertiesOf(answer, size), new FirstBytes(content, count));
    }

    private static async Task SkipAsync(Stream content, long count, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(SkippedAtOnce, count)];
        while (count > 0)
        {
            var read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, count)), cancellationToken);
            if (read == 0)
            {
                throw new IOException("The server sent less than it promised");
            }

            count -= read;
        }
    }

    // Without an ETag, a change of the size or of the time is noticed.
    private static ObjectProperties PropertiesOf(HttpResponseMessage answer, long size) => new(
        size,
        answer.Headers.ETag?.Tag ?? $"\"{size:x}-{answer.Content.Headers.LastModified?.UtcTicks:x}\"",
        answer.Content.Headers.ContentType?.MediaType,
        ContentMd5: null)
    {
        ContentEncoding = answer.Content.Headers.ContentEncoding.FirstOrDefault(),
    };
}
