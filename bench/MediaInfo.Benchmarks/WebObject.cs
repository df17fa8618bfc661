using System.Net;
using System.Net.Http.Headers;
using MediaInfo.Core.Objects;

namespace MediaInfo.Benchmarks;

/// <summary>One object behind an address, in whatever bucket and under whatever key it is asked for.</summary>
internal sealed class WebObject(HttpClient client, Uri address) : IObjectStore
{
    /// <inheritdoc />
    public async Task<ObjectRead> ReadAsync(
        ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = new RangeHeaderValue(offset, offset + count - 1);
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return answer.StatusCode == HttpStatusCode.PartialContent
            ? ObjectRead.Found(PropertiesOf(answer), await answer.Content.ReadAsStreamAsync(cancellationToken))
            : ObjectRead.None(ObjectReadStatus.NotFound);
    }

    /// <inheritdoc />
    public async Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken) =>
        (await ReadAsync(source, 0, 1, etag: null, cancellationToken)).Properties;

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, long>?> ListAsync(
        string bucket, string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, long>?>(null);

    private static ObjectProperties PropertiesOf(HttpResponseMessage answer) => new(
        answer.Content.Headers.ContentRange!.Length!.Value,
        answer.Headers.ETag!.ToString(),
        answer.Content.Headers.ContentType?.ToString(),
        ContentMd5: null);
}
