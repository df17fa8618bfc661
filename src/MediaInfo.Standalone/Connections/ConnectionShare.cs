namespace MediaInfo.Standalone.Connections;

/// <summary>The connections of one address.</summary>
internal sealed class ConnectionShare
{
    /// <summary>The number of connections.</summary>
    public int Count { get; set; }

    /// <summary>The idle ones, longest idle first.</summary>
    public LinkedList<HeldConnection> Idle { get; } = [];
}
