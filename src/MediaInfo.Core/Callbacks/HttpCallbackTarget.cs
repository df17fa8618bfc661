using System.Globalization;
using System.Net;
using System.Text;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Callbacks;

/// <summary>Posts messages to http or https addresses.</summary>
/// <remarks>
/// A target that may not be called, a name that does not exist and a host that does not answer fail alike: with the same error,
/// to be tried again, after the same time. Else a tenant could find out which names and addresses the network of this service has.
/// </remarks>
public sealed class HttpCallbackTarget(CheckedConnector connector, CallbackOptions options, TimeProvider time) : IDisposable
{
    private readonly HttpClient _client = new(connector.NewHandler()) { Timeout = options.Timeout };

    /// <summary>Posts the text. Any 2xx answer is a delivery.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="deliveryId">The message's id, the same at every attempt.</param>
    /// <param name="headers">What proves to the receiver that the message is genuine.</param>
    /// <param name="text">The JSON body.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="NoAnswerException">The target cannot be reached, may not be called, or does not answer; try again.</exception>
    /// <exception cref="IOException">It answered that it failed; try again.</exception>
    public async Task<CallbackResult> SendAsync(
        string url, string deliveryId, IReadOnlyDictionary<string, string> headers, string text, CancellationToken cancellationToken)
    {
        using var request = NewRequest(url, headers, text);
        var started = time.GetTimestamp();
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

            // A 301, 302 or 303 makes a GET of it, which brings nobody the message.
            if (response.RequestMessage is { } last && last.Method != HttpMethod.Post)
            {
                throw new IOException("The target redirected the message in a way that loses it; 307 and 308 keep it");
            }

            return response.IsSuccessStatusCode
                ? CallbackResult.Delivered(deliveryId)
                : throw new IOException(string.Create(CultureInfo.InvariantCulture, $"The target answered {(int)response.StatusCode}"));
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
            throw new NoAnswerException("The target did not answer in time", e);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    // A redirect tells its sender when the next attempt comes, and so how long this one took.
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
            request.Headers.Add(name, value);
        }

        return request;
    }
}
