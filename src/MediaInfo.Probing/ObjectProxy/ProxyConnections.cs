using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>
/// Limits the connections to the proxy. Any process on the machine may open connections and stay silent; ffprobe, which sends a
/// request as soon as it connects, must still get in.
/// </summary>
internal sealed class ProxyConnections
{
    /// <summary>Maximum connections that have presented no lease. Above that, the oldest is closed.</summary>
    public const int MaxStrangers = 128;

    /// <summary>
    /// Maximum concurrent connections of one lease: for an HLS presentation ffprobe holds one open per playlist.
    /// </summary>
    public const int MaxPerLease = 256;

    /// <summary>Maximum concurrent connections of all leases together. A lease may exceed it within its guarantee.</summary>
    public const int MaxTogether = 2_048;

    /// <summary>How many connections each lease is guaranteed, whatever the others use.</summary>
    public const int SurePerLease = 8;

    private static readonly object Key = new();

    private readonly Lock _lock = new();
    private readonly LinkedList<ProxyConnection> _strangers = [];
    private int _together;

    /// <summary>Counts a connection while it lasts.</summary>
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

    /// <summary>Assigns a request's connection to a lease.</summary>
    /// <returns>The limit that is reached; <see cref="ProxyBound.None"/> if the connection may read.</returns>
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

        oldest?.Abort("Newer connections need the slot, and this one has presented no lease");
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
