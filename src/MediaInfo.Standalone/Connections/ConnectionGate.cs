using System.Net;
using System.Net.Sockets;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Telemetry;
using Microsoft.AspNetCore.Connections;

namespace MediaInfo.Standalone.Connections;

/// <summary>
/// Limits connections, in total and per address. At a limit, the connection idle longest is closed: of that address, or of all. A
/// connection is idle while it waits for its caller: for the first byte, for a body, or for the response to be read. If none is
/// idle, the new connection is closed.
/// </summary>
/// <param name="limits">The limits.</param>
/// <param name="time">The clock.</param>
public sealed class ConnectionGate(ConnectionLimits limits, TimeProvider time)
{
    // One customer gets a whole /64 (RFC 6177), so addresses within it are free.
    private const int NetworkBytes = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, ConnectionShare> _shares = [];
    private readonly LinkedList<HeldConnection> _idle = [];
    private int _count;

    /// <summary>The address that connections are counted under: an IPv4 address, or an IPv6 /64 network.</summary>
    public static IPAddress OwnerOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }

    /// <summary>Admits or closes a connection, and serves it until it ends.</summary>
    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var held =
            new HeldConnection(this, connection, connection.RemoteEndPoint is IPEndPoint remote ? OwnerOf(remote.Address) : null);
        if (!TryEnter(held))
        {
            await connection.DisposeAsync();
            return;
        }

        await using var silence = time.CreateTimer(_ => EndIfSilent(held), state: null, limits.Head, Timeout.InfiniteTimeSpan);
        try
        {
            connection.Features.Set(held);
            connection.Features.Set<IServedConnection>(held);
            await next(connection);
        }
        finally
        {
            lock (_lock)
            {
                Leave(held);
            }
        }
    }

    /// <summary>Notes that a request's head has arrived.</summary>
    internal void Speak(HeldConnection held)
    {
        lock (_lock)
        {
            held.HasSpoken = true;
        }
    }

    /// <summary>Notes that the service is working on a request of this connection.</summary>
    internal void Begin(HeldConnection held)
    {
        lock (_lock)
        {
            held.Requests++;
            Wake(held);
        }
    }

    /// <summary>Notes that a connection is waiting for its caller again.</summary>
    internal void End(HeldConnection held)
    {
        lock (_lock)
        {
            if (--held.Requests == 0 && !held.HasLeft)
            {
                Rest(held);
            }
        }
    }

    private bool TryEnter(HeldConnection held)
    {
        HeldConnection? gone;
        lock (_lock)
        {
            var share = ShareOf(held);
            var isOverShare = share?.Count >= limits.OfAddress;
            gone = isOverShare ? share!.Idle.First?.Value : _count >= limits.All ? _idle.First?.Value : null;
            if (gone is null && (isOverShare || _count >= limits.All))
            {
                Forget(held, share);
                Metrics.ConnectionClosed("refused");
                return false;
            }

            if (gone is not null)
            {
                Leave(gone);
            }

            Count(held, 1);
            Rest(held);
        }

        if (gone is not null)
        {
            Metrics.ConnectionClosed("idle");
            gone.Abort("Another connection needs the slot");
        }

        return true;
    }

    private void EndIfSilent(HeldConnection held)
    {
        lock (_lock)
        {
            if (held.HasSpoken || held.HasLeft)
            {
                return;
            }

            Leave(held);
        }

        Metrics.ConnectionClosed("silent");
        held.Abort("No request arrived in time");
    }

    private void Rest(HeldConnection held)
    {
        held.Idle = _idle.AddLast(held);
        held.IdleOfAddress = ShareOf(held)?.Idle.AddLast(held);
    }

    private static void Wake(HeldConnection held)
    {
        held.Idle?.List?.Remove(held.Idle);
        held.IdleOfAddress?.List?.Remove(held.IdleOfAddress);
    }

    private void Leave(HeldConnection held)
    {
        if (held.HasLeft)
        {
            return;
        }

        held.HasLeft = true;
        Wake(held);
        Count(held, -1);
        Forget(held, ShareOf(held));
    }

    private void Count(HeldConnection held, int more)
    {
        _count += more;
        if (ShareOf(held) is { } share)
        {
            share.Count += more;
        }
    }

    private ConnectionShare? ShareOf(HeldConnection held)
    {
        if (held.Address is null)
        {
            return null;
        }

        if (!_shares.TryGetValue(held.Address, out var share))
        {
            _shares[held.Address] = share = new ConnectionShare();
        }

        return share;
    }

    private void Forget(HeldConnection held, ConnectionShare? share)
    {
        if (share?.Count == 0)
        {
            _shares.Remove(held.Address!);
        }
    }
}
