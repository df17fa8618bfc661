using System.Net;
using MediaInfo.Api.Gateway;
using Microsoft.AspNetCore.Connections;

namespace MediaInfo.Standalone.Connections;

/// <summary>A connection that was let in. Its requests find it among their features.</summary>
/// <param name="gate">Who let it in.</param>
/// <param name="connection">The connection.</param>
/// <param name="address">Whose it is; null for one that has no address.</param>
public sealed class HeldConnection(ConnectionGate gate, ConnectionContext connection, IPAddress? address) : IServedConnection
{
    /// <summary>Whose it is; null for one that has no address.</summary>
    public IPAddress? Address => address;

    /// <summary>Its place among all idle connections. The gate's own.</summary>
    internal LinkedListNode<HeldConnection>? Idle { get; set; }

    /// <summary>Its place among those of its address. The gate's own.</summary>
    internal LinkedListNode<HeldConnection>? IdleOfAddress { get; set; }

    /// <summary>Requests that the service works on. The gate's own.</summary>
    internal int Requests { get; set; }

    /// <summary>Whether it was counted out. The gate's own.</summary>
    internal bool HasLeft { get; set; }

    /// <summary>Whether the head of a request has come. The gate's own.</summary>
    internal bool HasSpoken { get; set; }

    /// <summary>Notes that the head of a request has come.</summary>
    public void Speak() => gate.Speak(this);

    /// <inheritdoc />
    public void Begin() => gate.Begin(this);

    /// <inheritdoc />
    public void End() => gate.End(this);

    /// <summary>Closes it.</summary>
    public void Abort(string reason) => connection.Abort(new ConnectionAbortedException(reason));
}
