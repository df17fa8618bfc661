using System.Globalization;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>Answers one request of ffprobe, without reading far ahead of it.</summary>
internal sealed class ProxiedRead(HttpContext context, ProxyDoor door, ObjectUrl urls)
{
    private readonly HttpResponse _response = context.Response;
    private readonly CancellationToken _aborted = context.RequestAborted;
    private readonly ProbeSession _session = door.Session;

    /// <summary>Writes the response.</summary>
    public async Task AnswerAsync()
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!HttpMethods.IsGet(context.Request.Method) || urls.KeyIn(_session.Source.Bucket, target) is not { } key)
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
            // Either ffprobe hung up, which is how it ends every read, or storage failed with one of its client's many
            // exceptions. After a storage failure the bytes sent so far must not look complete.
            _session.Interrupted(e, hungUp: _aborted.IsCancellationRequested);
            context.Abort();
        }
    }

    // ffprobe requests everything to the end and hangs up when it has enough.
    private async Task SendAsync(string key, ByteRange asked)
    {
        using var reader = _session.Answer(key, asked.First, asked.Last);
        var status = await reader.OpenAsync(_aborted);
        if (status != ObjectReadStatus.Ok)
        {
            _response.StatusCode = StatusOf(status);
            return;
        }

        if (await new ServedText(_session, urls).FindAsync(key, reader.Properties!, asked.First, _aborted) is { } text)
        {
            await SendAsync(text, reader.Properties!, door.GuardOf(key), asked);
            return;
        }

        var guard = door.GuardOf(key);
        WriteHead(reader.Properties!, reader.Properties!.Size, asked);
        var isSource = string.Equals(key, _session.Source.Key, StringComparison.Ordinal);
        var (gap, hidden) = isSource ? (_session.Gap, _session.Hidden) : (null, null);
        for (ReadOnlyMemory<byte> bytes; !(bytes = await reader.NextAsync(_aborted)).IsEmpty;)
        {
            var at = reader.Position - bytes.Length;
            bytes = gap?.Cover(bytes, at) ?? bytes;
            bytes = hidden?.Over(bytes, at) ?? bytes;
            if ((await _response.BodyWriter.WriteAsync(guard.Pass(bytes), _aborted)).IsCompleted)
            {
                // ffprobe hung up. The token is cancelled a little later, and until then every write would succeed.
                context.Abort();
                return;
            }

            await reader.HesitateAsync(_aborted);
        }
    }

    private async Task SendAsync(byte[] text, ObjectProperties properties, PlaylistGuard guard, ByteRange asked)
    {
        if (asked.First >= text.Length)
        {
            _response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            return;
        }

        WriteHead(properties, text.Length, asked);
        var count = Math.Min(asked.Last ?? long.MaxValue, text.Length - 1) - asked.First + 1;
        await _response.BodyWriter.WriteAsync(guard.Pass(text.AsMemory((int)asked.First, (int)count)), _aborted);
    }

    private void WriteHead(ObjectProperties properties, long size, ByteRange asked)
    {
        var (first, last) = (asked.First, Math.Min(asked.Last ?? long.MaxValue, size - 1));
        _response.StatusCode = StatusCodes.Status206PartialContent;
        _response.ContentLength = last - first + 1;
        _response.ContentType = ProbeContentType.Of(properties.ContentType);
        _response.Headers.AcceptRanges = "bytes";
        _response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{last}/{size}");
    }

    private static int StatusOf(ObjectReadStatus status) => status switch
    {
        ObjectReadStatus.NotFound => StatusCodes.Status404NotFound,
        ObjectReadStatus.BehindEnd => StatusCodes.Status416RangeNotSatisfiable,
        _ => StatusCodes.Status403Forbidden,
    };
}
