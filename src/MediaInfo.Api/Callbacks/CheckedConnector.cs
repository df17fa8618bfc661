using System.Net;
using System.Net.Sockets;
using MediaInfo.Core.Callbacks;

namespace MediaInfo.Api.Callbacks;

/// <summary>Opens connections only to addresses that may be called.</summary>
/// <remarks>
/// The check applies to the resolved address of every connection, and so to every redirect. DNS rebinding, where a name resolves
/// to another address the next time, does not get past it.
/// </remarks>
public sealed class CheckedConnector(CallbackOptions options)
{
    /// <summary>
    /// Creates the handler for HTTP callbacks. No cookies, no environment proxy, default certificate validation.
    /// </summary>
    public SocketsHttpHandler NewHandler() =>
        NewHandler(options.AllowPrivateAddresses, options.MaxRedirects, options.Timeout);

    /// <summary>Creates the handler for calls of another kind, with the same checks.</summary>
    /// <param name="mayBePrivate">Whether every address may be called.</param>
    /// <param name="redirects">Redirects that are followed.</param>
    /// <param name="patience">How long a connection may take.</param>
    public static SocketsHttpHandler NewHandler(bool mayBePrivate, int redirects, TimeSpan patience) => new()
    {
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context, mayBePrivate, cancellationToken),
        PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(new SpelledHeadStream(context.PlaintextStream)),
        AllowAutoRedirect = redirects > 0,
        MaxAutomaticRedirections = Math.Max(1, redirects),
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),

        // Without it, an attempt to connect would outlive its request.
        ConnectTimeout = patience,
    };

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, bool mayBePrivate, CancellationToken cancellationToken)
    {
        var found = await AddressesOfAsync(context.DnsEndPoint.Host, cancellationToken);
        var allowed = mayBePrivate ? found : Array.FindAll(found, PublicAddress.Is);
        if (allowed.Length == 0)
        {
            throw new AddressRefusedException("The target has no address that may be called");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // The resolver rejects "0.0.0.0" and "::", although they are addresses. It also blocks its thread, for long if a name server
    // hangs; on pool threads that would stall the rest of the process.
    private static async Task<IPAddress[]> AddressesOfAsync(string host, CancellationToken cancellationToken) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address)
            ? [address]
            : await Task.Factory
                .StartNew(
                    () => Dns.GetHostAddresses(host),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default)
                .WaitAsync(cancellationToken);
}
