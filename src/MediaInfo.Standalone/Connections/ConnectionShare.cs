namespace MediaInfo.Standalone.Connections;

/// <summary>The connections of one address.</summary>
internal sealed class ConnectionShare
{
    /// <summary>How many there are.</summary>
    public int Count { get; set; }

    /// <summary>The idle ones, the longest idle first.</summary>
    public LinkedList<HeldConnection> Idle { get; } = [];
}
