using System.Net;
using System.Net.Http.Headers;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Tags.External;

namespace MediaInfo.Api.Callbacks;

/// <summary>Posts to the recogniser of the operator's own over HTTP or HTTPS.</summary>
public sealed class HttpRecogniserPost(TagOptions options, TimeProvider time) : IRecogniserPost, IDisposable
{
    private const int BufferSize = 32 * 1024;

    private readonly HttpClient _client =
        new(CheckedConnector.NewHandler(options.AllowPrivateAddress, redirects: 0, options.TimeLimit))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <inheritdoc />
    public async Task<PostAnswer> SendAsync(
        string url,
        IReadOnlyDictionary<string, string> headers,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.TimeLimit, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var request = NewRequest(url, headers, body);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return response.IsSuccessStatusCode
                ? await ReadAsync(response, limit.Token)
                : new PostAnswer((int)response.StatusCode, default, IsTooLong: false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return PostAnswer.None;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PostAnswer.None;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task<PostAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > options.MaxAnswerBytes)
            {
                return new PostAnswer((int)response.StatusCode, default, IsTooLong: true);
            }

            kept.Write(buffer, 0, read);
        }

        return new PostAnswer((int)response.StatusCode, kept.ToArray(), IsTooLong: false);
    }

    private static HttpRequestMessage NewRequest(
        string url, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Version = HttpVersion.Version11,
            Content = new ReadOnlyMemoryContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
