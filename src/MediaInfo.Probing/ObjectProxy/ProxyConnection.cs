using Microsoft.AspNetCore.Connections;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>One connection to the proxy: a stranger until a request on it presents a lease.</summary>
/// <param name="connection">The connection.</param>
internal sealed class ProxyConnection(ConnectionContext connection)
{
    /// <summary>The lease it reads for; null while it is a stranger.</summary>
    public ProxyDoor? Door { get; set; }

    /// <summary>Its node in the list of strangers; null if it is not one.</summary>
    public LinkedListNode<ProxyConnection>? Place { get; set; }

    /// <summary>Closes the connection.</summary>
    public void Abort(string reason) => connection.Abort(new ConnectionAbortedException(reason));
}
