namespace MediaInfo.AzureStorage.Queues;

/// <summary>Lists lanes.</summary>
internal static class LaneListing
{
    /// <summary>The names of the existing queues for a kind of work: its lanes and shared queues.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public static async Task<IReadOnlyList<string>> LanesAsync(
        this StorageClients clients, LaneNames names, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var queues = clients.Queues.GetQueuesAsync(prefix: names.Prefix, cancellationToken: cancellationToken);
        await foreach (var queue in queues.OrIOException(cancellationToken))
        {
            found.Add(queue.Name);
        }

        return found;
    }
}
