using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MediaInfo.Api.ObjectProxy;

/// <summary>
/// Bounds the connections to the proxy. Any process of the machine may open some, and say nothing; ffprobe, which asks as soon as
/// it is connected, must get in nevertheless.
/// </summary>
internal sealed class ProxyConnections
{
    /// <summary>Most connections that have presented no lease. For one more, the one that has waited longest is broken off.</summary>
    public const int MaxStrangers = 128;

    /// <summary>Most connections of one lease at once: an HLS presentation has one for each of its playlists open.</summary>
    public const int MaxPerLease = 256;

    /// <summary>Most connections of all leases at once, beyond those that each may have.</summary>
    public const int MaxTogether = 2_048;

    /// <summary>How many each lease may have, however many the others have.</summary>
    public const int SurePerLease = 8;

    private static readonly object Key = new();

    private readonly Lock _lock = new();
    private readonly LinkedList<ProxyConnection> _strangers = [];
    private int _together;

    /// <summary>Counts a connection for as long as it lasts.</summary>
    public async Task ServeAsync(ConnectionContext context, ConnectionDelegate next)
    {
        var connection = new ProxyConnection(context);
        context.Items[Key] = connection;
        Receive(connection);
        try
        {
            await next(context);
        }
        finally
        {
            Leave(connection);
        }
    }

    /// <summary>Lets the connection of a request read for a lease.</summary>
    /// <returns>What is beyond its bound; <see cref="ProxyBound.None"/> when it may read.</returns>
    public ProxyBound Admit(HttpContext context, ProxyDoor door)
    {
        var connection = (ProxyConnection)context.Features.GetRequiredFeature<IConnectionItemsFeature>().Items[Key]!;
        lock (_lock)
        {
            if (connection.Door == door)
            {
                return ProxyBound.None;
            }

            var bound = door.Connections >= MaxPerLease ? ProxyBound.Lease
                : door.Connections >= SurePerLease && _together >= MaxTogether ? ProxyBound.Together
                : ProxyBound.None;
            if (bound == ProxyBound.None)
            {
                Release(connection);
                connection.Door = door;
                door.Connections++;
                _together++;
            }

            return bound;
        }
    }

    private void Receive(ProxyConnection connection)
    {
        ProxyConnection? oldest = null;
        lock (_lock)
        {
            connection.Place = _strangers.AddLast(connection);
            if (_strangers.Count > MaxStrangers)
            {
                oldest = _strangers.First!.Value;
                Release(oldest);
            }
        }

        oldest?.Abort("Others have come since, and it has presented no lease");
    }

    private void Leave(ProxyConnection connection)
    {
        lock (_lock)
        {
            Release(connection);
        }
    }

    private void Release(ProxyConnection connection)
    {
        if (connection.Place is { } place)
        {
            _strangers.Remove(place);
            connection.Place = null;
        }

        if (connection.Door is { } door)
        {
            door.Connections--;
            _together--;
            connection.Door = null;
        }
    }
}
