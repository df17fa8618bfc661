using System.Globalization;
using System.Net;
using System.Text;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Callbacks;

/// <summary>Posts messages to HTTP and HTTPS URLs.</summary>
/// <remarks>
/// A forbidden address, an unknown host name and an unresponsive host all fail alike: with the same error, after the same time,
/// and with a retry. Otherwise a tenant could probe the network of this service for names and addresses.
/// </remarks>
public sealed class HttpCallbackTarget(CheckedConnector connector, CallbackOptions options, TimeProvider time)
    : IHttpCallbackTarget, IDisposable
{
    private readonly HttpClient _client = new(connector.NewHandler()) { Timeout = options.Timeout };

    /// <inheritdoc />
    public async Task<CallbackResult> SendAsync(
        string url,
        string deliveryId,
        IReadOnlyDictionary<string, string> headers,
        string text,
        CancellationToken cancellationToken)
    {
        using var request = NewRequest(url, headers, text);
        var started = time.GetTimestamp();
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

            // A 301, 302 or 303 turns the POST into a GET, which drops the message.
            if (response.RequestMessage is { } last && last.Method != HttpMethod.Post)
            {
                throw new IOException("The target's redirect drops the message; only 307 and 308 preserve it");
            }

            return response.IsSuccessStatusCode
                ? CallbackResult.Delivered(deliveryId)
                : throw new IOException(
                    string.Create(CultureInfo.InvariantCulture, $"The target responded with {(int)response.StatusCode}"));
        }
        catch (HttpRequestException e)
        {
            if (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError)
            {
                await WaitOutAsync(started, cancellationToken);
            }

            throw new NoAnswerException("The target could not be reached", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NoAnswerException("The target did not respond in time", e);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    // A target that redirects elsewhere sees when the next attempt arrives, and could infer how long this one took.
    private async Task WaitOutAsync(long started, CancellationToken cancellationToken)
    {
        var left = options.Timeout - time.GetElapsedTime(started);
        if (!options.AllowPrivateAddresses && left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, cancellationToken);
        }
    }

    private static HttpRequestMessage NewRequest(string url, IReadOnlyDictionary<string, string> headers, string text)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Version = HttpVersion.Version11,
            Content = new StringContent(text, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            // Unchecked, because a signature alone is no well-formed Authorization. A header that is refused describes the body.
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }
}
