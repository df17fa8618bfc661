using System.Net;
using MediaInfo.Api.Gateway;
using Microsoft.AspNetCore.Connections;

namespace MediaInfo.Standalone.Connections;

/// <summary>An admitted connection. Its requests find it among their features.</summary>
/// <param name="gate">The gate that admitted it.</param>
/// <param name="connection">The connection.</param>
/// <param name="address">The address it is counted under; null if it has none.</param>
public sealed class HeldConnection(ConnectionGate gate, ConnectionContext connection, IPAddress? address) : IServedConnection
{
    /// <summary>The address it is counted under; null if it has none.</summary>
    public IPAddress? Address => address;

    /// <summary>Its node in the list of all idle connections. For the gate only.</summary>
    internal LinkedListNode<HeldConnection>? Idle { get; set; }

    /// <summary>Its node in the list of its address's idle connections. For the gate only.</summary>
    internal LinkedListNode<HeldConnection>? IdleOfAddress { get; set; }

    /// <summary>Requests the service is working on. For the gate only.</summary>
    internal int Requests { get; set; }

    /// <summary>Whether it is no longer counted. For the gate only.</summary>
    internal bool HasLeft { get; set; }

    /// <summary>Whether a request's head has arrived. For the gate only.</summary>
    internal bool HasSpoken { get; set; }

    /// <summary>Notes that a request's head has arrived.</summary>
    public void Speak() => gate.Speak(this);

    /// <inheritdoc />
    public void Begin() => gate.Begin(this);

    /// <inheritdoc />
    public void End() => gate.End(this);

    /// <summary>Closes the connection.</summary>
    public void Abort(string reason) => connection.Abort(new ConnectionAbortedException(reason));
}
