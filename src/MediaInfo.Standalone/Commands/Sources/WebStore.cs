using System.Net;
using System.Net.Http.Headers;
using MediaInfo.Core.Objects;

namespace MediaInfo.Standalone.Commands.Sources;

/// <summary>
/// An http or https address, read in ranges. A playlist may name other addresses of the same origin; those may not redirect.
/// </summary>
internal sealed class WebStore : IObjectStore, IDisposable
{
    private const string Bucket = "web";
    private const string NoName = "object";
    private const int MaxRedirections = 5;
    private const int Attempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly Uri _address;
    private readonly string _key;
    private readonly TimeProvider _time;
    private readonly HttpClient _main = NewClient(MaxRedirections);
    private readonly HttpClient _others = NewClient(redirections: 0);

    /// <summary>The store of an address.</summary>
    public WebStore(Uri address, TimeProvider time) => (_address, _key, _time) = (address, ObjectOf(address).Key, time);

    /// <summary>Whether an address has a scheme that is read.</summary>
    public static bool Serves(Uri address) => address.Scheme is "http" or "https";

    /// <summary>An address as an object: its path is the key.</summary>
    public static ObjectRef ObjectOf(Uri address)
    {
        var key = Uri.UnescapeDataString(address.AbsolutePath[1..]);
        return new ObjectRef(Bucket, key.Length is > 0 and <= ObjectRef.MaxKeyLength ? key : NoName);
    }

    /// <inheritdoc />
    public async Task<ObjectRead> ReadAsync(
        ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(source.Key, offset, count, cancellationToken);
        try
        {
            var read = await WebAnswer.ReadAsync(answer, offset, count, cancellationToken);
            var isOther = etag is not null && read.Properties is { } now
                && !string.Equals(now.ETag, etag, StringComparison.Ordinal);
            if (isOther || read.Status != ObjectReadStatus.Ok)
            {
                answer.Dispose();
            }

            return isOther ? ObjectRead.None(ObjectReadStatus.Changed) : read;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken)
    {
        await using var read = await ReadAsync(source, offset: 0, count: 1, etag: null, cancellationToken);
        return read.Properties;
    }

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, long>?> ListAsync(
        string bucket, string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, long>?>(null);

    /// <inheritdoc />
    public void Dispose()
    {
        _main.Dispose();
        _others.Dispose();
    }

    private static HttpClient NewClient(int redirections) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = redirections > 0,
        MaxAutomaticRedirections = Math.Max(1, redirections),
        AutomaticDecompression = DecompressionMethods.None,
    })
    {
        // The reader of the store has its own patience.
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { UserAgent = { new ProductInfoHeaderValue("mediainfo", "1.0") } },
    };

    // The service's clients of storage try again by themselves too.
    private async Task<HttpResponseMessage> AskAsync(string key, long offset, long count, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await SendAsync(key, offset, count, cancellationToken);
                if ((int)answer.StatusCode < (int)HttpStatusCode.InternalServerError || attempt == Attempts)
                {
                    return answer;
                }

                answer.Dispose();
            }
            catch (HttpRequestException e)
                when (attempt == Attempts || e.HttpRequestError == HttpRequestError.SecureConnectionError)
            {
                // Only that of a failed handshake says nothing itself.
                var cause = e.HttpRequestError == HttpRequestError.SecureConnectionError ? e.InnerException ?? e : e;
                throw new IOException(cause.Message, e);
            }
            catch (HttpRequestException)
            {
                // It may be there in a moment.
            }
            catch (UriFormatException e)
            {
                throw new IOException("The server redirects to what is no address", e);
            }

            await Task.Delay(Pause * attempt, _time, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string key, long offset, long count, CancellationToken cancellationToken)
    {
        var isMain = string.Equals(key, _key, StringComparison.Ordinal);
        var address = isMain ? _address : new Uri($"{_address.GetLeftPart(UriPartial.Authority)}/{WebAddress.Encode(key)}");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = new RangeHeaderValue(offset, offset + count - 1);
        return await (isMain ? _main : _others).SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
