using System.Globalization;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Probing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MediaInfo.Api.ObjectProxy;

/// <summary>Answers one request of ffprobe out of bounded range reads, no further ahead than it reads.</summary>
internal sealed class ProxiedRead(HttpContext context, ProbeSession session, ObjectUrl urls)
{
    // ffprobe asks for everything up to the end and hangs up when it has enough. The first range is what a header
    // usually takes; a reader that stays gets larger ones.
    private const int FirstRange = 256 * 1024;
    private const int LargestRange = 4 * 1024 * 1024;
    private const int BufferSize = 32 * 1024;

    private readonly HttpResponse _response = context.Response;
    private readonly CancellationToken _aborted = context.RequestAborted;

    /// <summary>Writes the answer.</summary>
    public async Task AnswerAsync()
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!HttpMethods.IsGet(context.Request.Method) || urls.KeyIn(session.Source.Bucket, target) is not { } key)
        {
            _response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        try
        {
            await SendAsync(key, ByteRange.Parse(context.Request.Headers.Range.ToString()));
        }
        catch (Exception e)
        {
            // Either ffprobe hung up, which is how it ends every read, or storage broke off, in whatever way its client
            // says so: then the bytes sent so far must not look complete.
            session.Interrupted(e, hungUp: _aborted.IsCancellationRequested);
            context.Abort();
        }
    }

    private async Task SendAsync(string key, ByteRange asked)
    {
        var first = await session.ReadAsync(key, asked.First, asked.AtMost(FirstRange), _aborted);
        if (first.Status != ObjectReadStatus.Ok)
        {
            await first.DisposeAsync();
            _response.StatusCode = StatusOf(first.Status);
            return;
        }

        var properties = first.Properties!;
        var end = Math.Min(asked.Last ?? long.MaxValue, properties.Size - 1);
        WriteHead(properties, asked.First, end);
        var next = asked.First + await CopyAsync(first);
        for (long size = FirstRange * 2; next <= end; size = Math.Min(size * 2, LargestRange))
        {
            next += await CopyAsync(await session.ReadAsync(key, next, Math.Min(size, end - next + 1), _aborted));
        }
    }

    private void WriteHead(ObjectProperties properties, long first, long last)
    {
        _response.StatusCode = StatusCodes.Status206PartialContent;
        _response.ContentLength = last - first + 1;
        _response.ContentType = ProbeContentType.Of(properties.ContentType);
        _response.Headers.AcceptRanges = "bytes";
        _response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{last}/{properties.Size}");
    }

    private async Task<long> CopyAsync(ObjectRead read)
    {
        await using (read)
        {
            if (read.Status != ObjectReadStatus.Ok)
            {
                throw new IOException($"The object could not be read on: {read.Status}");
            }

            var buffer = new byte[BufferSize];
            long copied = 0;
            int count;
            while ((count = await read.Content.ReadAsync(buffer, _aborted)) > 0)
            {
                if (!session.Count(count))
                {
                    throw new IOException("The budget is spent");
                }

                await _response.Body.WriteAsync(buffer.AsMemory(0, count), _aborted);
                copied += count;
            }

            return copied > 0 ? copied : throw new IOException("Storage sent no bytes");
        }
    }

    private static int StatusOf(ObjectReadStatus status) => status switch
    {
        ObjectReadStatus.NotFound => StatusCodes.Status404NotFound,
        ObjectReadStatus.BehindEnd => StatusCodes.Status416RangeNotSatisfiable,
        _ => StatusCodes.Status403Forbidden,
    };
}
