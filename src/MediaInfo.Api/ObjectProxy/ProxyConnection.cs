using Microsoft.AspNetCore.Connections;

namespace MediaInfo.Api.ObjectProxy;

/// <summary>One connection to the proxy: a stranger's until a request on it presents a lease.</summary>
/// <param name="connection">The connection.</param>
internal sealed class ProxyConnection(ConnectionContext connection)
{
    /// <summary>The lease it reads for; null while it is a stranger's.</summary>
    public ProxyDoor? Door { get; set; }

    /// <summary>Its place among the strangers; null when it is none.</summary>
    public LinkedListNode<ProxyConnection>? Place { get; set; }

    /// <summary>Breaks it off.</summary>
    public void Abort(string reason) => connection.Abort(new ConnectionAbortedException(reason));
}
