using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using MediaInfo.Probing.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>
/// An HTTP proxy on its own loopback port that serves only objects. Each lease gives one ffprobe access to one bucket.
/// </summary>
/// <remarks>
/// The lease's secret is the proxy password (RFC 9110, 11.7). Another process on the machine that finds the port can read
/// nothing, and a playlist's absolute URLs into the same bucket are still matched to the right job.
/// </remarks>
public sealed class LoopbackObjectProxy(ObjectUrl urls) : IObjectProxy, IHostedLifecycleService, IAsyncDisposable
{
    private const int SecretBytes = 16;

    // Whatever is buffered when ffprobe hangs up was read from storage for nothing.
    private const int UnreadBytes = 16 * 1024;

    // Loopback's default segments are larger than that buffer. ffprobe's side would then delay its ACK by 40 ms, waiting for the
    // rest of a segment (RFC 1122, 4.2.3.2), and nothing could be sent meanwhile.
    private const int SegmentBytes = 4 * 1024;
    private const int TcpProtocol = 6;
    private const int TcpMaxSegment = 2;

    // ffprobe sends its request as soon as it is connected; the margin is for an overloaded machine.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, ProxyDoor> _leases = new(StringComparer.Ordinal);
    private readonly WebApplication _server = NewServer();
    private string _authority = "";

    /// <inheritdoc />
    public ProxyLease Open(ProbeSession session)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        var door = new ProxyDoor(session);
        _leases[Credential(secret)] = door;
        return new ProxyLease(
            ObjectUrl.Of(session.Source),
            $"http://probe:{secret}@{_authority}",
            door.Hold,
            () => _leases.TryRemove(Credential(secret), out _));
    }

    /// <summary>Starts listening, before the host's other services start.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        _server.Run(AnswerAsync);
        await _server.StartAsync(cancellationToken);
        var address = _server.Services
            .GetRequiredService<IServer>().Features
            .GetRequiredFeature<IServerAddressesFeature>().Addresses
            .Single();
        _authority = new Uri(address).Authority;
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stops listening, after every other service has stopped: jobs may read until then.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static WebApplication NewServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost
            .UseKestrelCore()
            .UseSockets(sockets => sockets.CreateBoundListenSocket = BoundSocket)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.AllowHostHeaderOverride = true;
                kestrel.Listen(IPAddress.Loopback, port: 0, Bound);
                kestrel.Limits.RequestHeadersTimeout = Silence;
                kestrel.Limits.KeepAliveTimeout = Silence;

                // ffprobe reads at its own pace: a paused read is not an attack.
                kestrel.Limits.MinResponseDataRate = null;
                kestrel.Limits.MaxResponseBufferSize = UnreadBytes;
            });
        builder.Services.AddSingleton<ProxyConnections>();
        return builder.Build();
    }

    private static void Bound(ListenOptions listen)
    {
        var connections = listen.ApplicationServices.GetRequiredService<ProxyConnections>();
        listen.Use(next => connection => connections.ServeAsync(connection, next));
    }

    private static Socket BoundSocket(EndPoint endpoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        socket.SendBufferSize = UnreadBytes;
        if (OperatingSystem.IsLinux())
        {
            socket.SetRawSocketOption(TcpProtocol, TcpMaxSegment, BitConverter.GetBytes(SegmentBytes));
        }

        return socket;
    }

    private static string Credential(string secret) =>
        "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"probe:{secret}"));

    private async Task AnswerAsync(HttpContext context)
    {
        if (!_leases.TryGetValue(context.Request.Headers.ProxyAuthorization.ToString(), out var door))
        {
            context.Response.Headers.ProxyAuthenticate = "Basic realm=\"objects\"";
            context.Response.Headers.ContentRange = ByteRange.Parse(context.Request.Headers.Range.ToString()).Challenged;
            context.Response.StatusCode = StatusCodes.Status407ProxyAuthenticationRequired;
            return;
        }

        switch (_server.Services.GetRequiredService<ProxyConnections>().Admit(context, door))
        {
            case ProxyBound.None:
                await door.Opened.WaitAsync(context.RequestAborted);
                await new ProxiedRead(context, door, urls).AnswerAsync();
                return;
            case ProxyBound.Lease:
                door.Session.TooManyConnections(ProxyConnections.MaxPerLease);
                break;
            default:
                door.Session.Interrupted(new IOException("The object proxy has reached its connection limit"), hungUp: false);
                break;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }
}
