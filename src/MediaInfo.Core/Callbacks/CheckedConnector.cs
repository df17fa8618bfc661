using System.Net;
using System.Net.Sockets;

namespace MediaInfo.Core.Callbacks;

/// <summary>Opens connections to addresses that may be called, and to no others.</summary>
/// <remarks>
/// The check is made on the very addresses that are connected to, at every connection and so at every redirect: a name
/// that resolves to another address the next time gains nothing.
/// </remarks>
public sealed class CheckedConnector(CallbackOptions options)
{
    /// <summary>The handler of all HTTP callbacks. No cookies, no proxy of the environment, certificates checked as usual.</summary>
    public SocketsHttpHandler NewHandler() => new()
    {
        ConnectCallback = ConnectAsync,
        AllowAutoRedirect = options.MaxRedirects > 0,
        MaxAutomaticRedirections = Math.Max(1, options.MaxRedirects),
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),

        // Without it an attempt to connect outlives the request that it was made for.
        ConnectTimeout = options.Timeout,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var found = await AddressesOfAsync(context.DnsEndPoint.Host, cancellationToken);
        var allowed = options.AllowPrivateAddresses ? found : Array.FindAll(found, PublicAddress.Is);
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

    // The resolver refuses to look at "0.0.0.0" and "::", which are addresses all the same. It blocks its thread, and a name
    // server that hangs would do so for long: on threads of the pool that would hold up whatever else the process does.
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
