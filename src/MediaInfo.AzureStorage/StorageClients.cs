using System.Net.Sockets;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace MediaInfo.AzureStorage;

/// <summary>The clients of the storage accounts, created once and sharing their connections.</summary>
public sealed class StorageClients : IDisposable
{
    private const int MaxRetries = 3;
    private const int MaxConnections = 256;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(30);

    // Limits how much a probe receives beyond what it reads; by default the receive buffer could grow to megabytes. Large enough
    // for 100 MB/s from storage in the same region.
    private const int ProbeWindow = 128 * 1024;

    // How much of an unread body to drain; beyond this, a new connection is cheaper.
    private const int MaxDrain = 64 * 1024;

    private readonly HttpClient _http = NewHttpClient(connect: null);
    private readonly HttpClient _probeHttp = NewHttpClient(ConnectNarrowAsync);

    /// <summary>Creates the clients; sends no requests yet.</summary>
    /// <exception cref="InvalidOperationException">The options name no storage; the message lists the problems.</exception>
    public StorageClients(AzureStorageOptions options)
    {
        Reservations = new StorageReservations(options);
        var blobs = BlobOptions(_http);
        var probed = BlobOptions(_probeHttp);
        var queues = Configure(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }, _http);

        if (!string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            Blobs = new BlobServiceClient(options.ConnectionString, blobs);
            ProbedMedia = new BlobServiceClient(options.ConnectionString, probed);
            Queues = new QueueServiceClient(options.ConnectionString, queues);
        }
        else if (options is { BlobEndpoint: { } blobEndpoint, QueueEndpoint: { } queueEndpoint })
        {
            UsesIdentity = true;
            var identity = Identity(options);
            Blobs = new BlobServiceClient(blobEndpoint, identity, blobs);
            ProbedMedia = new BlobServiceClient(blobEndpoint, identity, probed);
            Queues = new QueueServiceClient(queueEndpoint, identity, queues);
        }
        else
        {
            throw new InvalidOperationException(string.Join("; ", options.Problems()));
        }

        (Media, MediaUsesIdentity) = MediaOf(options, blobs) ?? (Blobs, UsesIdentity);
        ProbedMedia = MediaOf(options, probed)?.Client ?? ProbedMedia;
    }

    /// <summary>The blobs of the service's own account, which hold its documents.</summary>
    public BlobServiceClient Blobs { get; }

    /// <summary>
    /// The blobs to analyse: in another account if the settings name one, otherwise the same as <see cref="Blobs"/>. Keys are
    /// used verbatim, including leading and trailing slashes.
    /// </summary>
    public BlobServiceClient Media { get; }

    /// <summary>
    /// The blobs of <see cref="Media"/>, over connections that receive little more of a response than the caller reads.
    /// </summary>
    public BlobServiceClient ProbedMedia { get; }

    /// <summary>The names in these accounts that no caller may use.</summary>
    public StorageReservations Reservations { get; }

    /// <summary>The queues of the service's own account. Messages are plain text.</summary>
    public QueueServiceClient Queues { get; }

    /// <summary>Whether the clients authenticate by identity rather than by connection string.</summary>
    public bool UsesIdentity { get; }

    /// <summary>Whether <see cref="Media"/> authenticates by identity.</summary>
    public bool MediaUsesIdentity { get; }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        _http.Dispose();
        _probeHttp.Dispose();
    }

    private static async ValueTask<Stream> ConnectNarrowAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = ProbeWindow };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static HttpClient NewHttpClient(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect) =>
        new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            MaxConnectionsPerServer = MaxConnections,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxResponseDrainSize = MaxDrain,
            ConnectCallback = connect,
        })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private static (BlobServiceClient Client, bool UsesIdentity)? MediaOf(AzureStorageOptions options, BlobClientOptions blobs) =>
        options.MediaBlobServiceUri is { } address ? (new BlobServiceClient(address, Identity(options), blobs), true)
        : !string.IsNullOrWhiteSpace(options.MediaConnectionString)
            ? (new BlobServiceClient(options.MediaConnectionString, blobs), false)
        : null;

    private static DefaultAzureCredential Identity(AzureStorageOptions options) => new(IdentityOptions(options.ClientId));

    private static DefaultAzureCredentialOptions IdentityOptions(string? clientId) =>
        string.IsNullOrWhiteSpace(clientId)
            ? new DefaultAzureCredentialOptions()
            : new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId, WorkloadIdentityClientId = clientId };

    private static BlobClientOptions BlobOptions(HttpClient http)
    {
        var options = Configure(new BlobClientOptions { TrimBlobNameSlashes = false }, http);
        options.AddPolicy(new BodyResumption(), HttpPipelinePosition.PerCall);
        options.AddPolicy(new BodyCapture(), HttpPipelinePosition.BeforeTransport);
        return options;
    }

    private static T Configure<T>(T options, HttpClient http)
        where T : ClientOptions
    {
        options.Transport = new HttpClientTransport(http);
        options.Diagnostics.IsTelemetryEnabled = false;
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = MaxRetries;
        options.Retry.Delay = FirstDelay;
        options.Retry.MaxDelay = MaxDelay;
        options.Retry.NetworkTimeout = NetworkTimeout;
        return options;
    }
}
