using System.Net;
using System.Net.Sockets;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Telemetry;
using Microsoft.AspNetCore.Connections;

namespace MediaInfo.Standalone.Connections;

/// <summary>
/// Lets in as many connections as there may be, in all and of one address. Where one is too many, the longest idle one gives way: of
/// the address, or of all. A connection is idle while it waits for its caller, be it for a first byte, for a body or for the answer to
/// be read. Where the service works for every one of them, the newcomer is closed.
/// </summary>
/// <param name="limits">How many.</param>
/// <param name="time">The clock.</param>
public sealed class ConnectionGate(ConnectionLimits limits, TimeProvider time)
{
    // The network of one customer (RFC 6177): within it, addresses cost nothing.
    private const int NetworkBytes = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, ConnectionShare> _shares = [];
    private readonly LinkedList<HeldConnection> _idle = [];
    private int _count;

    /// <summary>Whom a connection's address stands for: an IPv4 address, or a network of IPv6.</summary>
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

    /// <summary>Serves a connection, if it is let in, until its end.</summary>
    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var held = new HeldConnection(this, connection, connection.RemoteEndPoint is IPEndPoint remote ? OwnerOf(remote.Address) : null);
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

    /// <summary>Notes that the head of a request has come.</summary>
    internal void Speak(HeldConnection held)
    {
        lock (_lock)
        {
            held.HasSpoken = true;
        }
    }

    /// <summary>Notes that the service works for a connection.</summary>
    internal void Begin(HeldConnection held)
    {
        lock (_lock)
        {
            held.Requests++;
            Wake(held);
        }
    }

    /// <summary>Notes that a connection waits for its caller again.</summary>
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
            gone.Abort("Another connection needs its place");
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
        held.Abort("No request has come in time");
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
