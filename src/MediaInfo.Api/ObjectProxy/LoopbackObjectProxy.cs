using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Probing;
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

namespace MediaInfo.Api.ObjectProxy;

/// <summary>An HTTP proxy on a loopback port of its own that knows only objects: one bucket for each ffprobe, by its lease.</summary>
/// <remarks>
/// The lease's secret travels as the proxy password (RFC 9110, 11.7), so that another process on the machine that finds
/// the port reads nothing, and a playlist's absolute URLs of the same bucket still belong to the right job.
/// </remarks>
public sealed class LoopbackObjectProxy(ObjectUrl urls) : IObjectProxy, IHostedLifecycleService, IAsyncDisposable
{
    private const int SecretBytes = 16;

    // What lies in buffers when ffprobe hangs up was read from storage for nothing.
    private const int UnreadBytes = 16 * 1024;

    // The loopback's own segments are longer than that buffer: ffprobe's side would wait 40 ms for the rest of one before it
    // acknowledges any of it (RFC 1122, 4.2.3.2), and nothing would be sent meanwhile.
    private const int SegmentBytes = 4 * 1024;
    private const int TcpProtocol = 6;
    private const int TcpMaxSegment = 2;

    // ffprobe asks as soon as it is connected, be it on a machine that has no time for it.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, ProxyDoor> _leases = new(StringComparer.Ordinal);
    private readonly WebApplication _server = NewServer();
    private string _authority = "";

    /// <inheritdoc />
    public ProxyLease Open(ProbeSession session)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        _leases[Credential(secret)] = new ProxyDoor(session);
        return new ProxyLease(
            ObjectUrl.Of(session.Source), $"http://probe:{secret}@{_authority}", () => _leases.TryRemove(Credential(secret), out _));
    }

    /// <summary>Starts listening, before any other service of the host starts to work.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        _server.Run(AnswerAsync);
        await _server.StartAsync(cancellationToken);
        var address = _server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
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

    /// <summary>Stops listening, after every other service has stopped: until then jobs may still read.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static WebApplication NewServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseSockets(sockets => sockets.CreateBoundListenSocket = BoundSocket).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.AllowHostHeaderOverride = true;
            kestrel.Listen(IPAddress.Loopback, port: 0, Bound);
            kestrel.Limits.RequestHeadersTimeout = Silence;
            kestrel.Limits.KeepAliveTimeout = Silence;

            // ffprobe reads when it wants to: a paused read is no attack.
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

    private static string Credential(string secret) => "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"probe:{secret}"));

    private async Task AnswerAsync(HttpContext context)
    {
        if (!_leases.TryGetValue(context.Request.Headers.ProxyAuthorization.ToString(), out var door))
        {
            context.Response.Headers.ProxyAuthenticate = "Basic realm=\"objects\"";
            context.Response.StatusCode = StatusCodes.Status407ProxyAuthenticationRequired;
            return;
        }

        switch (_server.Services.GetRequiredService<ProxyConnections>().Admit(context, door))
        {
            case ProxyBound.None:
                await new ProxiedRead(context, door, urls).AnswerAsync();
                return;
            case ProxyBound.Lease:
                door.Session.TooManyConnections(ProxyConnections.MaxPerLease);
                break;
            default:
                door.Session.Interrupted(new IOException("The object proxy has as many connections as it serves"), hungUp: false);
                break;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }
}
